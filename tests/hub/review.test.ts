import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { refreshCollisions } from '#db/hub/collisions.ts';
import { writeHub } from '#db/hub/connection.ts';
import { caseState } from '#electron/services/caseWork.ts';
import { nameContactPerson, recordContact } from '#electron/services/contactsService.ts';
import { findHubCase } from '#hq/cases/hubCase.ts';
import { Collision, Merge, ReviewPair, ReviewPairDetail } from '#shared/contracts/hq/review.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { type Clerk, checksMade, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { appendSameApplicant } from './support/sameApplicant.ts';
import { slippedNumber } from './support/slippedNumber.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const SEED = 'review';
const CASES = 8;
/** Between two cases of a filled desk, in milliseconds. */
const QUARTER_HOUR = 900_000;
const AT = '2026-11-23T09:00:00.000Z';
const reason = 'قورنت الوثائق مع المكتبين';

const List = z.looseObject({
  pairs: z.array(ReviewPair),
  total: z.int(),
  counts: z.record(z.string(), z.int()),
});

let hub: TestHub;
let mecca: FilledSender;
let taif: FilledSender;
let clerk: Clerk;
let second: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  clerk = await createClerk(hub, 'salman');
  second = await createClerk(hub, 'huda', ['director']);
  const filled = { seed: SEED, mix: ALL_SUBMITTED };
  mecca = await createFilledSender(hub, { ...filled, cases: CASES, branchCode: 'MKH01' });
  taif = await createFilledSender(hub, {
    ...filled,
    cases: 0,
    seed: 'taif',
    branchCode: 'TIF07',
    branchName: 'الطائف',
  });
  await clerk.call('POST', '/imports/setting', { automatic: true, stopped: false });
  await mecca.sendAll();
  await checksMade(hub);
});
afterAll(async () => {
  mecca.close();
  taif.close();
  await hub.close();
});

const listed = async (query = '') =>
  List.parse((await clerk.call('GET', `/review/pairs${query}`)).body);
const opened = async ({ oneId, otherId }: Pick<ReviewPair, 'oneId' | 'otherId'>) =>
  ReviewPairDetail.parse((await clerk.call('GET', `/review/pairs/${oneId}/${otherId}`)).body);
const waiting = async () => {
  const { body } = await clerk.call('GET', '/overview');
  return z.looseObject({ waiting: z.record(z.string(), z.int()) }).parse(body).waiting['review'];
};
async function stateOf(caseId: string): Promise<CaseState> {
  const found = await findHubCase(hub.hub.context.db, hub.hub.context.hubId, caseId);
  if (found?.state == null) throw new Error('no such case');
  return found.state;
}
/** Who comes to Taif, as Mecca's case of that number knows them. */
async function comesToTaif(number: number, alter?: (text: string) => string) {
  const came = appendSameApplicant(taif, {
    seed: SEED,
    number,
    openedAt: hub.hub.context.clock.now() - (CASES + 1 - number) * QUARTER_HOUR,
    ...(alter ? { alter } : {}),
  });
  await taif.sendAll();
  await checksMade(hub);
  return came;
}
async function pairOf(beneficiaryId: string): Promise<ReviewPairDetail> {
  const { pairs } = await listed();
  const pair = pairs.find(({ oneId, otherId }) =>
    [oneId, otherId].includes(beneficiaryId as never),
  );
  if (pair === undefined) throw new Error('no such pair');
  return opened(pair);
}
/** Mecca's case of whoever has this number. */
async function meccaCase(number: string): Promise<CaseState> {
  const [row] = await hub.hub.context.db.query<{ readonly id: string }>(
    `SELECT case_id AS id FROM case_identifier JOIN hub_case USING (case_id)
     JOIN branch USING (branch_office_id) WHERE code = 'MKH01' AND kind = 'idNumber' AND value = $1`,
    [number],
  );
  return stateOf(row?.id ?? '');
}
/** What the feed of a branch brings of one kind. */
async function toldTo(branchCode: string, kind: string): Promise<readonly unknown[]> {
  const rows = await hub.hub.context.db.query<{ readonly payload: string }>(
    `SELECT j.payload FROM journal j JOIN stretch s
       ON j.position BETWEEN s.first_position AND s.last_position
     JOIN branch b USING (branch_office_id)
     WHERE b.code = $1 AND j.kind = $2 ORDER BY j.position`,
    [branchCode, kind],
  );
  return rows.map(({ payload }) => JSON.parse(payload) as unknown);
}
/** Somebody of the branch speaks with whoever asked by this case, or with a passer-by. */
function spokeWith({ desk }: FilledSender, caseId: CaseState['caseId'] | null, topic: string) {
  return recordContact(desk, {
    channel: 'phone',
    initiatedBy: 'beneficiary',
    who: { beneficiaryId: null, name: 'سائل', phone: null },
    topic,
    said: 'قيل',
    answer: 'أُجيب',
    isSuggestion: false,
    followUpBy: null,
    caseId,
  });
}
const merged = (pair: ReviewPairDetail, more: object = {}) => ({
  seen: pair.seen,
  keptId: pair.mayKeep[0],
  fromMerged: [],
  duplicates: [],
  reason,
  ...more,
});

