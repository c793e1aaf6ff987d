import { putMatchPage } from '#db/desk/matchIndex.ts';
import { writeDesk } from '#db/desk/store.ts';
import { MatchIndex } from '#electron/known/matchIndex.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import {
  addToBlock,
  BLOCK_BYTES,
  blockOf,
  blocksFor,
} from '#shared/domain/matchIndex/identifierFilter.ts';
import {
  BRANCH_BYTES,
  ENTRIES_A_PART,
  MARK_BYTES,
  PART_BYTES,
  writeEntry,
} from '#shared/domain/matchIndex/indexEntry.ts';
import { IndexKey, identifiersOf } from '#shared/domain/matchIndex/indexKey.ts';
import { PersonEncoder } from '#shared/domain/matchIndex/personCode.ts';
import { openFilledDesk } from '../../integration/desk/support/filledDesk.ts';
import { dropFolder, newFolder } from '../../integration/store/support/deskFixture.ts';
import { type Figure, figureOf } from '../harness.ts';
import { arabicRegister, type LabelledRecord, USUAL_PLAN } from './arabicRegister.ts';
import { COLUMNS } from './writeDown.ts';

const GOAL_BYTES = 200;
const GOAL_MS = 50;
/** A register is invented so large at once. */
const CHUNK = 50_000;
const ASKED = 1_000;
const ID_AT = COLUMNS.indexOf('nationalId');

/** The match index as a laptop holds it: bytes a person, how long a question takes, and what it finds. */
export function* benchMatchIndex(persons: number, seed: number): Iterable<Figure> {
  const folder = newFolder();
  const desk = openFilledDesk({ folder, cases: 0, seed: 'index' });
  try {
    const { bytes, known, strangers } = fill(desk, persons, seed);
    const index = new MatchIndex(desk.store);
    index.catchUp(Number.POSITIVE_INFINITY);
    const branchOfficeId = desk.device.branchOfficeId;
    const ask = (values: readonly string[], ownIdentifiers: boolean) =>
      index.hits({ values, branchOfficeId, ownIdentifiers });
    yield figureOf(
      {
        unit: 'bytes',
        name: `match index of ${persons}, for one person`,
        goal: `≤ ${GOAL_BYTES} bytes`,
        rounds: 1,
        samplesPerRound: 1,
        against: { limit: GOAL_BYTES },
      },
      [bytes / persons],
      [bytes / persons / GOAL_BYTES],
    );
    const everybody = [...known.map(({ values }) => values), ...strangers];
    const rounds = Array.from({ length: 3 }, () => {
      const times = everybody.map((values) => {
        const begun = performance.now();
        ask(values, false);
        return performance.now() - begun;
      });
      return times.toSorted((one, other) => one - other)[Math.ceil(times.length * 0.99) - 1] ?? 0;
    });
    yield figureOf(
      {
        name: `one question to a match index of ${persons}, p99`,
        goal: `≤ ${GOAL_MS} ms`,
        rounds: rounds.length,
        samplesPerRound: everybody.length,
        against: { limit: GOAL_MS },
      },
      rounds,
      rounds.map((p99) => p99 / GOAL_MS),
    );
    // By name and birth date alone, without the number.
    for (const care of ['easy', 'medium', 'hard'] as const) {
      const asked = known.filter((each) => each.care === care);
      const found = asked.filter(({ values, mark }) =>
        ask(values, true).some((hit) => hit.mark === mark),
      );
      yield share(`known elsewhere and said, ${care} entries`, found.length / asked.length, 0.8);
    }
    const surely = strangers.filter((values) =>
      ask(values, true).some((hit) => hit.strength === 'sure'),
    );
    const perhaps = strangers.filter((values) => ask(values, true).length > 0);
    const byNumber = strangers.filter((values) =>
      ask(values, false).some((hit) => hit.sameIdentifier),
    );
    yield share('strangers surely taken for somebody', surely.length / strangers.length, 0.005);
    yield share('strangers shown as perhaps known', perhaps.length / strangers.length, 0.05);
    yield share('strangers taken for known by number', byNumber.length / strangers.length, 0.015);
  } finally {
    desk.store.close();
    dropFolder(folder);
  }
}

