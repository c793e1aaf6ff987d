import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dropLastingNode } from './lastingNode.mjs';
import { logFile, reasonOf, runNpm } from './npm.mjs';
import { oneAtATime } from './oneAtATime.mjs';
import { allowedScripts, brokenParts, ownNodeWorks } from './parts.mjs';
import { withProgress } from './progress.mjs';
import { cacheFolder, hashOf, modulesFolder, ownNode, projectFolder } from './project.mjs';
import { say, sentences } from './say.mjs';

const stampFile = join(modulesFolder, '.rifada-stamp');
const lockFile = join(projectFolder, 'package-lock.json');

/**
 * Makes node_modules what package-lock.json says, and sees that it works.
 *
 * @param {boolean} develop whether the tools of development are needed too
 * @returns {Promise<boolean>} false when that did not succeed; the reason has been said
 */
export async function ensureInstalled(develop) {
  if (isPrepared()) return true;
  return (await oneAtATime(() => prepare(develop))) === true;
}

function wantedStamp() {
  return `${hashOf(['package-lock.json'])} ${process.platform} ${process.arch}`;
}

function isPrepared() {
  return (
    existsSync(ownNode) &&
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wantedStamp()
  );
}

/** @param {boolean} develop */
async function prepare(develop) {
  if (isPrepared()) return true;
  const started = Date.now();
  rmSync(stampFile, { force: true });
  rmSync(logFile, { force: true });
  const takenOver = matchesLockFile();
  if (!takenOver && !(await fetchPackages())) return false;
  let faults = await mend(develop);
  if (faults.length > 0 && takenOver) {
    // What somebody left in node_modules is not whole: fetch it anew.
    if (!(await fetchPackages())) return false;
    faults = await mend(develop);
  }
  for (const part of faults) say(sentences.partMissing, { part });
  if (faults.length > 0) return false;
  dropLastingNode(cacheFolder);
  writeFileSync(stampFile, wantedStamp());
  say(sentences.prepared, { seconds: Math.round((Date.now() - started) / 1000) });
  return true;
}

async function fetchPackages() {
  say(sentences.preparing);
  const installed = await withProgress(expectedPackages(), () =>
    runNpm([
      'ci',
      '--ignore-scripts',
      '--include=dev',
      '--include=optional',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      '--fetch-retries=2',
      '--fetch-retry-mintimeout=1000',
      '--fetch-retry-maxtimeout=10000',
    ]),
  );
  if (!installed.succeeded) return refuse(installed.output);
  const rebuilt = await withProgress(expectedPackages(), () => rebuild(allowedScripts()));
  return rebuilt.succeeded || existsSync(ownNode) || refuse(rebuilt.output);
}

/** @param {readonly string[]} names */
function rebuild(names) {
  return runNpm(['rebuild', '--ignore-scripts=false', '--loglevel=error', ...names]);
}

/** @param {string} output */
function refuse(output) {
  const reason = reasonOf(output);
  say(sentences.failed[reason], { log: logFile });
  if (reason === 'other') say(output.trim().split('\n').slice(-10));
  return false;
}

/**
 * @param {boolean} develop
 * @returns {Promise<readonly string[]>} the names of parts that do not work even after mending
 */
async function mend(develop) {
  if (!(await ownNodeWorks())) {
    say(sentences.mending, { part: 'Node 24' });
    await rebuild(['node']);
    if (!(await ownNodeWorks())) return ['Node 24'];
  }
  const broken = await brokenParts();
  if (broken.length === 0) return [];
  say(sentences.mending, { part: broken.map((part) => part.name).join(', ') });
  await rebuild(broken.map((part) => part.package));
  const left = await brokenParts();
  return left.filter((part) => develop || !part.develop).map((part) => part.name);
}

/**
 * Whether what npm has written down of node_modules is what package-lock.json asks for: so that
 * packages which somebody installed by hand are taken over instead of being fetched again.
 */
function matchesLockFile() {
  const written = readPackages(join(modulesFolder, '.package-lock.json'));
  const wanted = readPackages(lockFile);
  if (written === undefined || wanted === undefined) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = written[path];
    if (found === undefined) return entry.optional === true || entry.devOptional === true;
    return found.version === entry.version && existsSync(join(projectFolder, path));
  });
}

function expectedPackages() {
  const wanted = readPackages(lockFile) ?? {};
  return Object.values(wanted).filter(isForThisMachine).length;
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, os?: string[], cpu?: string[] }} Entry */

/** @param {Entry} entry */
function isForThisMachine(entry) {
  return (
    (entry.os === undefined || entry.os.includes(process.platform)) &&
    (entry.cpu === undefined || entry.cpu.includes(process.arch))
  );
}

/**
 * @param {string} file
 * @returns {Readonly<Record<string, Entry>> | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
