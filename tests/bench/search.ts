import type { DeskReader } from '#db/desk/connection.ts';
import { listCases } from '#electron/services/casesService.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { findAnything } from '#electron/services/searchService.ts';
import { normalizeName } from '#shared/domain/names/normalizeName.ts';
import { openCachedDesk } from '../integration/desk/support/cachedDesk.ts';
import { dropFolder, newFolder } from '../integration/store/support/deskFixture.ts';
import { benchCopies } from './copies.ts';
import { compareInTurn, type Figure, figureOf } from './harness.ts';

const CASES = 100_000;
const ROUNDS = 5;
const GOAL_MS = 10;

const LIST = { attention: false, order: 'changed', offset: 0, limit: 50 } as const;

/** What representatives type: names in several spellings, an id, a phone, a reference, and nothing. */
const TYPED = [
  ...['محمد عبد الله', 'أحمد', 'نورة الغامدي', 'عبدالرحمن ف', 'ال', 'ظافر', 'MUHAMMAD KHAN'],
  ...['1012345672', '٠٥٠١٢٣٤', '000123', 'MKH01-B7-2025'],
] as const;
/** Each as it stands after each key. */
const KEYSTROKES = TYPED.flatMap((text) =>
  Array.from({ length: text.length }, (_, at) => text.slice(0, at + 1)),
);

/** Searching, listing and copying on a hundred thousand encrypted cases. */
export async function* benchSearch(): AsyncIterable<Figure> {
  const folder = newFolder();
  const desk = openCachedDesk(folder, { cases: CASES, seed: 'bench' });
  try {
    yield perKeystroke(desk);
    yield againstScan(desk);
    yield compareInTurn({
      name: 'a page of the list of 100,000 cases, with its count',
      goal: '≤ 50 ms',
      against: { limit: 50 },
      rounds: ROUNDS,
      samplesPerRound: 10,
      ours: () => listCases(desk, LIST),
    });
    yield* benchCopies(desk, folder);
  } finally {
    desk.store.close();
    dropFolder(folder);
  }
}

function perKeystroke(desk: OpenDesk): Figure {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const times = KEYSTROKES.map((text) => timed(() => findAnything(desk, { text })));
    times.sort((left, right) => left - right);
    return times[Math.ceil(times.length * 0.99) - 1] ?? 0;
  });
  return figureOf(
    {
      name: 'search per keystroke on 100,000 cases, p99',
      goal: `≤ ${GOAL_MS} ms`,
      rounds: ROUNDS,
      samplesPerRound: KEYSTROKES.length,
      against: { limit: GOAL_MS },
    },
    rounds,
    rounds.map((p99) => p99 / GOAL_MS),
  );
}

/** The same keys typed into a search that walks through the table with LIKE. */
function againstScan(desk: OpenDesk): Figure {
  let ours = 0;
  let theirs = 0;
  const at = (index: number) => KEYSTROKES[(index * 7) % KEYSTROKES.length] ?? '';
  return compareInTurn({
    name: 'search per keystroke on 100,000 cases, median',
    goal: 'ratio ≤ 0.1',
    rounds: ROUNDS,
    samplesPerRound: 20,
    ours: () => findAnything(desk, { text: at(ours++) }),
    against: {
      name: 'a LIKE scan of the same table',
      sample: () => likeScan(desk.store.reader, at(theirs++)),
    },
  });
}

function likeScan(db: DeskReader, text: string): unknown {
  const words = normalizeName(text).tokens.map((token) => token.text);
  const like = `%${words.length > 0 ? words.join('%') : text}%`;
  return db
    .statement(
      `SELECT * FROM case_summary WHERE name_key LIKE ?1 OR id_number LIKE ?1 OR mobile LIKE ?1
         OR reference LIKE ?1 ORDER BY opened_position DESC`,
    )
    .all({ 1: like })
    .slice(0, 13);
}

function timed(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}
