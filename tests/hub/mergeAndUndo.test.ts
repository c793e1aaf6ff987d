import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeHub } from '#db/hub/connection.ts';
import { pairKey, proposePairs } from '#db/hub/personPairs.ts';
import { projectCases } from '#hq/cases/caseProjector.ts';
import { mergePersons } from '#hq/registry/mergePersons.ts';
import { openRegistryFile } from '#hq/registry/registryService.ts';
import { undoMerge } from '#hq/registry/undoMerge.ts';
import type { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { HUB_EVENT_PAYLOADS } from '#shared/domain/hub/hubEvent.ts';
import { ActorId, BeneficiaryId } from '#shared/domain/identity.ts';
import { checksMade, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const reason = 'اختبار';
const PERSONS = 4;

let hub: TestHub;
let mecca: FilledSender;
let actorId: ActorId;
beforeAll(async () => {
  hub = await createTestHub();
  const clerk = await createClerk(hub, 'salman');
  mecca = await createFilledSender(hub, {
    ...{ cases: 10, seed: 'merges', branchCode: 'MKH01', mix: ALL_SUBMITTED },
  });
  await clerk.call('POST', '/imports/setting', { automatic: true, stopped: false });
  await mecca.sendAll();
  await checksMade(hub);
  const [person] = await hub.hub.context.db.query<{ readonly id: string }>(
    "SELECT person_id AS id FROM hq_person WHERE user_name = 'salman'",
  );
  actorId = ActorId.parse(person?.id);
});
afterAll(async () => {
  mecca.close();
  await hub.close();
});

interface Row {
  readonly case_id: string;
  readonly branch_office_id: string;
  readonly beneficiary_id: string;
  readonly file_no: string | null;
  readonly status: string;
}

const rows = () =>
  hub.hub.context.db.query<Row>(
    `SELECT case_id, branch_office_id, beneficiary_id, file_no, status, stage, candidate, held
     FROM hub_case ORDER BY case_id`,
  );

/** What a comparison would have written: these two are to be looked at. */
async function seenPair(one: string, other: string) {
  const { db } = hub.hub.context;
  const key = pairKey(one, other);
  await writeHub(db, (writer) =>
    proposePairs(
      writer,
      [{ ...key, strength: 'review', probability: 0.5, weight: 1, evidence: [], knowledge: 1 }],
      '2026-11-23T08:00:00.000Z',
    ),
  );
  const [row] = await db.query<{ readonly seen: number }>(
    'SELECT seen FROM person_pair WHERE one_id = $1 AND other_id = $2',
    [key.oneId, key.otherId],
  );
  return {
    oneId: BeneficiaryId.parse(key.oneId),
    otherId: BeneficiaryId.parse(key.otherId),
    seen: row?.seen ?? 0,
  };
}

/** Who goes under whom, as headquarters' own journal says it. */
async function standingInJournal(): Promise<ReadonlyMap<string, string>> {
  const events = await hub.hub.context.db.query<{
    readonly kind: string;
    readonly payload: string;
  }>(
    "SELECT kind, payload FROM journal WHERE kind IN ('personsMerged', 'mergeUndone') ORDER BY position",
  );
  const standing = new Map<string, readonly [merged: string, kept: string]>();
  for (const { kind, payload } of events) {
    const content: unknown = JSON.parse(payload);
    if (kind === 'personsMerged') {
      const { mergeId, mergedId, keptId } = HUB_EVENT_PAYLOADS.personsMerged.parse(content);
      standing.set(mergeId, [mergedId, keptId]);
    } else standing.delete(HUB_EVENT_PAYLOADS.mergeUndone.parse(content).mergeId);
  }
  return new Map(standing.values());
}

type Shown = readonly [name: string, maskedId: string | null];

/** Name and number of each person as the list of the registry has them. */
async function registered(): Promise<ReadonlyMap<string, Shown>> {
  const people = await hub.hub.context.db.query<{
    readonly id: string;
    readonly name: string;
    readonly masked: string | null;
  }>('SELECT person_id AS id, name, id_masked AS masked FROM registry_person ORDER BY 1');
  return new Map(people.map(({ id, name, masked }) => [id, [name, masked]]));
}

/** What must be shown of each who has a file, after these merges took over what the other had said. */
function shownAs(
  own: ReadonlyMap<string, Shown>,
  taken: Iterable<readonly [kept: string, merged: string]>,
  rootOf: (id: string) => string,
): ReadonlyMap<string, Shown> {
  const shown = new Map(own);
  for (const [kept, merged] of taken) {
    const value = shown.get(merged);
    if (value !== undefined) shown.set(kept, value);
  }
  return new Map([...shown].filter(([id]) => rootOf(id) === id));
}

describe('merging and undoing, in whatever order', () => {
  it('keeps one file a person at every step, and leads back to what was', async () => {
    const before = await rows();
    const files = new Map(before.map((row) => [row.beneficiary_id, row.file_no]));
    const persons = [...files.keys()].slice(0, PERSONS);
    const own = await registered();
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(PERSONS - 1), fc.nat(PERSONS - 1), fc.boolean(), fc.boolean()), {
          minLength: 2,
          maxLength: 7,
        }),
        async (steps) => {
          const { context } = hub.hub;
          const under = new Map<string, string>();
          const rootOf = (id: string): string => {
            const next = under.get(id);
            return next === undefined ? id : rootOf(next);
          };
          const standing = new Map<MergeId, string>();
          const names = new Map<MergeId, readonly [kept: string, merged: string]>();
          for (const [left, right, undoes, takesName] of steps) {
            const [first] = standing;
            if (undoes && first !== undefined) {
              await undoMerge(context, actorId, { mergeId: first[0], reason });
              standing.delete(first[0]);
              names.delete(first[0]);
              under.delete(first[1]);
            } else {
              const one = rootOf(persons[left] ?? '');
              const other = rootOf(persons[right] ?? '');
              if (one === other) continue;
              const mergeId = await mergePersons(context, actorId, {
                ...(await seenPair(one, other)),
                keptId: BeneficiaryId.parse(one),
                fromMerged: takesName ? ['name', 'nationalId'] : [],
                duplicates: [],
                reason,
              });
              standing.set(mergeId, other);
              if (takesName) names.set(mergeId, [one, other]);
              under.set(other, one);
            }
            for (const row of await rows()) {
              expect(row.file_no).toBe(files.get(rootOf(row.beneficiary_id)));
            }
            expect(await registered()).toEqual(shownAs(own, names.values(), rootOf));
            const [person = ''] = persons.map(rootOf);
            const file = await openRegistryFile(context, {
              personId: BeneficiaryId.parse(person),
            });
            expect([file.name, file.maskedId]).toEqual((await registered()).get(person));
          }
          expect(await standingInJournal()).toEqual(under);
          for (const mergeId of standing.keys()) {
            await undoMerge(context, actorId, { mergeId, reason });
          }
          expect(await rows()).toEqual(before);
          expect(await context.db.query('SELECT FROM merged_person')).toEqual([]);
        },
      ),
      { numRuns: 6 },
    );
    // The rows are what the events make of them.
    await writeHub(hub.hub.context.db, (writer) =>
      projectCases(
        writer,
        hub.hub.context.hubId,
        new Map(before.map((row) => [row.case_id, row.branch_office_id])),
      ),
    );
    expect(await rows()).toEqual(before);
  });
});
