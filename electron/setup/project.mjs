import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const modulesFolder = join(projectFolder, 'node_modules');
export const cacheFolder = join(projectFolder, '.cache');

/** Node's folder inside the npm package `node`, and the program in it. */
export const ownNodeFolder = join(modulesFolder, 'node', 'bin');
export const ownNode = join(ownNodeFolder, process.platform === 'win32' ? 'node.exe' : 'node');

/**
 * Flags of V8 for a program that runs all day beside a browser: the room for what is thrown away at once
 * stays below 16 MiB. V8 itself lets it grow to 128, and fills it before it looks for anything to free.
 */
export const memoryFlags = JSON.parse(
  readFileSync(new URL('./memoryFlags.json', import.meta.url), 'utf8'),
);

/** The environment in which the project's own Node comes first, and what it has compiled is kept. */
export function ownEnvironment() {
  return {
    NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'),
    ...environmentWith([ownNodeFolder, join(modulesFolder, '.bin')]),
  };
}

/**
 * This process's environment with these folders before all others on its path.
 *
 * @param {readonly string[]} folders
 */
export function environmentWith(folders) {
  const environment = { ...process.env };
  // Windows spells it "Path"; two spellings side by side would leave one of them unread.
  const name = Object.keys(environment).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  environment[name] = [...folders, environment[name] ?? ''].join(delimiter);
  return environment;
}

/**
 * One hash over the names and contents of files and folders, to see whether anything changed.
 *
 * @param {readonly string[]} paths relative to the project; what is missing counts as empty
 */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) addToHash(hash, path);
  return hash.digest('hex');
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addToHash(hash, path) {
  const whole = join(projectFolder, path);
  if (!existsSync(whole)) return;
  const entries = readFolder(whole);
  if (entries === undefined) {
    hash.update(`${path}\0`).update(readFileSync(whole)).update('\0');
    return;
  }
  for (const entry of entries) addToHash(hash, `${path}/${entry}`);
}

/** @param {string} whole */
function readFolder(whole) {
  try {
    return readdirSync(whole).sort();
  } catch {
    return undefined;
  }
}
