import type { DeskReader } from '#db/desk/connection.ts';
import { getBeneficiary, listBeneficiaries } from '#electron/services/beneficiariesService.ts';
import { listCases } from '#electron/services/casesService.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { findAnything } from '#electron/services/searchService.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { normalizeName } from '#shared/domain/names/normalizeName.ts';
import { BIG_DESK, openCachedDesk } from '../integration/desk/support/cachedDesk.ts';
import { dropFolder, newFolder } from '../integration/store/support/deskFixture.ts';
import { benchCopies } from './copies.ts';
import { compareInTurn, type Figure, figureOf } from './harness.ts';

const ROUNDS = 5;
const GOAL_MS = 10;

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
  const desk = openCachedDesk(folder, BIG_DESK);
  try {
    yield perKeystroke(desk);
    yield againstScan(desk);
    yield* lists(desk);
    yield* benchCopies(desk, folder);
  } finally {
    desk.store.close();
    dropFolder(folder);
  }
}

const CASES_LIST = { attention: false, order: 'changed', offset: 0, limit: 50 } as const;
const PEOPLE_LIST = { view: 'all', order: 'latest', offset: 0, limit: 50 } as const;
const FAR = 90_000;

/** Stretches of the long lists, each with its count, and the files of people who came several times. */
function* lists(desk: OpenDesk): Iterable<Figure> {
  const people = peopleWithRequests(desk);
  let next = 0;
  const works: readonly (readonly [name: string, ours: () => unknown])[] = [
    ['a page of the list of 100,000 cases, with its count', () => listCases(desk, CASES_LIST)],
    [
      'the same, far down by name',
      () => listCases(desk, { ...CASES_LIST, order: 'name', offset: FAR }),
    ],
    [
      'the same, narrowed by period and support',
      () =>
        listCases(desk, {
          ...CASES_LIST,
          since: '2024-06-01',
          until: '2026-06-01',
          support: 'cash',
        }),
    ],
    ['the same, what there is to do', () => listCases(desk, { ...CASES_LIST, attention: true })],
    [
      'a page of the list of their people, with its count',
      () => listBeneficiaries(desk, PEOPLE_LIST),
    ],
    [
      'the same, far down by name',
      () => listBeneficiaries(desk, { ...PEOPLE_LIST, order: 'name', offset: FAR - 5000 }),
    ],
    [
      'the same, found by a name',
      () => listBeneficiaries(desk, { ...PEOPLE_LIST, text: 'محمد الغ' }),
    ],
    [
      'the file of a person, with what is known of them',
      () => {
        desk.store.caseStates.clear();
        const beneficiaryId = people[next % people.length];
        next += 1;
        return beneficiaryId === undefined ? null : getBeneficiary(desk, { beneficiaryId });
      },
    ],
  ];
  for (const [name, ours] of works) {
    yield compareInTurn({
      name,
      goal: '≤ 50 ms',
      against: { limit: 50 },
      rounds: ROUNDS,
      samplesPerRound: 10,
      ours,
    });
  }
}

/** Those who have submitted the most: their files are the longest. */
function peopleWithRequests({ store }: OpenDesk): readonly BeneficiaryId[] {
  return store.reader
    .statement<{ readonly id: string }>(
      `SELECT beneficiary_id AS id FROM case_summary WHERE submitted_at IS NOT NULL
       GROUP BY beneficiary_id ORDER BY count(*) DESC LIMIT 40`,
    )
    .all()
    .map(({ id }) => BeneficiaryId.parse(id));
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
