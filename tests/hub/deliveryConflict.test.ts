import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ServiceCase } from '#shared/contracts/hq/delivery.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { deliveryConflicts } from '#shared/domain/case/serviceConflicts.ts';
import { itemServices } from '#shared/domain/case/serviceState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { PASSWORD, type TestDesk } from '../integration/desk/support/testDesk.ts';
import { matchedCase, readCase, sign, submit } from '../integration/desk/support/widowCase.ts';
import { acceptAndTell, importWaiting } from './support/acceptedCases.ts';
import { pulled, sent } from './support/branchLaptops.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';
const WHOLE = 500_000;
/** Of the widow whose case it is. */
const ID = '1012345672';

let hub: TestHub;
let officer: Clerk;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
  officer = await createClerk(hub, 'delivery', ['deliveryOfficer']);
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

/** A case that was accepted for once, told and registered, on these laptops of one branch. */
async function registered(laptops: number) {
  // One after the other: headquarters takes in the request that waits.
  for (let laptop = 0; laptop < laptops; laptop += 1) desks.push(await createEnrolledDesk(hub));
  const [first, ...others] = desks;
  if (first === undefined) throw new Error('no laptop');
  const caseId = await matchedCase(first.client, TODAY);
  await sign(first.client, caseId);
  await submit(first.client, caseId);
  await sent(first);
  await importWaiting(hub);
  const itemId = await acceptAndTell(hub, caseId, { amount: WHOLE, months: 1 });
  await officer.call('POST', `/cases/${caseId}/registration`, {
    caseId,
    account: { iban: 'SA0380000000608010167519', by: 'document' },
    conditionsMet: true,
    note: null,
  });
  for (const desk of desks) await pulled(hub, desk);
  return { caseId, itemId, first, others };
}

const handed = (itemId: string, amount = WHOLE) => ({
  itemId,
  amount,
  quantity: null,
  deliveredOn: TODAY,
  place: 'branch' as const,
  receiver: {
    name: 'نورة السبيعي',
    as: 'applicant' as const,
    identity: { documentKey: 'D1', number: ID, validUntil: '2030-01-01' },
  },
  proof: { kind: 'signedReceipt' as const },
});

const atDesk = async (desk: TestDesk, caseId: CaseId) =>
  (await readCase(desk.client, caseId)).state;
/** What the day shows of cases that were answered. */
async function dueToday({ client }: TestDesk): Promise<readonly string[]> {
  const { due } = await client.today.get();
  return due.map((row) => row.due.kind).filter((kind) => kind !== 'paper');
}
async function atHeadquarters(caseId: CaseId): Promise<CaseState> {
  await hub.hub.context.caseProjector.settled();
  const { body } = await officer.call('GET', `/cases/${caseId}/service`);
  const state = replayCase(ServiceCase.parse(body).events);
  if (state === null) throw new Error('no case');
  return state;
}
const conflictsIn = ({ headquarters, service }: CaseState) =>
  deliveryConflicts(headquarters, service).map(({ kind, deliveries }) => ({
    kind,
    count: deliveries.length,
  }));
const givenIn = ({ headquarters, service }: CaseState) =>
  itemServices(headquarters, service)[0]?.deliveredAmount;
async function listed(view: string) {
  const { body } = await officer.call('GET', `/deliveries?view=${view}`);
  return z
    .object({
      rows: z.array(z.object({ caseId: z.string() })),
      counts: z.record(z.string(), z.int()),
    })
    .parse(body);
}

