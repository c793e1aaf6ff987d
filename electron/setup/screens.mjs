import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  cacheFolder,
  hashOf,
  modulesFolder,
  ownEnvironment,
  ownNode,
  projectFolder,
} from './project.mjs';
import { say, sentences } from './say.mjs';

const stampFile = join(cacheFolder, 'screens.stamp');
const built = join(projectFolder, 'dist', 'renderer', 'index.html');
const sources = ['renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json'];

/**
 * Builds the screens when their sources differ from those of the last build.
 *
 * @returns {Promise<boolean>} false when the build failed; its words have been shown
 */
export async function ensureScreens() {
  const stamp = `production ${hashOf(sources)}`;
  if (existsSync(built) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp)
    return true;
  say(sentences.building);
  rmSync(stampFile, { force: true });
  const { code, output } = await build();
  if (code !== 0) {
    say(sentences.buildFailed);
    process.stderr.write(output);
    return false;
  }
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(stampFile, stamp);
  return true;
}

/** @returns {Promise<{ readonly code: number | null, readonly output: string }>} */
function build() {
  return new Promise((resolve) => {
    const vite = join(modulesFolder, 'vite', 'bin', 'vite.js');
    const child = spawn(ownNode, [vite, 'build', '--logLevel', 'warn'], {
      cwd: projectFolder,
      // Whatever this is called from: React made for development is three times as slow.
      env: { ...ownEnvironment(), NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    let output = '';
    const keep = (/** @type {Buffer} */ piece) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: String(error) }));
    child.on('close', (code) => resolve({ code, output }));
  });
}
