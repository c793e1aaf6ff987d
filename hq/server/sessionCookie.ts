import type { FastifyRequest } from 'fastify';

const NAME = 'rifada_hq';
const TOKEN = /^[A-Za-z0-9_-]{43}$/u;

/** The session's token as the browser sent it; null where there is none of our form. */
export function cookieOf(request: FastifyRequest): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = part.trim().split('=', 2);
    if (name === NAME && value !== undefined && TOKEN.test(value)) return value;
  }
  return null;
}

/** Out of reach of scripts and of other sites; over TLS never without it. */
export function sessionCookie(request: FastifyRequest, token: string | null): string {
  const secure = request.protocol === 'https' ? '; Secure' : '';
  const rest = `Path=/; HttpOnly; SameSite=Strict${secure}`;
  return token === null ? `${NAME}=; Max-Age=0; ${rest}` : `${NAME}=${token}; ${rest}`;
}

/**
 * Whether a request that may change something comes from our own pages, or from no page at all. The
 * browser says so itself, and no page of another site can make it say otherwise.
 */
export function isOwnRequest(request: FastifyRequest): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  if (origin === undefined) return true;
  return URL.parse(origin)?.host === host;
}