describe('a service that two offices delivered, neither knowing of the other', () => {
  it('by a laptop and by headquarters: both are kept and shown at both, and settled at headquarters', async () => {
    const { caseId, itemId, first } = await registered(1);
    expect(await dueToday(first)).toEqual(['delivery']);
    // The laptop is on the road: nothing of this is heard before both have written.
    await first.client.service.deliver({ caseId, delivery: handed(itemId) });
    const answer = await officer.call('POST', `/cases/${caseId}/deliveries`, {
      caseId,
      delivery: { ...handed(itemId), place: 'headquarters' },
    });
    expect(answer.body).toEqual({ status: 'serviceDelivered' });
    await sent(first);
    await pulled(hub, first);

    const [desk, headquarters] = [await atDesk(first, caseId), await atHeadquarters(caseId)];
    expect(headquarters.service).toEqual(desk.service);
    expect(headquarters.status).toBe(desk.status);
    expect(desk.service.deliveries).toHaveLength(2);
    expect(conflictsIn(desk)).toEqual([{ kind: 'apart', count: 2 }]);
    expect(await dueToday(first)).toEqual(['settle']);
    expect((await listed('conflicts')).rows.map((row) => row.caseId)).toEqual([caseId]);
    // Two that crossed hold up no import: a clerk has nothing to look at.
    await hub.hub.context.importer.settled();
    const found = await hub.hub.context.db.query(
      `SELECT findings FROM case_check WHERE case_id = $1 AND findings <> '[]'::jsonb`,
      [caseId],
    );
    expect(JSON.stringify(found)).not.toMatch(/serviceDelivered|decisionReached/u);

    const [one, other] = desk.service.deliveries;
    if (one === undefined || other === undefined) throw new Error('two deliveries');
    const settle = (verdicts: readonly object[]) =>
      officer.call('POST', `/cases/${caseId}/deliveries/settlement`, {
        caseId,
        reason: 'سُئلت المستفيدة، ولم يصلها إلا تسليم المكتب',
        verdicts,
      });
    expect((await settle([{ deliveryId: one.deliveryId, outcome: 'given' }])).status).toBe(400);
    await settle([
      { deliveryId: one.deliveryId, outcome: 'given' },
      { deliveryId: other.deliveryId, outcome: 'returned' },
    ]);
    await pulled(hub, first);
    const settled = await atDesk(first, caseId);
    expect(conflictsIn(settled)).toEqual([]);
    expect(await dueToday(first)).toEqual([]);
    expect(givenIn(settled)).toBe(WHOLE);
    expect(settled.service.deliveries.map(({ found }) => found?.outcome)).toEqual([
      'given',
      'returned',
    ]);
    expect((await listed('conflicts')).counts['conflicts']).toBe(0);
    expect((await settle([{ deliveryId: one.deliveryId, outcome: 'given' }])).body).toMatchObject({
      code: 'actionNotAllowed',
    });
  });

  it('by two laptops of one branch, settled at one of them', async () => {
    const { caseId, itemId, first, others } = await registered(2);
    const [second] = others;
    if (second === undefined) throw new Error('two laptops');
    await first.client.service.deliver({ caseId, delivery: handed(itemId, WHOLE / 2) });
    await second.client.service.deliver({ caseId, delivery: handed(itemId, WHOLE / 2) });
    await Promise.all([sent(first), sent(second)]);
    await Promise.all([pulled(hub, first), pulled(hub, second)]);
    const state = await atDesk(first, caseId);
    expect((await atDesk(second, caseId)).service).toEqual(state.service);
    // Together no more than was approved, and still a person looks at it.
    expect(conflictsIn(state)).toEqual([{ kind: 'apart', count: 2 }]);

    const verdicts = state.service.deliveries.map(({ deliveryId }, index) => ({
      deliveryId,
      outcome: index === 0 ? ('given' as const) : ('notGiven' as const),
    }));
    await second.client.service.settle({ caseId, verdicts, reason: 'سُجّل مرتين سهوًا' });
    await sent(second);
    await pulled(hub, first);
    const settled = await atDesk(first, caseId);
    expect(conflictsIn(settled)).toEqual([]);
    expect(givenIn(settled)).toBe(WHOLE / 2);
    expect(settled.status).toBe('serviceScheduled');
    expect((await atHeadquarters(caseId)).service).toEqual(settled.service);
  });

  it('and a request that was withdrawn at headquarters while a laptop delivered', async () => {
    const { caseId, itemId, first } = await registered(1);
    await first.client.service.deliver({ caseId, delivery: handed(itemId) });
    const said = { channel: 'phone', withdrawnOn: TODAY, reason: null };
    expect(
      (await officer.call('POST', `/cases/${caseId}/withdrawal`, { caseId, ...said })).body,
    ).toEqual({ status: 'withdrawn' });
    await sent(first);
    await pulled(hub, first);
    const state = await atDesk(first, caseId);
    expect((await atHeadquarters(caseId)).service).toEqual(state.service);
    expect(state.service.withdrawal).not.toBeNull();
    expect(conflictsIn(state)).toEqual([{ kind: 'withdrawn', count: 1 }]);
  });
});

describe('a service that was delivered', () => {
  it('ends at the desk when the person was asked what they think of it, alone and sealed', async () => {
    const { caseId, itemId, first } = await registered(1);
    await first.client.service.deliver({ caseId, delivery: handed(itemId) });
    await expect(first.client.service.close({ caseId })).rejects.toMatchObject({
      code: 'actionNotAllowed',
    });
    const turned = await first.client.opinion.begin({ caseId, language: 'ar' });
    // All of the policy's questions: something was given, so whether it met the need as well.
    expect(turned).toMatchObject({
      kiosk: { survey: 'S2', asked: ['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8'] },
    });
    await first.client.opinion.give({
      language: 'ar',
      answers: { scale: { q1: 5, q4: 3, q6: 'notApplicable', q8: 4 }, recommend: 9, improve: '' },
    });
    await first.client.opinion.end({ password: PASSWORD });
    const asked = await atDesk(first, caseId);
    expect(asked.service.opinion?.outcome).toBe('given');
    // What was thought of the interview is another matter.
    expect(asked.opinion).toBeNull();
    await first.client.service.close({ caseId });
    await sent(first);
    const closed = await atHeadquarters(caseId);
    expect(closed.status).toBe('closed');
    expect(closed.service.closed?.reason).toBe('opinionGiven');
  });
});
