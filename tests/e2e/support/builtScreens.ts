import { execFile } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SOURCES = ['renderer', 'shared', join('resources', 'locales'), 'vite.config.ts'] as const;
let built: Promise<void> | null = null;

/** The screens as they are delivered, built once when a source is younger than what was built last. */
export function ensureBuiltScreens(rootFolder: string): Promise<void> {
  built ??= buildWhenStale(rootFolder);
  return built;
}

async function buildWhenStale(rootFolder: string): Promise<void> {
  const page = join(rootFolder, 'dist', 'renderer', 'index.html');
  const youngest = Math.max(...SOURCES.map((source) => changedAt(join(rootFolder, source))));
  if (existsSync(page) && statSync(page).mtimeMs >= youngest) return;
  await run(process.execPath, [join(rootFolder, 'bootstrap.mjs'), 'build:renderer']);
}

function changedAt(place: string): number {
  const found = statSync(place);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    found.mtimeMs,
    ...readdirSync(place, { recursive: true, encoding: 'utf8' }).map(
      (name) => statSync(join(place, name)).mtimeMs,
    ),
  );
}