function fill(desk: ReturnType<typeof openFilledDesk>, persons: number, seed: number) {
  const key = new IndexKey(nodeCrypto, nodeCrypto.randomBytes(32));
  const encoder = new PersonEncoder(nodeCrypto, key.bytes);
  const blocks = blocksFor(persons * 2);
  const filter = new Map<number, Uint8Array>();
  const taken = new Set<string>();
  const known: { values: readonly string[]; mark: string; care: LabelledRecord['care'] }[] = [];
  const strangers: (readonly string[])[] = [];
  let bytes = 0;
  let slot = 0;
  let part = new Uint8Array(PART_BYTES);
  let parts: { number: number; bytes: Uint8Array }[] = [];
  const write = (whole: boolean) => {
    const some = whole ? [...filter].map(([number, bits]) => ({ number, bytes: bits })) : [];
    bytes += [...parts, ...some].reduce((sum, each) => sum + each.bytes.length, 0);
    const version = { version: 1, key: key.bytes, blocks, through: slot, whole };
    const at = new Date().toISOString();
    const put = writeDesk(desk.store, (writer) =>
      putMatchPage(writer, version, { parts, blocks: some }, at),
    );
    if (!put.ok) throw new Error(put.problem);
    parts = [];
  };
  const flush = () => {
    parts.push({ number: Math.ceil(slot / ENTRIES_A_PART) - 1, bytes: part });
    part = new Uint8Array(PART_BYTES);
    if (parts.length >= 500) write(false);
  };
  for (let done = 0; done < persons; done += CHUNK) {
    const size = Math.min(CHUNK, persons - done);
    const wanted = Math.ceil((ASKED * size) / persons);
    const overlap = Math.min(0.5, wanted / size);
    const plan = { ...USUAL_PLAN, size, seed: seed + done, overlap };
    const { headings, left, right } = arabicRegister(plan);
    const valuesOf = ({ cells }: LabelledRecord) =>
      personValues(Object.fromEntries(headings.slice(1).map((name, at) => [name, cells[at + 1]])));
    const marks = new Map<string, string>();
    for (const record of left) {
      const values = valuesOf(record);
      const code = encoder.code(values);
      for (const identifier of identifiersOf(values)) {
        taken.add(identifier);
        const hash = key.hashOf(identifier);
        const block = blockOf(hash, blocks);
        const bits = filter.get(block) ?? new Uint8Array(BLOCK_BYTES);
        addToBlock(bits, hash);
        filter.set(block, bits);
      }
      if (code === null) continue;
      const mark = nodeCrypto.randomBytes(MARK_BYTES);
      marks.set(record.entity, Buffer.from(mark).toString('hex'));
      writeEntry(part, slot % ENTRIES_A_PART, { mark, branch: new Uint8Array(BRANCH_BYTES), code });
      slot += 1;
      if (slot % ENTRIES_A_PART === 0) flush();
    }
    let drawn = 0;
    for (const record of right) {
      const mark = marks.get(record.entity);
      if (mark !== undefined) known.push({ values: valuesOf(record), mark, care: record.care });
      // Who gave the number of a brother is known by it with reason.
      else if (drawn < wanted && record.person?.nationalId === record.cells[ID_AT]) {
        strangers.push(valuesOf(record));
        drawn += 1;
      }
    }
  }
  if (slot % ENTRIES_A_PART > 0) flush();
  write(true);
  // Of a million invented numbers some are drawn twice: whoever bears such a one is known by it with reason too.
  return {
    bytes,
    known,
    strangers: strangers.filter((values) =>
      identifiersOf(values).every((each) => !taken.has(each)),
    ),
  };
}

function share(name: string, value: number, goal: number): Figure {
  return figureOf(
    {
      unit: '%',
      name,
      goal: `${goal * 100} %`,
      rounds: 1,
      samplesPerRound: 1,
      against: { limit: goal * 100 },
    },
    [value * 100],
    [value / goal],
  );
}
