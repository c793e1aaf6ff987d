import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { cacheFolder } from './project.mjs';
import { say, sentences } from './say.mjs';

const lockFile = join(cacheFolder, 'setup.lock');
const pauseMilliseconds = 500;
const patienceMilliseconds = 15 * 60_000;

/**
 * Runs the work while no other process does the like in this folder. The lock holds the number of
 * the process; a lock whose process is gone is taken over.
 *
 * @template Result
 * @param {() => Promise<Result>} work
 * @returns {Promise<Result | undefined>} nothing when the other process never came to an end
 */
export async function oneAtATime(work) {
  mkdirSync(cacheFolder, { recursive: true });
  const started = Date.now();
  let told = false;
  while (!takeLock()) {
    if (!told) say(sentences.waiting);
    told = true;
    if (Date.now() - started > patienceMilliseconds) {
      say(sentences.waitedTooLong, { file: lockFile });
      return undefined;
    }
    await pause(pauseMilliseconds);
  }
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.removeListener('exit', release);
    release();
  }
}

function takeLock() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderIsGone()) return false;
    rmSync(lockFile, { force: true });
    return false;
  }
}

function holderIsGone() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    // An empty file is a lock that is being written at this moment.
    if (holder === 0) return false;
    process.kill(holder, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
