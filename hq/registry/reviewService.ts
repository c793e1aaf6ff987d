import type { z } from 'zod';
import { uncheckCasesOf } from '#db/hub/caseChecks.ts';
import { listCollisionsOfCase } from '#db/hub/collisions.ts';
import { writeHub } from '#db/hub/connection.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { listNamesOf } from '#db/hub/people.ts';
import {
  findMerge,
  listMerges,
  listStandingMerges,
  type MergeRow,
  membersOf,
  personsOf,
} from '#db/hub/personMerges.ts';
import { decidePairs, findPair, listPairsOf, type PairKey, pairKey } from '#db/hub/personPairs.ts';
import {
  countReview,
  listPairBranches,
  listWaitingPairs,
  type ReviewPairRow,
} from '#db/hub/reviewLists.ts';
import {
  type hqReviewContract,
  Merge,
  ReviewPair,
  type ReviewPairDetail,
} from '#shared/contracts/hq/review.ts';
import { isoDate, riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { MergeId } from '#shared/domain/case/mergeEvents.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { agreedOwn } from '#shared/domain/hub/toldApart.ts';
import { type ActorId, BeneficiaryId, BranchOfficeId } from '#shared/domain/identity.ts';
import { findHubCase } from '../cases/hubCase.ts';
import { type HubContext, nowOf } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { shownCollisions } from './collisionService.ts';
import { lockSeenPair, mergePersons } from './mergePersons.ts';
import { personSide, personsInShort } from './personSides.ts';
import { undoMerge } from './undoMerge.ts';

type Input<Name extends keyof typeof hqReviewContract> = z.output<
  NonNullable<(typeof hqReviewContract)[Name]['~orpc']['inputSchema']>
>;

export async function pairsOf(hub: HubContext, input: Input<'list'>) {
  const { state, strength = null, branchOfficeId = null, offset, limit } = input;
  const wish = { state, strength, branchOfficeId, personId: null, offset, limit };
  const [{ pairs, total }, counts, branches] = await Promise.all([
    listWaitingPairs(hub.db, wish),
    countReview(hub.db),
    listPairBranches(hub.db),
  ]);
  return {
    pairs: await shownPairs(hub, pairs),
    total,
    counts,
    branches: branches.map((branch) => ({
      ...branch,
      branchOfficeId: BranchOfficeId.parse(branch.branchOfficeId),
    })),
  };
}

async function shownPairs(
  { db }: Pick<HubContext, 'db'>,
  rows: readonly ReviewPairRow[],
): Promise<ReviewPair[]> {
  const ids = [...new Set(rows.flatMap(({ one, other }) => [one, other]))];
  const persons = new Map(
    (await personsInShort(db, ids)).map((person) => [person.personId as string, person]),
  );
  return rows.map((row) =>
    ReviewPair.parse({
      oneId: row.oneId,
      otherId: row.otherId,
      strength: row.strength,
      state: row.state,
      probability: row.probability,
      foundAt: row.foundAt.toISOString(),
      one: persons.get(row.one),
      other: persons.get(row.other),
    }),
  );
}

/** @throws HqError `notFound`; `pairChanged` for two who are one already */
export async function pairOf(hub: HubContext, input: Input<'pair'>): Promise<ReviewPairDetail> {
  const pair = await findPair(hub.db, pairKey(input.oneId, input.otherId));
  if (pair === null) throw new HqError('notFound');
  const persons = await personsOf(hub.db, [pair.oneId, pair.otherId]);
  const one = persons.get(pair.oneId) ?? pair.oneId;
  const other = persons.get(pair.otherId) ?? pair.otherId;
  if (one === other) throw new HqError('pairChanged');
  const sides = [await personSide(hub, one), await personSide(hub, other)] as const;
  const [left, right] = sides;
  const filed = sides.filter(({ fileNo }) => fileNo !== null);
  const names = await listNamesOf(hub.db, pair.decidedBy === null ? [] : [pair.decidedBy], []);
  return {
    oneId: BeneficiaryId.parse(pair.oneId),
    otherId: BeneficiaryId.parse(pair.otherId),
    strength: pair.strength,
    state: pair.state,
    probability: pair.probability,
    foundAt: pair.foundAt,
    one: shortOf(left),
    other: shortOf(right),
    seen: pair.seen,
    weight: pair.weight,
    evidence: [...pair.evidence],
    sides: [left, right],
    mayKeep: (filed.length === 1 ? filed : sides).map(({ personId }) => personId),
    said:
      pair.decidedAt === null
        ? null
        : {
            reason: pair.reason ?? '',
            by: names.get(pair.decidedBy ?? '') ?? '',
            at: pair.decidedAt,
          },
  };
}

function shortOf({ personId, name, fileNo, branches }: ReviewPairDetail['sides'][0]) {
  return { personId, name, fileNo, branches };
}

/** @throws HqError as `mergePersons` */
export async function merge(hub: HubContext, actorId: ActorId, input: Input<'merge'>) {
  return mergeOf(hub, await mergePersons(hub, actorId, input));
}

/** @throws HqError as `undoMerge` */
export async function undo(hub: HubContext, actorId: ActorId, input: Input<'undo'>) {
  await undoMerge(hub, actorId, input);
  return mergeOf(hub, input.mergeId);
}

async function mergeOf(hub: HubContext, mergeId: MergeId): Promise<Merge> {
  const row = await findMerge(hub.db, mergeId);
  const [shown] = row === null ? [] : await shownMerges(hub, [row]);
  if (shown === undefined) throw new HqError('notFound');
  return shown;
}

export async function mergesOf(hub: HubContext, { offset, limit }: Input<'merges'>) {
  const rows = await listMerges(hub.db, offset, limit);
  return { merges: await shownMerges(hub, rows), counts: await countReview(hub.db) };
}

async function shownMerges(
  { db }: Pick<HubContext, 'db'>,
  rows: readonly MergeRow[],
): Promise<Merge[]> {
  const ids = rows.flatMap(({ keptId, mergedId }) => [keptId, mergedId]);
  const persons = new Map(
    (await personsInShort(db, [...new Set(ids)])).map((person) => [
      person.personId as string,
      person,
    ]),
  );
  const names = await listNamesOf(
    db,
    rows.flatMap(({ mergedBy, undoneBy }) => [mergedBy, ...(undoneBy === null ? [] : [undoneBy])]),
    [],
  );
  return rows.map((row) =>
    Merge.parse({
      mergeId: row.mergeId,
      kept: persons.get(row.keptId),
      merged: persons.get(row.mergedId),
      keptFileNo: row.keptFileNo,
      mergedFileNo: row.mergedFileNo,
      fromMerged: row.fromMerged,
      reason: row.reason,
      mergedAt: row.mergedAt,
      mergedBy: names.get(row.mergedBy) ?? '',
      undone:
        row.undoneAt === null
          ? null
          : {
              at: row.undoneAt,
              by: names.get(row.undoneBy ?? '') ?? '',
              reason: row.undoneReason ?? '',
            },
    }),
  );
}

/**
 * Remembered for all records of the two, and not asked again unless more of what is a person's own agrees.
 * @throws HqError `notFound`, `pairChanged`
 */
export async function tellApart(hub: HubContext, actorId: ActorId, input: Input<'tellApart'>) {
  await writeHub(hub.db, async (writer) => {
    const pair = await lockSeenPair(writer, input);
    const persons = await personsOf(writer, [pair.oneId, pair.otherId]);
    const one = await membersOf(writer, persons.get(pair.oneId) ?? pair.oneId);
    const other = await membersOf(writer, persons.get(pair.otherId) ?? pair.otherId);
    const between = (await listPairsOf(writer, one)).filter(
      (each) => other.includes(each.oneId) || other.includes(each.otherId),
    );
    await decidePairs(writer, between, {
      state: 'apart',
      at: nowOf(hub),
      by: actorId,
      reason: input.reason,
    });
    await uncheckCasesOf(writer, [...one, ...other]);
    await appendHubEvents(
      writer,
      hub,
      between.map((each) => ({
        kind: 'personsToldApart' as const,
        actorId,
        payload: {
          oneId: BeneficiaryId.parse(each.oneId),
          otherId: BeneficiaryId.parse(each.otherId),
          agreed: [...agreedOwn(each.evidence)],
          reason: input.reason,
        },
      })),
    );
  });
  hub.importer.nudge();
  return {};
}

/**
 * The branch finds the question among its contacts, as something on which to report back from today on.
 * @throws HqError `notFound`, `pairChanged`; `inputInvalid` for a branch that has no case of either
 */
export async function askBranch(hub: HubContext, actorId: ActorId, input: Input<'askBranch'>) {
  const { branchOfficeId, question } = input;
  const detail = await pairOf(hub, input);
  const side = detail.sides.find(({ branches }) =>
    branches.some((branch) => branch.branchOfficeId === branchOfficeId),
  );
  if (side === undefined) throw new HqError('inputInvalid');
  const request = side.requests.find(({ branch }) => branch.branchOfficeId === branchOfficeId);
  await writeHub(hub.db, async (writer) => {
    const pair = await lockSeenPair(writer, input);
    const key: PairKey = { oneId: pair.oneId, otherId: pair.otherId };
    await decidePairs(writer, [key], {
      state: 'asked',
      at: nowOf(hub),
      by: actorId,
      reason: question,
    });
    await appendHubEvents(writer, hub, [
      {
        kind: 'pairAsked',
        actorId,
        payload: {
          oneId: BeneficiaryId.parse(pair.oneId),
          otherId: BeneficiaryId.parse(pair.otherId),
          branchOfficeId,
          question,
        },
      },
    ]);
    const task = {
      kind: 'contactRecorded' as const,
      actorId,
      payload: {
        contactId: ContactId.parse(hub.ids.uuid()),
        channel: 'branchRepresentatives' as const,
        initiatedBy: 'association' as const,
        who: { beneficiaryId: null, name: side.name, phone: side.phones[0] ?? null },
        topic: question.slice(0, LONGEST_TOPIC),
        said: [question, request?.reference].filter((part) => part !== undefined).join('\n'),
        answer: '',
        isSuggestion: false,
        followUpBy: isoDate(riyadhDayNumber(hub.clock.now())),
        caseId: null,
      },
    };
    await appendHubEvents(writer, hub, [task], branchOfficeId);
  });
  return {};
}

const LONGEST_TOPIC = 200;
/** More concern nobody at once. */
const MOST_OF_CASE = 20;

/** @throws HqError `notFound` */
export async function reviewOfCase(hub: HubContext, { caseId }: Input<'ofCase'>) {
  const found = await findHubCase(hub.db, hub.hubId, caseId);
  if (found?.state == null) throw new HqError('notFound');
  const { beneficiaryId } = found.state;
  const personId = (await personsOf(hub.db, [beneficiaryId])).get(beneficiaryId) ?? beneficiaryId;
  const wish = { strength: null, branchOfficeId: null, personId, offset: 0, limit: MOST_OF_CASE };
  const [open, asked, collisions, merges] = await Promise.all([
    listWaitingPairs(hub.db, { ...wish, state: 'open' }),
    listWaitingPairs(hub.db, { ...wish, state: 'asked' }),
    listCollisionsOfCase(hub.db, caseId),
    listStandingMerges(hub.db, await membersOf(hub.db, personId)),
  ]);
  return {
    pairs: await shownPairs(hub, [...open.pairs, ...asked.pairs]),
    collisions: await shownCollisions(hub.db, collisions),
    merges: await shownMerges(hub, merges),
  };
}
