import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { RendererFile } from './rendererFiles.ts';
import { contentSecurityPolicy, SECURITY_HEADERS } from './securityHeaders.ts';

export interface FileAnswer {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/** Reads a file of the renderer and puts the headers on it, the same for both hosts. */
export async function answerWithFile(
  file: RendererFile,
  connectTo: readonly string[],
): Promise<FileAnswer> {
  const bytes = await readFile(file.path);
  const styleNonce = randomBytes(16).toString('base64');
  const isPage = file.mediaType.startsWith('text/html');
  return {
    body: isPage ? withStyleNonce(bytes.toString('utf8'), styleNonce) : Buffer.from(bytes),
    headers: {
      ...SECURITY_HEADERS,
      'content-type': file.mediaType,
      'content-security-policy': contentSecurityPolicy({ connectTo, styleNonce }),
      'cache-control': file.neverChanges ? 'private, max-age=31536000, immutable' : 'no-store',
    },
  };
}

function withStyleNonce(page: string, styleNonce: string): Buffer<ArrayBuffer> {
  return Buffer.from(
    page.replace('<head>', `<head><meta name="csp-nonce" content="${styleNonce}">`),
  );
}
