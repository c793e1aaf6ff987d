import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { releaseDueDecisions } from '#hq/decisions/releaseDecisions.ts';
import { CaseDecision } from '#shared/contracts/hq/decisions.ts';
import { createCommittee, makeReady, type TestCommittee } from './support/committee.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const List = z.looseObject({
  cases: z.array(z.looseObject({ caseId: z.string(), replyNotBefore: z.string() })),
  counts: z.record(z.string(), z.int()),
});
const open = async (caseId: string) =>
  CaseDecision.parse((await hub.api('GET', `/cases/${caseId}/decision`)).body);

let hub: TestHub;
let sender: FilledSender;
let committee: TestCommittee;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createFilledSender(hub, {
    cases: 6,
    seed: 'decisions',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  await makeReady(hub);
  committee = await createCommittee(hub);
  await hub.api('POST', '/people', {
    userName: 'director',
    displayName: 'عبدالله الشريف',
    password: HQ_PASSWORD,
    roles: ['director'],
  });
  await hub.api('POST', '/session', { userName: 'director', password: HQ_PASSWORD });
});
afterAll(async () => {
  sender.close();
  await hub.close();
});

const list = async (stand: string) =>
  List.parse((await hub.api('GET', `/decisions?stand=${stand}`)).body);

async function nextToDecide(): Promise<string> {
  const { cases } = await list('toDecide');
  const [first] = cases;
  if (!first) throw new Error('nothing to decide');
  return first.caseId;
}

const decide = (caseId: string) => committee.decide(caseId);

describe('a decision', () => {
  it('has a number of its own, waits for its day, and is not made twice', async () => {
    const caseId = await nextToDecide();
    const before = (await list('toDecide')).counts;
    await decide(caseId);
    const after = await open(caseId);
    expect(after.stand).toBe('waitsForDay');
    expect(after.case.status).toBe('rejected');
    expect(after.decisions[0]?.content.number).toMatch(/^D-2026-00000\d$/u);
    expect(after.items.every(({ label }) => label !== null)).toBe(true);
    await expect(decide(caseId)).rejects.toThrow(/caseDecided|inputInvalid/u);
    const { counts } = await list('waitsForDay');
    expect(counts['toDecide']).toBe((before['toDecide'] ?? 0) - 1);
    expect(counts['waitsForDay']).toBe((before['waitsForDay'] ?? 0) + 1);
  });

  it('is released on the day that the beneficiary was told, and not on the day before', async () => {
    const caseId = await nextToDecide();
    await decide(caseId);
    const { replyNotBefore } = (await open(caseId)).case;
    const day = Date.parse(`${replyNotBefore}T00:00:00.000Z`);
    // One minute before midnight in Riyadh, which is three hours ahead.
    hub.setNow(new Date(day - 3 * 3_600_000 - 60_000).toISOString());
    await releaseDueDecisions(hub.hub.context);
    await signInAgain();
    expect((await open(caseId)).stand).toBe('waitsForDay');
    hub.setNow(new Date(day - 3 * 3_600_000).toISOString());
    await releaseDueDecisions(hub.hub.context);
    const released = await open(caseId);
    expect(released.stand).toBe('released');
    expect(released.decisions[0]).toMatchObject({ releasedOn: replyNotBefore, override: null });
    hub.setNow('2026-11-23T08:00:00.000Z');
    await signInAgain();
  });

  it('is released before its day by the director alone, with a reason', async () => {
    const caseId = await nextToDecide();
    await decide(caseId);
    await hub.api('POST', '/session', { userName: 'admin', password: HQ_PASSWORD });
    const refused = await hub.api('POST', `/cases/${caseId}/decision/override`, {
      caseId,
      reason: 'علاج عاجل',
    });
    expect(refused.body).toMatchObject({ code: 'notPermitted' });
    await signInAgain();
    const without = await hub.api('POST', `/cases/${caseId}/decision/override`, {
      caseId,
      reason: '  ',
    });
    expect(without.status).toBe(400);
    const done = await hub.api('POST', `/cases/${caseId}/decision/override`, {
      caseId,
      reason: 'علاج عاجل',
    });
    expect(done.body).toMatchObject({
      stand: 'released',
      decisions: [{ override: 'علاج عاجل' }],
    });
  });

  it('moves the day of the answer later and refuses to move it earlier', async () => {
    const caseId = await nextToDecide();
    const { replyNotBefore } = (await open(caseId)).case;
    const move = (day: string) =>
      hub.api('POST', `/cases/${caseId}/reply-not-before`, {
        caseId,
        replyNotBefore: day,
        reason: 'ينتظر التقرير الطبي',
      });
    expect((await move(replyNotBefore ?? '')).body).toMatchObject({ code: 'replyOnlyLater' });
    expect((await move('2026-11-24')).body).toMatchObject({ code: 'replyOnlyLater' });
    expect((await move('2027-01-10')).status).toBe(200);
    expect((await open(caseId)).case.replyNotBefore).toBe('2027-01-10');
  });
});

async function signInAgain(): Promise<void> {
  await hub.api('POST', '/session', { userName: 'director', password: HQ_PASSWORD });
}
