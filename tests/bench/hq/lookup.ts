import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectHub, type HubDatabase, writeHub } from '#db/hub/connection.ts';
import { insertKnowledge, putLinkedPersons } from '#db/hub/linkedPersons.ts';
import { migrateHub } from '#db/hub/migrate.ts';
import { createHubLog } from '#hq/host/log.ts';
import { createLinker, type Linker } from '#hq/linkage/linker.ts';
import type { LinkApplicant } from '#hq/linkage/linkMessages.ts';
import { ensureDatabase, startBundledPostgres } from '#hq/postgres/bundledPostgres.ts';
import { firstKnowledge } from '#ports/firstKnowledge.ts';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { systemClock } from '#ports/systemClock.ts';
import { createUuidV7Generator } from '#ports/uuidV7.ts';
import { personValues } from '#shared/domain/linkage/personValues.ts';
import { type Figure, figureOf } from '../harness.ts';
import { arabicRegister, type LabelledRecord, USUAL_PLAN } from '../matching/arabicRegister.ts';

export const USUAL_PERSONS = 1_000_000;
const QUESTIONS = 1_000;
const ROUNDS = 3;
/** The whole way through headquarters; the index itself is measured by `matching`. */
const GOAL_MS = 25;
/** Made and written at once: so many invented persons stand in memory. */
const BLOCK = 50_000;
/** Persons of one transaction. */
const WRITTEN = 5_000;

/**
 * How long headquarters looks for one applicant among all persons, as the import asks: a question to the
 * linking thread and its answer, against a bare query by primary key in the same database.
 */
export async function* benchLookup({
  persons,
}: {
  readonly persons: number;
}): AsyncIterable<Figure> {
  const folder = mkdtempSync(join(tmpdir(), 'rifada-postgres-'));
  const postgres = await startBundledPostgres(folder);
  await ensureDatabase(postgres.url);
  const db = connectHub(postgres.url);
  const ids = createUuidV7Generator(systemClock, nodeCrypto);
  const log = createHubLog(() => undefined, systemClock.now, ids.uuid);
  const linker = createLinker({ db, clock: systemClock, log });
  try {
    await migrateHub(db);
    const { known, asked } = await fill(db, persons, () => ids.uuid());
    const weights = { version: 1, knowledge: firstKnowledge(), persons };
    await writeHub(db, (writer) => insertKnowledge(writer, weights, new Date().toISOString()));
    const begun = performance.now();
    await linker.explain([{ values: personValues({}), id: ids.uuid() }]);
    yield single(
      `the linking thread of headquarters is filled with ${persons} persons`,
      (performance.now() - begun) / 1000,
    );
    yield* lookUp(db, linker, { persons, known, asked });
  } finally {
    await linker.close();
    await db.close();
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Filled {
  readonly known: readonly string[];
  readonly asked: readonly LinkApplicant[];
}

async function fill(db: HubDatabase, persons: number, newId: () => string): Promise<Filled> {
  const known: string[] = [];
  const asked: LinkApplicant[] = [];
  for (let written = 0, seed = 1; written < persons; written += BLOCK, seed += 1) {
    const size = Math.min(BLOCK, persons - written);
    const overlap = Math.min(0.5, QUESTIONS / size);
    const { headings, left, right } = arabicRegister({ ...USUAL_PLAN, size, seed, overlap });
    const valuesOf = ({ cells }: LabelledRecord) =>
      personValues(Object.fromEntries(headings.slice(1).map((name, at) => [name, cells[at + 1]])));
    for (let first = 0; first < left.length; first += WRITTEN) {
      const block = left.slice(first, first + WRITTEN).map((record) => ({
        id: newId(),
        values: valuesOf(record),
        caseId: newId(),
        saidAt: '2026-01-01T00:00:00.000Z',
      }));
      await writeHub(db, (writer) => putLinkedPersons(writer, block));
      if (known.length < QUESTIONS) known.push(...block.slice(0, QUESTIONS).map(({ id }) => id));
    }
    if (asked.length >= QUESTIONS * 2) continue;
    const others = right.slice(0, QUESTIONS * 2);
    asked.push(...others.map((record) => ({ id: newId(), values: valuesOf(record), except: [] })));
  }
  return { known, asked };
}

async function* lookUp(
  db: HubDatabase,
  linker: Linker,
  { persons, known, asked }: Filled & { readonly persons: number },
): AsyncIterable<Figure> {
  const slowest: number[] = [];
  const usual: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const times: number[] = [];
    const bare: number[] = [];
    for (const [at, applicant] of asked.slice(0, QUESTIONS).entries()) {
      times.push(await timed(() => linker.link([applicant])));
      bare.push(
        await timed(() =>
          db.query('SELECT known FROM linked_person WHERE beneficiary_id = $1', [
            known[at % known.length],
          ]),
        ),
      );
    }
    slowest.push(quantile(times, 0.99));
    usual.push(quantile(times, 0.5));
    ratios.push(quantile(times, 0.5) / quantile(bare, 0.5));
  }
  const name = `headquarters looks for one applicant among ${persons} persons`;
  const comparison = { rounds: ROUNDS, samplesPerRound: QUESTIONS };
  yield figureOf(
    { ...comparison, name: `${name}, p99`, goal: `≤ ${GOAL_MS} ms`, against: { limit: GOAL_MS } },
    slowest,
    slowest.map((each) => each / GOAL_MS),
  );
  const peer = { name: 'a bare query by primary key', sample: () => undefined };
  yield figureOf(
    { ...comparison, name: `${name}, median`, goal: 'ratio ≤ 10', against: peer },
    usual,
    ratios,
  );
}

function single(name: string, seconds: number): Figure {
  const limit = 60;
  return figureOf(
    { unit: 's', name, goal: `≤ ${limit} s`, rounds: 1, samplesPerRound: 1, against: { limit } },
    [seconds],
    [seconds / limit],
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
