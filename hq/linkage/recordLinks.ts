import type { HubReader, HubWriter } from '#db/hub/connection.ts';
import { findLinkedValues, type NewLinkedPerson, putLinkedPersons } from '#db/hub/linkedPersons.ts';
import { listGroupsOf } from '#db/hub/personMerges.ts';
import {
  type FoundPair,
  listPairsOf,
  type PairKey,
  type PairRow,
  pairKey,
  proposePairs,
  withdrawPairs,
} from '#db/hub/personPairs.ts';
import { agreedOwn, saysMore } from '#shared/domain/hub/toldApart.ts';
import { SURE_PROBABILITY } from '#shared/domain/linkage/thresholds.ts';
import type { CheckedCaseAnswer } from '../import/checkMessages.ts';
import type { Linker } from './linker.ts';
import type { LinkApplicant, LinkCandidate, LinkedApplicant } from './linkMessages.ts';

/** What linkage said of the persons of some cases, before it is written down. */
export interface LinkedChunk {
  readonly persons: readonly NewLinkedPerson[];
  readonly applicants: readonly LinkedApplicant[];
  readonly knowledge: number;
}

/** Two cases whose persons have a number of one person in common. */
export interface SharedByPersons {
  readonly oneId: string;
  readonly otherId: string;
}

/**
 * Looks for the persons of these cases among all others. Whoever was compared before with the same data is
 * left out: nothing about them is new.
 */
export async function linkChunk(
  db: HubReader,
  linker: Linker,
  answers: readonly CheckedCaseAnswer[],
): Promise<LinkedChunk> {
  const latest = new Map<string, NewLinkedPerson>();
  for (const { caseId, person } of answers) {
    if (person === null) continue;
    const before = latest.get(person.beneficiaryId);
    if (before !== undefined && before.saidAt > person.saidAt) continue;
    const { beneficiaryId: id, values, saidAt } = person;
    latest.set(id, { id, values, caseId, saidAt });
  }
  const known = await findLinkedValues(db, [...latest.keys()]);
  const persons = [...latest.values()].filter(
    ({ id, values }) => known.get(id)?.join('\n') !== values.join('\n'),
  );
  const groups = await listGroupsOf(
    db,
    persons.map(({ id }) => id),
  );
  const asked = persons.map(
    ({ id, values }): LinkApplicant => ({ id, values, except: groups.get(id) ?? [] }),
  );
  return { persons, ...(await linker.link(asked)) };
}

/**
 * Writes down what linkage said, in the transaction of the checks: pairs to look at, those that are not
 * alike any more, and those with a number in common, whatever else is said of them.
 */
export async function recordLinks(
  writer: HubWriter,
  linker: Linker,
  { persons, applicants, knowledge }: LinkedChunk,
  shared: readonly SharedByPersons[],
  now: string,
): Promise<void> {
  await putLinkedPersons(writer, persons);
  const kept = new Map(
    (
      await listPairsOf(writer, [
        ...persons.map(({ id }) => id),
        ...shared.map(({ oneId }) => oneId),
      ])
    ).map((pair) => [textOf(pair), pair]),
  );
  const found = new Map<string, FoundPair>();
  for (const { id, candidates } of applicants) {
    for (const candidate of candidates) {
      const pair = foundPair(id, candidate, knowledge);
      const before = found.get(textOf(pair));
      if (before === undefined || before.probability < pair.probability) {
        found.set(textOf(pair), pair);
      }
    }
  }
  const sharing = new Map(
    shared.map(({ oneId, otherId }) => {
      const key = pairKey(oneId, otherId);
      return [textOf(key), key];
    }),
  );
  for (const pair of await sharedPairs(writer, linker, { kept, found, sharing, knowledge })) {
    found.set(textOf(pair), pair);
  }
  await proposePairs(
    writer,
    [...found.values()].filter((pair) => isWorthProposing(pair, kept.get(textOf(pair)))),
    now,
  );
  const compared = new Set(persons.map(({ id }) => id));
  await withdrawPairs(
    writer,
    [...kept.values()].filter(
      (pair) =>
        !found.has(textOf(pair)) &&
        !sharing.has(textOf(pair)) &&
        (compared.has(pair.oneId) || compared.has(pair.otherId)),
    ),
  );
}

/** Told apart is told apart, until more of what is a person's own agrees. */
function isWorthProposing(pair: FoundPair, before: PairRow | undefined): boolean {
  if (before === undefined || before.state !== 'apart') return true;
  return saysMore(agreedOwn(pair.evidence), agreedOwn(before.evidence));
}

/** Pairs with a number in common are looked at by a person even where all the rest differs. */
async function sharedPairs(
  writer: HubWriter,
  linker: Linker,
  {
    kept,
    found,
    sharing,
    knowledge,
  }: {
    readonly kept: ReadonlyMap<string, PairRow>;
    readonly found: ReadonlyMap<string, FoundPair>;
    readonly sharing: ReadonlyMap<string, PairKey>;
    readonly knowledge: number;
  },
): Promise<readonly FoundPair[]> {
  const keys = [...sharing.values()].filter((key) => {
    const before = kept.get(textOf(key));
    return found.has(textOf(key)) || before === undefined || before.strength !== 'identifier';
  });
  const named = keys.filter((key) => !found.has(textOf(key)));
  const values = await findLinkedValues(writer, [...new Set(named.map(({ oneId }) => oneId))]);
  const explained = await linker.explain(
    named.map(({ oneId, otherId }) => ({ values: values.get(oneId) ?? [], id: otherId })),
  );
  const byText = new Map(named.map((key, at) => [textOf(key), explained[at] ?? null]));
  return keys.map((key) => {
    const pair = found.get(textOf(key));
    if (pair !== undefined) return { ...pair, strength: 'identifier' };
    const said = byText.get(textOf(key)) ?? null;
    return {
      ...key,
      strength: 'identifier',
      probability: said?.probability ?? 0,
      weight: said?.weight ?? 0,
      evidence: said?.fields ?? [],
      knowledge,
    };
  });
}

function foundPair(id: string, candidate: LinkCandidate, knowledge: number): FoundPair {
  return {
    ...pairKey(id, candidate.id),
    strength: candidate.probability >= SURE_PROBABILITY ? 'sure' : 'review',
    probability: candidate.probability,
    weight: candidate.weight,
    evidence: candidate.fields,
    knowledge,
  };
}

function textOf({ oneId, otherId }: PairKey): string {
  return `${oneId} ${otherId}`;
}
