import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** What the screens fetch besides their page: no other file of the folder is handed out. */
const FILE_FOLDERS = ['assets', 'pdf'] as const;

/**
 * The screens of headquarters as they were built: one page, whose addresses live behind its `#`, and
 * its files, whose names carry a hash of their content. Without built screens there is none of it.
 * @param folder absolute; holds `hq.html`
 */
export async function screenRoutes(server: FastifyInstance, folder: string): Promise<void> {
  const file = join(folder, 'hq.html');
  if (!existsSync(file)) return;
  const page = readFileSync(file, 'utf8');
  server.get('/', (_request, reply) => {
    // React Aria reads the nonce here for the two <style> elements that it inserts itself.
    const withNonce = page.replace(
      '<head>',
      `<head><meta name="csp-nonce" content="${reply.cspNonce.style}">`,
    );
    return reply
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(withNonce);
  });
  for (const name of FILE_FOLDERS) {
    const root = join(folder, name);
    if (!existsSync(root)) continue;
    await server.register(fastifyStatic, {
      root,
      prefix: `/${name}/`,
      decorateReply: false,
      index: false,
      dotfiles: 'deny',
      immutable: name === 'assets',
      maxAge: name === 'assets' ? '365d' : '1h',
    });
  }
}
