import { resolve } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { createDesk } from '#electron/createDesk.ts';
import { composeDesk } from '#electron/host/composition.ts';
import { createFileLog, logFolder } from '#electron/host/fileLog.ts';
import { pepperFile, type Surroundings } from '#electron/host/folders.ts';
import { systemClock } from '#electron/host/systemClock.ts';
import { createLoopbackHost } from '#electron/loopback/loopbackHost.ts';

export interface SeedOutcome {
  readonly exitCode: 0 | 1;
  /** For a program to read: the folder and how many cases it now has. */
  readonly made: { readonly profileFolder: string; readonly cases: number } | null;
}

/**
 * Makes a training office with its invented cases in an empty folder, for trying out and for tests of
 * the screens. Touches nothing where a desk has been founded already.
 */
export async function seedCommand(
  argv: readonly string[],
  resourcesFolder: string,
  surroundings: Surroundings,
): Promise<SeedOutcome> {
  const [folder] = argv;
  if (folder === undefined) return { exitCode: 1, made: null };
  const profileFolder = resolve(folder);
  const desk = await composeDesk(
    createDesk,
    createLoopbackHost(pepperFile(profileFolder, surroundings)),
    profileFolder,
    resourcesFolder,
    createFileLog(logFolder(profileFolder), systemClock),
  );
  try {
    const client = createRouterClient(desk.router, { context: desk.context });
    if ((await client.session.status()).phase !== 'firstRun') return { exitCode: 1, made: null };
    await client.session.found({ kind: 'training', language: 'ar' });
    const { total } = await client.cases.list({ limit: 1 });
    return { exitCode: 0, made: { profileFolder, cases: total } };
  } finally {
    await desk.close();
  }
}
