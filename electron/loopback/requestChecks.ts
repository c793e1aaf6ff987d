import type { IncomingMessage } from 'node:http';

type Headers = Pick<IncomingMessage, 'headers'>;

export function sessionCookieName(port: number): string {
  return `rifada-${port}`;
}

/**
 * True when the request names this address and port. A page of the internet whose name was made to
 * resolve to 127.0.0.1 (DNS rebinding) names itself instead.
 */
export function isOwnHost(request: Headers, port: number): boolean {
  return request.headers.host === `127.0.0.1:${port}`;
}

/** True when a page of ours asks. Browsers always say the origin at an upgrade; none means no. */
export function isOwnOrigin(request: Headers, port: number): boolean {
  return request.headers.origin === `http://127.0.0.1:${port}`;
}

/** The session's secret from the cookie; null when there is none, or more than one. */
export function sessionOf(request: Headers, port: number): string | null {
  const wanted = `${sessionCookieName(port)}=`;
  const found = (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(wanted));
  const only = found[0];
  return found.length === 1 && only !== undefined ? only.slice(wanted.length) : null;
}
