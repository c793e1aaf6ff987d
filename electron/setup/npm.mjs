import { spawn } from 'node:child_process';
import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { lastingNode } from './lastingNode.mjs';
import { cacheFolder, environmentWith, modulesFolder, projectFolder } from './project.mjs';

export const logFile = join(cacheFolder, 'setup.log');

/**
 * Runs npm quietly; what it says goes to the log and to the caller.
 *
 * @param {readonly string[]} commandArguments plain words without spaces: on Windows a shell reads them
 * @returns {Promise<{ readonly succeeded: boolean, readonly output: string }>}
 */
export function runNpm(commandArguments) {
  mkdirSync(cacheFolder, { recursive: true });
  return new Promise((resolve) => {
    const child = startNpm(commandArguments);
    /** @type {string[]} */
    const pieces = [];
    const keep = (/** @type {Buffer} */ piece) => pieces.push(piece.toString('utf8'));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => finish(false, String(error)));
    child.on('close', (code) => finish(code === 0, ''));

    function finish(/** @type {boolean} */ succeeded, /** @type {string} */ more) {
      const output = pieces.join('') + more;
      appendFileSync(logFile, `npm ${commandArguments.join(' ')}\n${output}\n`);
      resolve({ succeeded, output });
    }
  });
}

/** @param {readonly string[]} commandArguments */
function startNpm(commandArguments) {
  const node = lastingNode(process.execPath, modulesFolder, cacheFolder);
  const { file, words, shell } = npmProgram(node);
  return spawn(file, [...words, ...commandArguments], {
    cwd: projectFolder,
    env: environmentWith([dirname(node)]),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
    shell,
  });
}

/**
 * @param {string} node what npm runs on where npm says where it lies
 * @returns {{ readonly file: string, readonly words: readonly string[], readonly shell: boolean }}
 */
function npmProgram(node) {
  // Started by `npm start`, npm says where it lies: no shell is needed then.
  const started = process.env.npm_execpath;
  if (started?.endsWith('npm-cli.js')) {
    return { file: node, words: [started], shell: false };
  }
  // Windows starts npm.cmd through a shell only.
  return process.platform === 'win32'
    ? { file: 'npm.cmd', words: [], shell: true }
    : { file: 'npm', words: [], shell: false };
}

/**
 * Why npm failed, in the few kinds for which a person can do something.
 *
 * @param {string} output
 * @returns {'network' | 'refused' | 'disk' | 'permission' | 'damaged' | 'lockfile' | 'npmMissing' | 'other'}
 */
export function reasonOf(output) {
  if (/ENOSPC|no space left/i.test(output)) return 'disk';
  if (/EINTEGRITY/.test(output)) return 'damaged';
  if (/\bE40[134]\b|\bE5\d\d\b/.test(output)) return 'refused';
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|FETCH_ERROR|CERT_|SELF_SIGNED|ENOTCACHED|EIDLETIMEOUT|UND_ERR/.test(
      output,
    )
  )
    return 'network';
  if (/EUSAGE|can only install packages when/.test(output)) return 'lockfile';
  if (/EACCES|EPERM|EROFS|EBUSY/.test(output)) return 'permission';
  if (/spawn npm\S* ENOENT/.test(output)) return 'npmMissing';
  return 'other';
}
