import { existsSync, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** The only kinds of file that are handed out; a file of another kind is not there. */
const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.pfb': 'application/octet-stream',
};

/** Vite puts a hash of the content into the name: such a file never changes under its name. */
const HASHED_NAME = /^\/assets\/[^/]+-[A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;

export interface RendererFile {
  readonly path: string;
  readonly mediaType: string;
  readonly neverChanges: boolean;
}

/** The built renderer, by URL path: `/index.html`, `/assets/main-B3x….js`. */
export type RendererFiles = ReadonlyMap<string, RendererFile>;

/**
 * Lists what may be handed out, once. A request is looked up in this list and never turned into a
 * path, so there is no path to escape from. Links are not followed. Empty when nothing was built.
 */
export function listRendererFiles(folder: string): RendererFiles {
  const files = new Map<string, RendererFile>();
  if (!existsSync(folder)) return files;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const mediaType = MEDIA_TYPES[extname(entry.name)];
    if (!entry.isFile() || mediaType === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    const urlPath = `/${relative(folder, path).replaceAll(sep, '/')}`;
    files.set(urlPath, { path, mediaType, neverChanges: HASHED_NAME.test(urlPath) });
  }
  return files;
}

/** The file for a URL path, `/` being the app's one page; null for what is not in the list. */
export function findRendererFile(files: RendererFiles, urlPath: string): RendererFile | null {
  return files.get(urlPath === '/' ? '/index.html' : urlPath) ?? null;
}
