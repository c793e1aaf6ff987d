import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBundledPostgres } from '#hq/postgres/bundledPostgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The one PostgreSQL of a run; each test file makes a database of its own in it. */
    readonly postgresUrl: string;
  }
}

/** Starts the bundled PostgreSQL once for the whole run, and ends it after the last test. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  const postgres = await startBundledPostgres(folder);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
