import { createHash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { StepMix } from '#electron/services/syntheticHistory.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { deskFiles, reopenDesk, steppingClock } from '../../store/support/deskFixture.ts';
import { deskOn, FIRST_CASE, openFilledDesk, QUARTER_HOUR } from './filledDesk.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
/** Beside the packages: it goes with them, and nothing of it is ever committed. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'rifada');
/** Whatever has a say in what lies in the database. */
const INPUTS = [
  'db/desk',
  'shared',
  'resources',
  'electron/services',
  'tests/integration/desk/support',
  'tests/integration/store/support',
] as const;
const DATABASE = ['desk.db', 'desk.head'] as const;
const KEY = 'key';
/** Desks of earlier programs are of no use any more, and are large. */
const KEPT = 2;

export interface Filling {
  readonly cases: number;
  readonly seed: string;
  readonly mix?: StepMix;
}

/** The desk on which the benchmarks measure. */
export const BIG_DESK = { cases: 100_000, seed: 'bench' } as const satisfies Filling;

/** As many, of which most were only opened: made in half the time, for the tests. */
export const CROWDED_DESK = {
  cases: 100_000,
  seed: 'crowd',
  mix: {
    ...{ opened: 980, welcomed: 8, interviewing: 6, interviewed: 1 },
    ...{ documents: 1, matched: 1, signed: 1, submitted: 2 },
  },
} as const satisfies Filling;

/**
 * A desk with so many invented cases in a folder of its own, as `openFilledDesk` makes it: filled once
 * for each state of the program and copied from then on.
 */
export function openCachedDesk(folder: string, filling: Filling): OpenDesk {
  const key = copyCachedDesk(folder, filling);
  const clock = steppingClock(FIRST_CASE + filling.cases * QUARTER_HOUR);
  return deskOn(reopenDesk(deskFiles(folder, key, clock)));
}

/** Lays the files of such a desk into a folder; answers with the key of its database. */
export function copyCachedDesk(folder: string, filling: Filling): Uint8Array {
  const cached = cachedDesk(filling);
  for (const name of DATABASE) {
    copyFileSync(join(cached, name), join(folder, name), constants.COPYFILE_FICLONE);
  }
  return Uint8Array.from(readFileSync(join(cached, KEY)));
}

function cachedDesk(filling: Filling): string {
  const cached = join(CACHE, `desk-${filling.cases}-${inputsHash(filling)}`);
  if (existsSync(cached)) return cached;
  mkdirSync(CACHE, { recursive: true });
  dropOlder();
  const unfinished = `${cached}.${process.pid}`;
  mkdirSync(unfinished);
  const key = nodeCrypto.randomBytes(32);
  openFilledDesk({ folder: unfinished, key, ...filling }).store.close();
  writeFileSync(join(unfinished, KEY), key);
  // Two that fill at once end with one of the two, and both are whole.
  if (existsSync(cached)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, cached);
  return cached;
}

function dropOlder(): void {
  const desks = readdirSync(CACHE).filter((name) => /^desk-\d+-[0-9a-f]{16}$/.test(name));
  for (const name of desks.slice(0, Math.max(0, desks.length - KEPT + 1))) {
    rmSync(join(CACHE, name), { recursive: true, force: true });
  }
}

function inputsHash(filling: object): string {
  const hash = createHash('sha256').update(JSON.stringify(filling));
  for (const folder of INPUTS) {
    const files = readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true });
    const paths = files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .toSorted();
    for (const path of paths) hash.update(path.slice(ROOT.length)).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 16);
}
