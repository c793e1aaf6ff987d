import {
  findRendererFile,
  type RendererFile,
  type RendererFiles,
} from '#electron/host/rendererFiles.ts';

/** The desk's pages have an origin of their own: not `file:`, whose pages may read any file. */
export const APP_SCHEME = 'app';
const APP_HOST = 'desk';
export const APP_PAGE = `${APP_SCHEME}://${APP_HOST}/`;

/** True for the app's one page, whatever stands behind `#`. */
export function isDeskPage(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && isAppHost(parsed) && parsed.pathname === '/' && parsed.search === '';
}

/** True for what the window may load at all: our own files, and data that a page of ours made. */
export function mayLoad(url: string): boolean {
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  if (parsed.protocol === 'data:' || parsed.protocol === 'devtools:') return true;
  if (parsed.protocol === 'blob:') return isOwnFile(url);
  return isAppHost(parsed);
}

/** True for a file that a page of ours made and hands to the person: the system asks where to. */
export function isOwnFile(url: string): boolean {
  return url.startsWith(`blob:${APP_PAGE}`);
}

/** True for a page that a program of this machine serves. */
export function isOfThisMachine(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed?.protocol === 'http:' && parsed.hostname === '127.0.0.1' && parsed.port !== '';
}

/** The file for a request to our scheme, or the status with which it is refused. */
export function resolveAppRequest(
  files: RendererFiles,
  request: { readonly method: string; readonly url: string },
): RendererFile | 403 | 404 | 405 {
  if (request.method !== 'GET' && request.method !== 'HEAD') return 405;
  const parsed = URL.parse(request.url);
  if (parsed === null || !isAppHost(parsed)) return 403;
  return findRendererFile(files, parsed.pathname) ?? 404;
}

/** What of a frame is looked at before it gets a line to the desk. */
export interface AskingFrame {
  readonly url: string;
  readonly parent: unknown;
}

/** True when the window's own top page asks; null stands for a frame that is gone already. */
export function isDeskFrame(frame: AskingFrame | null): boolean {
  return frame !== null && frame.parent === null && isDeskPage(frame.url);
}

function isAppHost(url: URL): boolean {
  return url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST && url.username === '';
}
