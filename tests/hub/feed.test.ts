import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { feedPageText } from '#hq/feed/feedPage.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { DecisionId } from '#shared/domain/case/decision.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { FEED_START } from '#shared/protocol/sync/feedPage.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { openCase, readCase, welcome } from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, pulled, sent } from './support/branchLaptops.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
});

async function newDesk(): Promise<TestDesk> {
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  return desk;
}

async function namesIn(desk: TestDesk, caseId: CaseId) {
  const { state } = await readCase(desk.client, caseId);
  return answerAt(state.answers, 'nameFirst');
}

describe('what a laptop hears from headquarters', () => {
  it('its branch’s other laptop works on the case it opened, and neither has to reload', async () => {
    const one = await newDesk();
    const other = await newDesk();
    const caseId = await openCase(one.client, [
      { op: 'set', path: 'nameFirst', answer: { value: 'ريم' }, base: null },
    ]);
    await welcome(one.client, caseId);
    await sent(one);
    await pulled(hub, other);

    const file = await other.client.cases.get({ caseId });
    expect(file.events.map(({ kind }) => kind)).toEqual(
      (await one.client.cases.get({ caseId })).events.map(({ kind }) => kind),
    );
    const { cases } = await other.client.cases.list({ offset: 0, limit: 10 });
    expect(cases.map((each) => each.caseId)).toContain(caseId);

    await other.client.cases.recordInquiry({
      caseId,
      channel: 'phone',
      topic: 'السلة',
      question: 'متى؟',
      answer: 'بعد الرد',
    });
    await sent(other);
    await pulled(hub, one);
    const { state } = await readCase(one.client, caseId);
    expect(state.inquiries).toHaveLength(1);
    expect(state).toEqual((await readCase(other.client, caseId)).state);
    expect(await namesIn(one, caseId)).toEqual({ value: 'ريم' });
  });

  it('a decision comes without what it says, until its day', async () => {
    const desk = await newDesk();
    const caseId = await openCase(desk.client);
    await sent(desk);
    const { context } = hub.hub;
    const decisionId = DecisionId.parse(context.ids.uuid());
    const decision = {
      decisionId,
      number: 'D-2026-000001',
      decidedOn: '2026-11-23',
      items: [
        {
          itemId: 'r1',
          outcome: 'rejected' as const,
          code: 'outOfScope' as const,
          reason: 'سبب يقال للمستفيد وحده في يومه',
        },
      ],
      appealDays: 30,
      reviewOf: null,
    };
    await actAtHeadquarters(hub, caseId, [
      { kind: 'decisionMade', payload: { decision } },
      { kind: 'decisionReached', payload: { decisionId } },
    ]);
    await pulled(hub, desk);
    const { events } = await desk.client.cases.get({ caseId });
    expect(events.map(({ kind }) => kind)).toContain('decisionReached');
    expect(events.map(({ kind }) => kind)).not.toContain('decisionMade');
    const reader = { branchOfficeId: '', deviceId: '', epoch: 1 };
    const devices = await context.db.query<{ branch: string; device: string }>(
      'SELECT branch_office_id AS branch, device_id AS device FROM device',
    );
    for (const { branch, device } of devices) {
      const page = await feedPageText(
        context,
        { ...reader, branchOfficeId: branch, deviceId: device },
        FEED_START,
      );
      expect(page).not.toContain('سبب يقال');
      expect(page).not.toContain('decisionMade');
    }
  });
});
