import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ensureInstalled } from './install.mjs';
import { memoryFlags, ownEnvironment, ownNode, projectFolder } from './project.mjs';
import { say, sentences } from './say.mjs';
import { ensureScreens } from './screens.mjs';

/**
 * `file` runs under the project's Node with its `flags`, and with `before` in front of the caller's
 * arguments. `screens` says that the built screens are needed; `develop` that the tools of development are.
 *
 * @typedef {{
 *   readonly file?: string,
 *   readonly flags?: readonly string[],
 *   readonly before?: readonly string[],
 *   readonly screens?: true,
 *   readonly develop?: true,
 * }} Command
 *
 * @type {Readonly<Record<string, Command>>}
 */
const commands = {
  install: {},
  start: { file: 'electron/start.ts', flags: memoryFlags, screens: true },
  hq: { file: 'hq/start.ts', screens: true },
  demo: { file: 'hq/demo.ts', screens: true },
  verify: { file: 'electron/commands/verify.ts' },
  questionnaire: { file: 'electron/commands/questionnaire.ts' },
  link: { file: 'electron/commands/link.ts' },
  test: { file: 'tests/runner/run.ts', develop: true },
  check: { file: 'tests/runner/check.ts', develop: true },
  bench: { file: 'tests/bench/run.ts', develop: true },
  'build:renderer': { screens: true },
  format: {
    file: 'node_modules/@biomejs/biome/bin/biome',
    before: ['check', '--write', '--linter-enabled=false', '.'],
    develop: true,
  },
  package: { file: 'electron/setup/package.mjs', screens: true, develop: true },
};

/**
 * @param {readonly string[]} words the command and its arguments
 * @returns {Promise<number>} the exit code
 */
export async function runCommand([name = '', ...rest]) {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    say(sentences.usage, { commands: Object.keys(commands).join(', ') });
    return 2;
  }
  if (!(await ensureInstalled(command.develop === true))) return 1;
  if (command.screens === true && !(await ensureScreens())) return 1;
  if (command.file === undefined) return 0;
  return runUnderOwnNode([
    ...(command.flags ?? []),
    join(projectFolder, command.file),
    ...(command.before ?? []),
    ...rest,
  ]);
}

/**
 * @param {readonly string[]} commandArguments
 * @returns {Promise<number>}
 */
function runUnderOwnNode(commandArguments) {
  return new Promise((resolve) => {
    const child = spawn(ownNode, commandArguments, {
      cwd: projectFolder,
      env: ownEnvironment(),
      stdio: 'inherit',
    });
    // The terminal gives Ctrl+C to both; the command decides when it ends. Other signals are handed on.
    const waitForChild = () => {};
    const handOn = () => child.kill('SIGTERM');
    process.on('SIGINT', waitForChild);
    process.on('SIGTERM', handOn);
    process.on('SIGHUP', handOn);
    child.on('error', () => resolve(1));
    child.on('close', (code, signal) =>
      resolve(code ?? 128 + (signal === null ? 1 : constants.signals[signal])),
    );
  });
}
