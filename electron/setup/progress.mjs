import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder } from './project.mjs';
import { fill, sentences } from './say.mjs';

const liveMilliseconds = 500;
const plainMilliseconds = 10_000;

/**
 * Shows how far an installation is, until the work ends: one live line on a terminal, a plain line
 * every ten seconds elsewhere.
 *
 * @template Result
 * @param {number} total packages expected, for orientation
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result>}
 */
export async function withProgress(total, work) {
  const live = process.stderr.isTTY === true;
  const started = Date.now();
  const show = () => {
    const seconds = Math.round((Date.now() - started) / 1000);
    const line = fill(sentences.progress[0], { seconds, count: packagesOnDisk(), total });
    process.stderr.write(live ? `\r\x1b[2K${line}` : `${line}\n`);
  };
  const timer = setInterval(show, live ? liveMilliseconds : plainMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (live) process.stderr.write('\r\x1b[2K');
  }
}

/** npm makes all folders first and fills them later: a package counts once its description is there. */
function packagesOnDisk() {
  return foldersIn(modulesFolder)
    .filter((name) => !name.startsWith('.'))
    .flatMap((name) =>
      name.startsWith('@')
        ? foldersIn(join(modulesFolder, name)).map((inner) => join(name, inner))
        : [name],
    )
    .filter((name) => existsSync(join(modulesFolder, name, 'package.json'))).length;
}

/** @param {string} folder */
function foldersIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
