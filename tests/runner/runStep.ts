import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A program of node_modules that runs under the present Node, by its path there. */
export function tool(path: string): string {
  return join(projectFolder, 'node_modules', path);
}

export type StepOutcome = {
  readonly succeeded: boolean;
  readonly output: string;
};

/** Runs a script under the present Node and gathers what it says. Never throws. */
export function runScript(words: readonly string[]): Promise<StepOutcome> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, words, {
      cwd: projectFolder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
    });
    let output = '';
    const keep = (piece: Buffer) => {
      output += piece.toString('utf8');
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', (error) =>
      resolve({ succeeded: false, output: `${output}${error.message}` }),
    );
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}
