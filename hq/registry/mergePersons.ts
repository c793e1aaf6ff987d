import type { z } from 'zod';
import { uncheckCasesOf } from '#db/hub/caseChecks.ts';
import { refreshCollisionsOf } from '#db/hub/collisions.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import { appendHubEvents, type NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import {
  insertMerge,
  listCasesOfPersons,
  lockMerges,
  membersOf,
  personsOf,
  putPersons,
} from '#db/hub/personMerges.ts';
import { lockPair, type PairRow, pairKey } from '#db/hub/personPairs.ts';
import type { hqReviewContract } from '#shared/contracts/hq/review.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { duplicateOf } from '#shared/domain/case/headquartersState.ts';
import { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { type ActorId, BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import type { HubCase } from '../cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { mayRepeat } from './repeatedRequests.ts';

type MergeInput = z.output<NonNullable<(typeof hqReviewContract.merge)['~orpc']['inputSchema']>>;

/** A person with all cases that go under them, locked and read. */
interface MergeSide {
  readonly personId: string;
  readonly members: readonly string[];
  readonly fileNo: string | null;
  readonly states: readonly CaseState[];
}

/**
 * Joins two persons who are one: the requests of both stand on one file from here on, and each branch that
 * has one of them hears of it. Nothing that was written is changed.
 * @throws HqError `notFound`; `pairChanged` when somebody was quicker; `inputInvalid` for a file that cannot
 * stay, or a repetition that cannot be one
 * @returns the id of the merge
 */
export async function mergePersons(
  hub: HubContext,
  actorId: ActorId,
  input: MergeInput,
): Promise<MergeId> {
  const mergeId = MergeId.parse(hub.ids.uuid());
  await writeHub(hub.db, async (writer) => {
    await lockMerges(writer);
    const pair = await lockSeenPair(writer, input);
    const persons = await personsOf(writer, [pair.oneId, pair.otherId]);
    const [one = '', other = ''] = [persons.get(pair.oneId), persons.get(pair.otherId)];
    if (one === other || (input.keptId !== one && input.keptId !== other)) {
      throw new HqError('pairChanged');
    }
    const { cases, branches, sides } = await lockSides(writer, hub, [
      input.keptId,
      input.keptId === one ? other : one,
    ]);
    const [kept, merged] = sides;
    if (kept.fileNo === null && merged.fileNo !== null) throw new HqError('inputInvalid');
    assertRepetitions(input.duplicates, [...kept.states, ...merged.states]);
    await insertMerge(writer, {
      mergeId,
      keptId: kept.personId,
      mergedId: merged.personId,
      keptFileNo: kept.fileNo,
      mergedFileNo: merged.fileNo,
      fromMerged: input.fromMerged,
      reason: input.reason,
      mergedAt: nowOf(hub),
      mergedBy: actorId,
    });
    await putPersons(writer, new Map(merged.members.map((id) => [id, kept.personId])));
    await refreshCollisionsOf(writer, [...kept.members, ...merged.members], nowOf(hub));
    await uncheckCasesOf(writer, [...kept.members, ...merged.members]);
    await appendHubEvents(writer, hub, [
      {
        kind: 'personsMerged',
        actorId,
        payload: {
          mergeId,
          keptId: BeneficiaryId.parse(kept.personId),
          mergedId: BeneficiaryId.parse(merged.personId),
          keptFileNo: kept.fileNo,
          mergedFileNo: merged.fileNo,
          fromMerged: [...input.fromMerged],
          duplicates: [...input.duplicates],
          reason: input.reason,
        },
      },
    ]);
    const told = (side: MergeSide, otherFileNo: string | null): readonly NewHubCaseEvent[] =>
      side.states.map((state) => ({
        kind: 'personMerged',
        caseId: state.caseId,
        actorId,
        payload: {
          mergeId,
          // A case that is not in the registry yet has no file, and gets it with its import.
          fileNo: state.headquarters.fileNo === null ? null : kept.fileNo,
          otherFileNo,
          kept: side === kept,
          duplicateOf: repeated(state, input.duplicates, cases, branches),
        },
      }));
    await writeCaseEvents(writer, hub, cases, [
      ...told(kept, merged.fileNo),
      ...told(merged, kept.fileNo),
    ]);
  });
  hub.importer.nudge();
  return mergeId;
}

/** @throws HqError `notFound`, `pairChanged` */
export async function lockSeenPair(
  writer: HubWriter,
  { oneId, otherId, seen }: Pick<MergeInput, 'oneId' | 'otherId' | 'seen'>,
): Promise<PairRow> {
  const pair = await lockPair(writer, pairKey(oneId, otherId));
  if (pair === null) throw new HqError('notFound');
  const waits = pair.state === 'open' || pair.state === 'asked';
  if (!waits || pair.seen !== seen) throw new HqError('pairChanged');
  return pair;
}

async function lockSides(
  writer: HubWriter,
  hub: HubContext,
  personIds: readonly [kept: string, merged: string],
): Promise<{
  readonly cases: ReadonlyMap<string, HubCase>;
  /** Of each case. */
  readonly branches: ReadonlyMap<string, string>;
  readonly sides: readonly [kept: MergeSide, merged: MergeSide];
}> {
  const members = [
    await membersOf(writer, personIds[0]),
    await membersOf(writer, personIds[1]),
  ] as const;
  const listed = await listCasesOfPersons(writer, members.flat());
  const cases = await lockAndReadCases(
    writer,
    hub,
    listed.map(({ caseId }) => caseId),
  );
  const sideOf = (at: 0 | 1): MergeSide => {
    const own = new Set(members[at]);
    const states = listed.flatMap(({ caseId, beneficiaryId }) => {
      const state = own.has(beneficiaryId) ? (cases.get(caseId)?.state ?? null) : null;
      return state === null ? [] : [state];
    });
    const files = states.flatMap(({ headquarters }) => headquarters.fileNo ?? []);
    return {
      personId: personIds[at],
      members: members[at],
      fileNo: files.toSorted()[0] ?? null,
      states,
    };
  };
  const branches = new Map(listed.map((row) => [row.caseId, row.branchOfficeId]));
  return { cases, branches, sides: [sideOf(0), sideOf(1)] };
}

/** @throws HqError `inputInvalid` */
function assertRepetitions(
  duplicates: MergeInput['duplicates'],
  states: readonly CaseState[],
): void {
  const byId = new Map<string, CaseState>(states.map((state) => [state.caseId, state]));
  const repeating = new Set<string>(duplicates.map(({ caseId }) => caseId));
  const stands = duplicates.every(({ caseId, of }) => {
    const own = byId.get(caseId);
    const other = byId.get(of);
    return (
      own !== undefined &&
      other !== undefined &&
      mayRepeat(own) &&
      duplicateOf(other.headquarters) === null &&
      !repeating.has(of)
    );
  });
  if (!stands || repeating.size !== duplicates.length) throw new HqError('inputInvalid');
}

/** The other request is named to a branch only where it is its own. */
function repeated(
  state: CaseState,
  duplicates: MergeInput['duplicates'],
  cases: ReadonlyMap<string, HubCase>,
  branches: ReadonlyMap<string, string>,
) {
  const of = duplicates.find(({ caseId }) => caseId === state.caseId)?.of;
  const other = of === undefined ? null : (cases.get(of)?.state ?? null);
  if (of === undefined || other === null) return null;
  const isOfBranch = branches.get(of) === branches.get(state.caseId);
  return { caseId: CaseId.parse(of), reference: isOfBranch ? other.reference : null };
}