describe('who is who', () => {
  it('nobody is asked about while nobody is alike', async () => {
    expect(await listed()).toMatchObject({ pairs: [], total: 0 });
    expect(await waiting()).toBe(0);
  });

  it('a person of another branch waits as a pair, with both sides and what each field says', async () => {
    const came = await comesToTaif(0);
    const { pairs, counts } = await listed();
    expect(pairs).toMatchObject([{ strength: 'identifier', state: 'open' }]);
    expect(counts['open']).toBe(1);
    expect(await waiting()).toBeGreaterThanOrEqual(1);
    const pair = await pairOf(came.beneficiaryId);
    const [, right] = pair.sides;
    expect(pair.evidence.find(({ field }) => field === 'nationalId')?.weight).toBeGreaterThan(0);
    expect(
      pair.sides.flatMap(({ branches }) => branches.map(({ code }) => code)).toSorted(),
    ).toEqual(['MKH01', 'TIF07']);
    expect(pair.sides.map(({ values }) => values.name)).toEqual([
      right.values.name,
      right.values.name,
    ]);
    expect(pair.mayKeep).toHaveLength(1);
    const narrowed = await listed('?strength=review');
    expect(narrowed.pairs).toEqual([]);
  });

  it('shows on each side what was said with that person before, the latest first, and nobody else', async () => {
    const [listedPair] = (await listed()).pairs;
    if (listedPair === undefined) throw new Error('no pair');
    const before = await opened(listedPair);
    const requestAt = (code: string) => {
      const requests = before.sides.flatMap((side) => side.requests);
      const request = requests.find(({ branch }) => branch.code === code);
      if (request === undefined) throw new Error('no request');
      return request.caseId;
    };
    spokeWith(mecca, requestAt('MKH01'), 'موعد السلة');
    spokeWith(mecca, requestAt('MKH01'), 'تغيّر رقم الجوال');
    spokeWith(mecca, null, 'سؤال عابر');
    spokeWith(taif, requestAt('TIF07'), 'أثاث مستعمل');
    await mecca.sendAll();
    await taif.sendAll();
    const told = (await opened(listedPair)).sides.map(({ branches, contacts }) => [
      branches.map(({ code }) => code).join(),
      contacts.map(({ topic, branchName }) => [topic, branchName]),
    ]);
    expect(before.sides.map(({ contacts }) => contacts)).toEqual([[], []]);
    expect(Object.fromEntries(told)).toEqual({
      MKH01: [
        ['تغيّر رقم الجوال', 'فرع'],
        ['موعد السلة', 'فرع'],
      ],
      TIF07: [['أثاث مستعمل', 'الطائف']],
    });
  });

  it('a contact is of whom it is said to be of last', async () => {
    const [listedPair] = (await listed()).pairs;
    if (listedPair === undefined) throw new Error('no pair');
    const { sides } = await opened(listedPair);
    const side = sides.find(({ branches }) => branches.some(({ code }) => code === 'MKH01'));
    const [request] = side?.requests ?? [];
    if (request === undefined) throw new Error('no request');
    const { beneficiaryId } = caseState(mecca.desk, request.caseId);
    const { contactId } = spokeWith(mecca, null, 'اتصال بلا اسم');
    const topics = async () => {
      await mecca.sendAll();
      return (await opened(listedPair)).sides.flatMap(({ contacts }) =>
        contacts.map(({ topic }) => topic),
      );
    };
    expect(await topics()).not.toContain('اتصال بلا اسم');
    nameContactPerson(mecca.desk, { contactId, beneficiaryId });
    expect(await topics()).toContain('اتصال بلا اسم');
    nameContactPerson(mecca.desk, { contactId, beneficiaryId: null });
    expect(await topics()).not.toContain('اتصال بلا اسم');
  });

  it('whoever may only read is refused', async () => {
    const reader = await createClerk(hub, 'reader', ['researchOfficer']);
    const [pair] = (await listed()).pairs;
    if (pair === undefined) throw new Error('no pair');
    const answer = await reader.call(
      'POST',
      `/review/pairs/${pair.oneId}/${pair.otherId}/merge`,
      merged(await opened(pair)),
    );
    expect(answer.status).toBe(403);
  });

  it('two who decide at once: one does, the other hears of it; the case goes on the one file', async () => {
    const [listedPair] = (await listed()).pairs;
    if (listedPair === undefined) throw new Error('no pair');
    const pair = await opened(listedPair);
    const path = `/review/pairs/${pair.oneId}/${pair.otherId}/merge`;
    const answers = await Promise.all(
      [clerk, second].map(({ call }) => call('POST', path, merged(pair))),
    );
    expect(answers.map(({ status }) => status).toSorted((one, other) => one - other)).toEqual([
      200, 409,
    ]);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'pairChanged',
    });
    await checksMade(hub);
    expect((await listed()).pairs).toEqual([]);
    const files = await hub.hub.context.db.query<{ readonly fileNo: string }>(
      `SELECT DISTINCT file_no AS "fileNo" FROM hub_case h
       LEFT JOIN merged_person m ON m.beneficiary_id = h.beneficiary_id
       WHERE coalesce(m.person_id, h.beneficiary_id) = $1`,
      [pair.mayKeep[0]],
    );
    expect(files).toHaveLength(1);
    expect(files[0]?.fileNo).toMatch(/^FILE-/u);
    for (const branch of ['MKH01', 'TIF07']) {
      const told = await toldTo(branch, 'personMerged');
      expect(told).not.toEqual([]);
      expect(JSON.stringify(told)).not.toContain(pair.sides[0].name);
    }
  });

  it('is taken back whole, with what came meanwhile', async () => {
    const { body } = await clerk.call('GET', '/review/merges');
    const [merge] = z.looseObject({ merges: z.array(Merge) }).parse(body).merges;
    if (merge === undefined) throw new Error('no merge');
    const undone = await clerk.call('POST', `/review/merges/${merge.mergeId}/undo`, { reason });
    expect(undone.status).toBe(200);
    const again = await clerk.call('POST', `/review/merges/${merge.mergeId}/undo`, { reason });
    expect(again.body).toMatchObject({ code: 'pairChanged' });
    await checksMade(hub);
    const rows = await hub.hub.context.db.query<{
      readonly beneficiary: string;
      readonly file: string;
    }>(
      `SELECT beneficiary_id AS beneficiary, file_no AS file FROM hub_case
       WHERE beneficiary_id IN ($1, $2)`,
      [merge.kept.personId, merge.merged.personId],
    );
    const files = new Map(rows.map(({ beneficiary, file }) => [beneficiary, file]));
    expect(files.get(merge.kept.personId)).toBe(merge.keptFileNo);
    expect(files.get(merge.merged.personId)).not.toBe(merge.keptFileNo);
    expect(await toldTo('TIF07', 'personSeparated')).toHaveLength(1);
    // The two are alike as before: the question stands again.
    expect((await listed()).total).toBe(1);
  });

  it('two who were told apart are not asked about again, and hold nothing up', async () => {
    const [listedPair] = (await listed()).pairs;
    if (listedPair === undefined) throw new Error('no pair');
    const pair = await opened(listedPair);
    const path = `/review/pairs/${pair.oneId}/${pair.otherId}/apart`;
    expect((await clerk.call('POST', path, { seen: pair.seen, reason })).status).toBe(200);
    await hub.hub.context.db.query('UPDATE hub_case SET checked_position = NULL');
    await checksMade(hub);
    expect((await listed()).total).toBe(0);
    expect(await clerk.cases({ state: 'duplicate' })).toEqual([]);
    const late = await second.call('POST', path, { seen: pair.seen, reason });
    expect(late.body).toMatchObject({ code: 'pairChanged' });
  });

  it('one slip in the number is most likely the same person: held until somebody has said', async () => {
    const slip = slippedNumber();
    const came = await comesToTaif(4, slip.alter);
    const known = await meccaCase(slip.number());
    const held = (await clerk.cases()).find(({ caseId }) => caseId === came.caseId);
    expect(held).toMatchObject({ state: 'duplicate' });
    expect(held?.findings).toEqual([{ code: 'probablyKnown', at: null, other: known.reference }]);
    const pair = await pairOf(came.beneficiaryId);
    expect(pair).toMatchObject({ strength: 'sure' });
    const question = 'هل هو الشخص نفسه؟ رقم الهوية يختلف في رقمين.';
    const asked = await clerk.call('POST', `/review/pairs/${pair.oneId}/${pair.otherId}/ask`, {
      seen: pair.seen,
      branchOfficeId: taif.branchOfficeId,
      question,
    });
    expect(asked.status).toBe(200);
    expect(await toldTo('TIF07', 'contactRecorded')).toContainEqual(
      expect.objectContaining({ topic: question }),
    );
    expect((await listed()).total).toBe(0);
    expect((await listed('?state=asked')).total).toBe(1);
  });

  it('a request that only repeats another is not decided; parted again, it may be', async () => {
    const [listedPair] = (await listed('?state=asked')).pairs;
    if (listedPair === undefined) throw new Error('no pair');
    const pair = await opened(listedPair);
    const kept = pair.sides.find(({ personId }) => personId === pair.mayKeep[0]);
    const repeating = pair.sides.find(({ personId }) => personId !== pair.mayKeep[0])?.requests[0];
    const of = kept?.requests[0];
    if (repeating === undefined || of === undefined) throw new Error('no requests');
    const path = `/review/pairs/${pair.oneId}/${pair.otherId}/merge`;
    const wrong = await clerk.call('POST', path, {
      ...merged(pair),
      duplicates: [{ caseId: of.caseId, of: of.caseId }],
    });
    expect(wrong.body).toMatchObject({ code: 'inputInvalid' });
    const done = await clerk.call('POST', path, {
      ...merged(pair),
      fromMerged: ['mobile'],
      duplicates: [{ caseId: repeating.caseId, of: of.caseId }],
    });
    expect(done.status).toBe(200);
    const { mergeId } = Merge.parse(done.body);
    await checksMade(hub);
    expect((await stateOf(repeating.caseId)).status).toBe('duplicate');
    const listedCase = (await clerk.cases()).find(({ caseId }) => caseId === repeating.caseId);
    expect(listedCase).toMatchObject({ state: 'repeats' });
    expect((await clerk.overview()).counts['repeats']).toBe(1);
    const seen = (await clerk.cases()).find(({ caseId }) => caseId === repeating.caseId)?.seen;
    const imported = await clerk.call('POST', `/imports/cases/${repeating.caseId}/import`, {
      seen,
      reason,
    });
    expect(imported.body).toMatchObject({ code: 'caseRepeats' });
    expect(await toldTo('TIF07', 'personMerged')).toContainEqual(
      expect.objectContaining({
        mergeId,
        // Of another branch: not named.
        duplicateOf: { caseId: of.caseId, reference: null },
      }),
    );
    await clerk.call('POST', `/review/merges/${mergeId}/undo`, { reason });
    await checksMade(hub);
    expect((await stateOf(repeating.caseId)).headquarters).toMatchObject({ merges: [] });
    expect((await stateOf(repeating.caseId)).status).toBe('submitted');
  });

  it('what a case shares with another is known while it is with the branch for correction, and not once it is set aside', async () => {
    const { db } = hub.hub.context;
    const [one, other] = await db.query<{ readonly id: string }>(
      `SELECT case_id AS id FROM hub_case JOIN branch USING (branch_office_id)
       WHERE code = 'MKH01' AND file_no IS NOT NULL ORDER BY reference DESC LIMIT 2`,
    );
    if (one === undefined || other === undefined) throw new Error('no cases');
    const account = { kind: 'iban', value: 'SA0380000000608010167519' };
    const people = async () => {
      await writeHub(db, (writer) => refreshCollisions(writer, [account], AT));
      const { body } = await clerk.call('GET', '/review/collisions?kind=iban');
      const { collisions } = z.looseObject({ collisions: z.array(Collision) }).parse(body);
      return collisions.find(({ values }) => values[0] === account.value)?.total ?? 0;
    };
    const mark = (change: string) =>
      db.query(`UPDATE hub_case SET ${change} WHERE case_id = $1`, [one.id]);
    await db.query(
      'INSERT INTO case_identifier (case_id, kind, value) SELECT unnest($1::uuid[]), $2, $3',
      [[one.id, other.id], account.kind, account.value],
    );
    expect(await people()).toBe(2);
    await mark('candidate = false, return_open = true');
    expect(await people()).toBe(2);
    await mark('return_open = false, set_aside = true');
    expect(await people()).toBe(0);
    await mark('set_aside = false');
    expect(await people()).toBe(2);
  });
});
