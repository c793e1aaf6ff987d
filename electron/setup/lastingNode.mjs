import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

const COPY_FOLDER = 'setup-node';

/**
 * A Node that outlives an installation. After the first one `npm start` runs on the Node inside
 * node_modules, and `npm ci` deletes that folder from under it: npm then runs on a copy.
 *
 * @param {string} running the program that this process runs on
 * @param {string} modules the folder that will be deleted
 * @param {string} cache where a copy may lie
 * @returns {string} `running` itself where nothing will delete it
 */
export function lastingNode(running, modules, cache) {
  const inside = relative(modules, running);
  if (inside.startsWith('..') || inside === running) return running;
  const folder = join(cache, COPY_FOLDER);
  const copy = join(folder, basename(running));
  // Once it is deleted there is only the copy that was made before.
  if (existsSync(running)) {
    mkdirSync(folder, { recursive: true });
    copyFileSync(running, copy);
  }
  return copy;
}

/** @param {string} cache */
export function dropLastingNode(cache) {
  rmSync(join(cache, COPY_FOLDER), { recursive: true, force: true });
}
