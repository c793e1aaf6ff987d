import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { projectFolder } from '#tests/runner/runStep.ts';

/** A copy of the project's door alone, in a folder with a space in its name and nothing installed. */
let copy: string;

beforeEach(async () => {
  copy = await mkdtemp(join(tmpdir(), 'new office '));
  for (const path of [
    'bootstrap.mjs',
    'electron/setup',
    'package.json',
    'package-lock.json',
    '.npmrc',
  ]) {
    await cp(join(projectFolder, path), join(copy, path), { recursive: true });
  }
});

afterEach(async () => {
  await rm(copy, { recursive: true, force: true });
});

type Ending = { readonly exitCode: number; readonly said: string };

function bootstrap(words: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Ending> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      ['bootstrap.mjs', ...words],
      { cwd: copy, env: { ...process.env, ...environment } },
      (_error, output, complaints) =>
        resolve({ exitCode: child.exitCode ?? -1, said: output + complaints }),
    );
  });
}

describe('the set-up', () => {
  test('names its commands when it is asked for none of them', async () => {
    const ending = await bootstrap(['dance']);
    expect(ending.exitCode).toBe(2);
    for (const name of ['start', 'hq', 'verify', 'questionnaire', 'link', 'test']) {
      expect(ending.said).toContain(name);
    }
  });

  test('without a network and with nothing installed it says just that, in both languages', async () => {
    const ending = await bootstrap(['start'], {
      npm_config_registry: 'http://127.0.0.1:9',
      npm_config_cache: join(copy, 'empty-cache'),
    });
    expect(ending.exitCode).toBe(1);
    expect(ending.said).toContain('تعذّر الوصول إلى الشبكة');
    expect(ending.said).toContain('The network or the package registry could not be reached');
    expect(ending.said).not.toMatch(/npm error|at \w+ \(/);
  }, 60_000);
});
