import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { writeHub } from '#db/hub/connection.ts';
import { lockAndReadCases, writeCaseEvents } from '#hq/cases/writeCaseEvents.ts';
import { releaseDueDecisions } from '#hq/decisions/releaseDecisions.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { ALL_SUBMITTED, createFilledSender, type FilledSender } from './support/filledSender.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const List = z.looseObject({
  cases: z.array(z.looseObject({ caseId: z.string(), replyNotBefore: z.string() })),
  counts: z.record(z.string(), z.int()),
});
const Opened = z.looseObject({
  items: z.array(z.looseObject({ itemId: z.string(), label: z.unknown() })),
  stand: z.string(),
  releasedOn: z.string().nullable(),
  override: z.string().nullable(),
  case: z.looseObject({ replyNotBefore: z.string(), status: z.string() }),
  decision: z.looseObject({ number: z.string() }).nullable(),
  may: z.looseObject({ decide: z.boolean(), override: z.boolean() }),
});

let hub: TestHub;
let sender: FilledSender;
beforeAll(async () => {
  hub = await createTestHub();
  sender = await createFilledSender(hub, {
    cases: 6,
    seed: 'decisions',
    branchCode: 'MKH01',
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  await hub.hub.context.caseProjector.settled();
  await importAll();
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

/** As the clerk's import does it. */
async function importAll(): Promise<void> {
  const { context } = hub.hub;
  const rows = await context.db.query<{ id: string }>(
    'SELECT case_id AS id FROM hub_case WHERE candidate',
  );
  await writeHub(context.db, async (writer) => {
    const ids = rows.map(({ id }) => id);
    const cases = await lockAndReadCases(writer, context, ids);
    await writeCaseEvents(
      writer,
      context,
      cases,
      ids.map((caseId, index) => ({
        kind: 'caseImported',
        caseId,
        actorId: ActorId.parse(context.hubId),
        payload: { fileNo: `F-${index}`, by: 'rule' },
      })),
    );
  });
}

const list = async (stand: string) =>
  List.parse((await hub.api('GET', `/decisions?stand=${stand}`)).body);
const open = async (caseId: string) =>
  Opened.parse((await hub.api('GET', `/cases/${caseId}/decision`)).body);

async function nextToDecide(): Promise<string> {
  const { cases } = await list('toDecide');
  const [first] = cases;
  if (!first) throw new Error('nothing to decide');
  return first.caseId;
}

async function decide(caseId: string, change = (items: object[]) => items) {
  const { items } = await open(caseId);
  const decided = items.map(({ itemId }) => ({
    itemId,
    outcome: 'rejected',
    code: 'outOfArea',
    reason: 'خارج نطاق الفرع',
  }));
  return hub.api('POST', `/cases/${caseId}/decision`, { caseId, items: change(decided) });
}

describe('a decision', () => {
  it('is made of every item that was asked for, and of nothing else', async () => {
    const caseId = await nextToDecide();
    const { items } = await open(caseId);
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ label }) => label !== null)).toBe(true);
    const none = await decide(caseId, (decided) => [{ ...decided[0], itemId: 'elsewhere' }]);
    expect(none.status).toBe(422);
    expect(none.body).toMatchObject({ code: 'itemsNotCovered' });
    expect((await open(caseId)).stand).toBe('toDecide');
  });

  it('has a number of its own, waits for its day, and is not made twice', async () => {
    const caseId = await nextToDecide();
    const before = (await list('toDecide')).counts;
    expect((await decide(caseId)).status).toBe(200);
    const after = await open(caseId);
    expect(after.stand).toBe('waitsForDay');
    expect(after.case.status).toBe('rejected');
    expect(after.decision?.number).toMatch(/^D-2026-00000\d$/u);
    const again = await decide(caseId);
    expect(again.body).toMatchObject({ code: 'actionNotAllowed' });
    const { counts } = await list('waitsForDay');
    expect(counts['toDecide']).toBe((before['toDecide'] ?? 0) - 1);
    expect(counts['waitsForDay']).toBe((before['waitsForDay'] ?? 0) + 1);
  });

  it('two who decide at once make one decision', async () => {
    const caseId = await nextToDecide();
    const answers = await Promise.all([decide(caseId), decide(caseId)]);
    expect(answers.map(({ status }) => status).toSorted((left, right) => left - right)).toEqual([
      200, 409,
    ]);
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
    expect(released).toMatchObject({
      stand: 'released',
      releasedOn: replyNotBefore,
      override: null,
    });
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
    expect(done.body).toMatchObject({ stand: 'released', override: 'علاج عاجل' });
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
    expect((await move(replyNotBefore)).body).toMatchObject({ code: 'replyOnlyLater' });
    expect((await move('2026-11-24')).body).toMatchObject({ code: 'replyOnlyLater' });
    expect((await move('2027-01-10')).status).toBe(200);
    expect((await open(caseId)).case.replyNotBefore).toBe('2027-01-10');
  });
});

async function signInAgain(): Promise<void> {
  await hub.api('POST', '/session', { userName: 'director', password: HQ_PASSWORD });
}
