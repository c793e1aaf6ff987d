import { listBatchCases } from '#db/hub/batchCases.ts';
import { listCleanCases, listUncheckedCases } from '#db/hub/caseChecks.ts';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { endOrder, findOpenOrder, readImportSetting } from '#db/hub/importSettings.ts';
import { nowOf } from '../context.ts';
import type { Linker } from '../linkage/linker.ts';
import { linkChunk } from '../linkage/recordLinks.ts';
import type { HubAuthorOfCases } from './appendToRows.ts';
import type { CheckPool } from './checkPool.ts';
import { readForCheck } from './readForCheck.ts';
import { type ImportBy, type LookedAt, recordChecks } from './recordChecks.ts';

/** Looks at submitted cases as they come, and imports what is clean where that is the rule or was ordered. */
export interface Importer {
  /** Something changed; there may be work. */
  nudge(): void;
  /** Ends when there is nothing left to do, or it cannot be done now. */
  settled(): Promise<void>;
  progress(): ImporterProgress;
  close(): Promise<void>;
}

/** What goes on in this process now; how far all of it has come is counted in the database. */
export interface ImporterProgress {
  /** `databaseAway`: it goes on by itself as soon as the database is back. */
  readonly state: 'idle' | 'working' | 'databaseAway' | 'failed';
  /** Since the work that goes on now was begun. */
  readonly checked: number;
  readonly imported: number;
}

/** Cases of one transaction, unless said otherwise. */
const CHUNK = 250;
/** Cases that are looked for at once. */
const WINDOW = 2_000;
const RETRY_MS = 2_000;

export function createImporter(
  hub: HubAuthorOfCases,
  pool: CheckPool,
  linker: Linker,
  chunk: number = CHUNK,
): Importer {
  let running: Promise<void> | null = null;
  let again = false;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;
  let progress: ImporterProgress = { state: 'idle', checked: 0, imported: 0 };

  function count(checked: number, imported: number): void {
    progress = {
      ...progress,
      checked: progress.checked + checked,
      imported: progress.imported + imported,
    };
  }

  async function run(): Promise<void> {
    progress = { state: 'working', checked: 0, imported: 0 };
    try {
      do {
        again = false;
        while (!closed && (await workSome())) {
          // The next look.
        }
      } while (again && !closed);
      progress = { ...progress, state: 'idle' };
    } catch (error) {
      const isAway = isDatabaseAway(error);
      progress = { ...progress, state: isAway ? 'databaseAway' : 'failed' };
      if (!closed) {
        hub.log.failure('importer', error);
        retry = setTimeout(nudge, RETRY_MS);
        retry.unref();
      }
    } finally {
      running = null;
    }
  }

  /** @returns whether anything was done, so that there may be more */
  async function workSome(): Promise<boolean> {
    await listBatchCases(hub.db);
    const { automatic, stopped } = await readImportSetting(hub.db);
    if (stopped) return false;
    const byRule = automatic ? { actorId: hub.hubId, orderId: null } : null;
    const unchecked = await listUncheckedCases(hub.db, WINDOW);
    if (unchecked.length > 0) return takeCases(unchecked, byRule);
    const order = await findOpenOrder(hub.db);
    const importBy = order === null ? byRule : { actorId: order.personId, orderId: order.orderId };
    if (importBy === null) return false;
    const clean = await listCleanCases(hub.db, order?.batchId ?? null, WINDOW);
    if (clean.length > 0) return takeCases(clean, importBy);
    if (order === null) return false;
    await endOrder(hub.db, order.orderId, nowOf(hub));
    return true;
  }

  /** Threads look at the next chunks while one is written down; each is written in its turn. */
  async function takeCases(
    caseIds: readonly string[],
    importBy: ImportBy | null,
  ): Promise<boolean> {
    const chunks = Array.from({ length: Math.ceil(caseIds.length / chunk) }, (_, at) =>
      caseIds.slice(at * chunk, (at + 1) * chunk),
    );
    const looking: Promise<LookedAt>[] = [];
    let next = 0;
    let checked = 0;
    // One after the other, in the order of the chunks: who is compared with whom is no accident.
    let linked: Promise<unknown> = Promise.resolve();
    const lookAtNext = () => {
      const ids = chunks[next];
      next += 1;
      if (ids === undefined) return;
      const before = linked;
      const looked = lookAt(hub, pool, ids).then(async (found) => {
        await before;
        return { ...found, linked: await linkChunk(hub.db, linker, found.answers) };
      });
      linked = looked.catch(() => undefined);
      // A failure is told where the chunk would have been written down.
      looked.catch(() => undefined);
      looking.push(looked);
    };
    for (let ahead = 0; ahead <= pool.width; ahead += 1) lookAtNext();
    for (let looked = looking.shift(); looked !== undefined; looked = looking.shift()) {
      const found = await looked;
      if (closed || (await readImportSetting(hub.db)).stopped) return false;
      lookAtNext();
      const recorded = await recordChecks(hub, linker, found, importBy);
      count(recorded.checked, recorded.imported);
      checked += recorded.checked;
    }
    return checked > 0;
  }

  function nudge(): void {
    again = true;
    if (!closed) running ??= run();
  }

  return {
    nudge,
    settled: async () => {
      nudge();
      while (running !== null) await running;
    },
    progress: () => progress,
    close: async () => {
      closed = true;
      if (retry !== null) clearTimeout(retry);
      await running;
      await pool.close();
    },
  };
}

async function lookAt(
  hub: HubAuthorOfCases,
  pool: CheckPool,
  caseIds: readonly string[],
): Promise<Omit<LookedAt, 'linked'>> {
  const { positions, ...asked } = await readForCheck(hub, caseIds);
  return { answers: await pool.check(asked), positions };
}
