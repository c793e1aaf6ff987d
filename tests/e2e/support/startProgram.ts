import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { trainingOfficeFolder } from '#electron/host/folders.ts';
import { openTrainingFolder } from '#hq/training/trainingFolder.ts';
import { ensureBuiltScreens } from './builtScreens.ts';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE_MS = 60_000;

/** `npm start` as a program, on a profile of its own. */
export interface StartedProgram {
  readonly link: string;
  /** As Ctrl+C does; the exit code. */
  stop(): Promise<number | null>;
}

export interface ProgramHouse {
  /** An earlier desk of the same place had a training office, of which nothing opens any more. */
  leaveOldOffice(): void;
  start(): Promise<StartedProgram>;
  /** Ends what still runs and takes the folders away. */
  clear(): Promise<void>;
}

export async function programHouse(): Promise<ProgramHouse> {
  await ensureBuiltScreens(ROOT);
  const folder = mkdtempSync(join(tmpdir(), 'rifada-start-'));
  const profile = join(folder, 'profile');
  const office = trainingOfficeFolder(profile, process.getuid?.() === 0);
  const running = new Set<ChildProcess>();
  return {
    leaveOldOffice: () => {
      openTrainingFolder(office, false);
      writeFileSync(join(office, 'desk-2'), '');
    },
    start: async () => {
      const words = ['--loopback', '--no-open', '--profile', profile];
      const child = spawn(process.execPath, [join(ROOT, 'electron', 'start.ts'), ...words], {
        cwd: ROOT,
        env: { ...process.env, XDG_CONFIG_HOME: join(folder, 'settings') },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      running.add(child);
      const gone = new Promise<number | null>((resolve) => child.once('exit', resolve));
      return {
        link: await linkOf(child),
        stop: async () => {
          child.kill('SIGINT');
          running.delete(child);
          return gone;
        },
      };
    },
    clear: async () => {
      for (const child of running) {
        const gone = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGINT');
        await gone;
      }
      rmSync(office, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function linkOf(child: ChildProcess): Promise<string> {
  let shown = '';
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`not up: ${shown}`)), PATIENCE_MS);
    const look = (piece: Buffer) => {
      shown += piece.toString('utf8');
      const link = /http:\/\/127\.0\.0\.1:\S+/u.exec(shown)?.[0];
      if (link === undefined) return;
      clearTimeout(late);
      resolve(link);
    };
    child.stdout?.on('data', look);
    child.stderr?.on('data', look);
    child.once('exit', () => reject(new Error(`it ended: ${shown}`)));
  });
}
