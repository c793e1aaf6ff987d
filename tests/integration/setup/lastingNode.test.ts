import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { projectFolder } from '#tests/runner/runStep.ts';

const MODULE = pathToFileURL(join(projectFolder, 'electron/setup/lastingNode.mjs')).href;

/** Asked in a process of its own: what lies in the set-up is plain JavaScript. */
function lastingNode(...places: readonly [running: string, modules: string, cache: string]) {
  const program = `import { lastingNode } from ${JSON.stringify(MODULE)};
    process.stdout.write(lastingNode(...process.argv.slice(1)));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program, ...places], {
    encoding: 'utf8',
  });
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rifada-node-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('a Node inside the modules lasts as a copy when they are deleted', () => {
  const modules = join(folder, 'node_modules');
  const running = join(modules, 'node', 'bin', 'node');
  mkdirSync(join(modules, 'node', 'bin'), { recursive: true });
  writeFileSync(running, 'the program');
  const copy = lastingNode(running, modules, join(folder, '.cache'));
  rmSync(modules, { recursive: true });
  expect(existsSync(running)).toBe(false);
  expect(lastingNode(running, modules, join(folder, '.cache'))).toBe(copy);
  expect(readFileSync(copy, 'utf8')).toBe('the program');
});

test('a Node of the machine is left where it is', () => {
  const elsewhere = join(folder, 'usr', 'node');
  expect(lastingNode(elsewhere, join(folder, 'node_modules'), folder)).toBe(elsewhere);
});
