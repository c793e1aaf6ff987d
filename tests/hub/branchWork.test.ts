import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { nodeCrypto } from '#ports/nodeCrypto.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { DecisionContent, type DecisionId } from '#shared/domain/case/decision.ts';
import { ReturnId } from '#shared/domain/case/headquartersEvents.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { verifyExport } from '#shared/protocol/verifyExport.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import {
  decideTheRest,
  fillPage,
  layDocuments,
  matchedCase,
  openCase,
  readCase,
  setAnswer,
  sign,
  submit,
} from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, pulled, sent } from './support/branchLaptops.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';
let hub: TestHub;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  hub.setNow(`${TODAY}T08:00:00.000Z`);
});

async function newDesk(): Promise<TestDesk> {
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  return desk;
}

async function submittedCase(desk: TestDesk): Promise<CaseId> {
  const caseId = await matchedCase(desk.client, TODAY);
  await sign(desk.client, caseId);
  await submit(desk.client, caseId);
  await sent(desk);
  return caseId;
}

const stateOf = async (desk: TestDesk, caseId: CaseId) =>
  (await readCase(desk.client, caseId)).state;
const dueOf = async ({ client }: TestDesk, caseId: CaseId) =>
  (await client.today.get()).due.filter((row) => row.case.caseId === caseId).map(({ due }) => due);

describe('two laptops that changed one field apart', () => {
  it('both show both values, a person chooses, and both stay in the journal', async () => {
    const one = await newDesk();
    const other = await newDesk();
    const caseId = await openCase(one.client, [setAnswer('nameFirst', { value: 'ريم' })]);
    await sent(one);
    await pulled(hub, other);

    // Neither hears of the other before both have written.
    await Promise.all([
      fillPage(one.client, caseId, 'B', [setAnswer('nameFirst', { value: 'ريما' })]),
      fillPage(other.client, caseId, 'B', [setAnswer('nameFirst', { value: 'رؤى' })]),
    ]);
    await Promise.all([sent(one), sent(other)]);
    await Promise.all([pulled(hub, one), pulled(hub, other)]);

    const state = await stateOf(one, caseId);
    expect(await stateOf(other, caseId)).toEqual(state);
    const { candidates = [] } = state.conflicts['nameFirst'] ?? {};
    expect(candidates.map(({ answer }) => answer)).toEqual(
      expect.arrayContaining([{ value: 'ريما' }, { value: 'رؤى' }]),
    );
    expect(await dueOf(one, caseId)).toMatchObject([{ kind: 'conflict', count: 1 }]);

    const chosen = candidates.find(
      ({ answer }) => answer !== null && 'value' in answer && answer.value === 'ريما',
    );
    await other.client.headquarters.settleConflict({
      caseId,
      path: 'nameFirst',
      chosen: chosen?.mark.eventId ?? ('' as never),
    });
    await sent(other);
    await pulled(hub, one);
    const settled = await stateOf(one, caseId);
    expect(settled).toEqual(await stateOf(other, caseId));
    expect(settled.conflicts).toEqual({});
    expect(answerAt(settled.answers, 'nameFirst')).toEqual({ value: 'ريما' });
    const { events } = await one.client.cases.get({ caseId });
    expect(JSON.stringify(events)).toContain('رؤى');
    await expectProven(one, caseId);
    await expectProven(other, caseId);
  });

  it('what one typed before the other’s word came is not written over it', async () => {
    const one = await newDesk();
    const other = await newDesk();
    const caseId = await openCase(one.client, [setAnswer('nameFirst', { value: 'ريم' })]);
    await sent(one);
    await pulled(hub, other);
    const { answerSources } = await stateOf(other, caseId);
    const base = answerSources['nameFirst']?.eventId ?? null;
    await other.client.interview.saveDraft({
      caseId,
      scope: 'B',
      body: {
        kind: 'answers',
        patches: [{ op: 'set', path: 'nameFirst', answer: { value: 'رؤى' }, base }],
      },
    });
    await fillPage(one.client, caseId, 'B', [setAnswer('nameFirst', { value: 'ريما' })]);
    await sent(one);
    await pulled(hub, other);
    expect(answerAt((await stateOf(other, caseId)).answers, 'nameFirst')).toEqual({
      value: 'ريما',
    });
    expect((await other.client.cases.get({ caseId })).drafts).toHaveLength(1);

    await other.client.interview.leavePage({ caseId, section: 'B' });
    expect(Object.keys((await stateOf(other, caseId)).conflicts)).toEqual(['nameFirst']);
  });
});

describe('a case that headquarters sends back', () => {
  it('is corrected, signed and handed in anew, with a new day 0 and a receipt of its own', async () => {
    const desk = await newDesk();
    const caseId = await submittedCase(desk);
    const first = (await stateOf(desk, caseId)).submission;
    expect((await desk.client.papers.print({ caseId, paper: 'N1', language: 'ar' })).copy).toBe(1);
    await sent(desk);
    await actAtHeadquarters(hub, caseId, [
      {
        kind: 'caseReturned',
        payload: {
          returnId: ReturnId.parse(hub.hub.context.ids.uuid()),
          reason: 'dataWrong',
          text: 'رقم الجوال لا يعمل',
          wants: 'correction',
          about: { documents: [], rows: [], paths: ['mobile'] },
        },
      },
    ]);
    await pulled(hub, desk);
    const returned = await stateOf(desk, caseId);
    expect(returned).toMatchObject({ status: 'returnedToBranch', submission: null });
    expect(await dueOf(desk, caseId)).toContainEqual({
      kind: 'returned',
      day: TODAY,
      reason: 'dataWrong',
      text: 'رقم الجوال لا يعمل',
      wants: 'correction',
    });
    const file = await desk.client.cases.get({ caseId });
    expect(Object.values(file.people)).toContain('سارة القحطاني');

    const later = '2026-11-25';
    desk.setNow(`${later}T08:00:00.000Z`);
    hub.setNow(`${later}T08:00:00.000Z`);
    await fillPage(desk.client, caseId, 'C', [setAnswer('mobile', { value: '+966501112223' })]);
    await layDocuments(desk.client, caseId, TODAY);
    await decideTheRest(desk.client, caseId);
    await desk.client.documents.completeMatching({ caseId });
    await sign(desk.client, caseId);
    await submit(desk.client, caseId);
    const anew = await stateOf(desk, caseId);
    expect(anew.submission?.dayZero).toBe(later);
    expect(anew.submission?.dayZero).not.toBe(first?.dayZero);
    expect(anew.headquarters.returns[0]?.settled).not.toBeNull();
    expect(anew.status).toBe('submitted');
    expect((await desk.client.papers.print({ caseId, paper: 'N1', language: 'ar' })).copy).toBe(1);
    expect(await dueOf(desk, caseId)).not.toContainEqual(
      expect.objectContaining({ kind: 'returned' }),
    );
  });

  it('is answered in words, and keeps signature and day 0', async () => {
    const desk = await newDesk();
    const caseId = await submittedCase(desk);
    const { submission } = await stateOf(desk, caseId);
    const returnId = ReturnId.parse(hub.hub.context.ids.uuid());
    await expect(
      desk.client.headquarters.answerReturn({ caseId, returnId, text: 'لا شيء' }),
    ).rejects.toMatchObject({ code: 'actionNotAllowed' });
    await actAtHeadquarters(hub, caseId, [
      {
        kind: 'caseReturned',
        payload: {
          returnId,
          reason: 'unclear',
          text: 'كم عدد الغرف؟',
          wants: 'answer',
          about: { documents: [], rows: [], paths: [] },
        },
      },
    ]);
    await pulled(hub, desk);
    await desk.client.headquarters.answerReturn({ caseId, returnId, text: 'ثلاث غرف' });
    const answered = await stateOf(desk, caseId);
    expect(answered).toMatchObject({ status: 'submitted', submission });
    expect(answered.headquarters.returns[0]?.settled).toMatchObject({ text: 'ثلاث غرف' });
  });
});

describe('a decision', () => {
  it('is told on its day, and its letter printed; before it nobody can', async () => {
    const desk = await newDesk();
    const caseId = await submittedCase(desk);
    // Each case is counted where it is, and nowhere else.
    const counts = async () => {
      const { accepted, inRegistry, decided } = (await desk.client.sync.status()).counts;
      return { accepted, inRegistry, decided };
    };
    const none = { accepted: 0, inRegistry: 0, decided: 0 };
    expect(await counts()).toEqual({ ...none, accepted: 1 });
    const { submission, answers } = await stateOf(desk, caseId);
    const [itemId = ''] = answers.rows['supportItems'] ?? [];
    const decision = DecisionContent.parse({
      decisionId: hub.hub.context.ids.uuid(),
      number: 'D-2026-000007',
      decidedOn: TODAY,
      items: [{ itemId, outcome: 'rejected', code: 'outOfArea', reason: 'خارج نطاق المكتب' }],
      appealDays: 30,
      reviewOf: null,
    });
    const { decisionId } = decision;
    await actAtHeadquarters(hub, caseId, [
      { kind: 'caseImported', payload: { fileNo: 'FILE-000001', by: 'rule' } },
      { kind: 'decisionMade', payload: { decision } },
      { kind: 'decisionReached', payload: { decisionId } },
    ]);
    await pulled(hub, desk);
    expect((await stateOf(desk, caseId)).headquarters.decisions).toMatchObject([
      { decisionId, content: null, released: null },
    ]);
    expect(await counts()).toEqual({ ...none, inRegistry: 1 });
    await expect(
      desk.client.papers.print({ caseId, paper: 'N5', language: 'ar' }),
    ).rejects.toMatchObject({ code: 'actionNotAllowed' });
    const day = submission?.replyNotBefore ?? '';
    await expect(tell(desk, caseId, decisionId, day)).rejects.toMatchObject({
      code: 'actionNotAllowed',
    });

    hub.setNow(`${day}T08:00:00.000Z`);
    desk.setNow(`${day}T09:00:00.000Z`);
    await actAtHeadquarters(hub, caseId, [
      { kind: 'decisionReleased', payload: { decision, releasedOn: day, override: null } },
    ]);
    await pulled(hub, desk);
    expect(await dueOf(desk, caseId)).toContainEqual({
      kind: 'decision',
      day,
      number: decision.number,
    });
    await desk.client.papers.print({ caseId, paper: 'N5', language: 'ar' });
    await expect(tell(desk, caseId, decisionId, TODAY)).rejects.toMatchObject({
      code: 'inputInvalid',
    });
    await tell(desk, caseId, decisionId, day);
    const told = await stateOf(desk, caseId);
    expect(told.status).toBe('notified');
    expect(await counts()).toEqual({ ...none, decided: 1 });
    await expectProven(desk, caseId);
    expect(await dueOf(desk, caseId)).not.toContainEqual(
      expect.objectContaining({ kind: 'decision' }),
    );
  });
});

function tell({ client }: TestDesk, caseId: CaseId, decisionId: DecisionId, toldOn: string) {
  return client.headquarters.tellDecision({
    caseId,
    decisionId,
    channel: 'phone',
    toldOn,
    toldTo: null,
  });
}

/** What is exported of a case proves all that the laptop shows of it, whoever wrote it. */
async function expectProven({ client }: TestDesk, caseId: CaseId): Promise<void> {
  const exported = await client.cases.export({ caseId });
  const { events } = await client.cases.get({ caseId });
  expect(exported.events.map(({ header }) => header.eventId)).toEqual(
    events.map(({ eventId }) => eventId),
  );
  const { findings, state } = verifyExport(nodeCrypto, exported);
  expect(findings).toEqual([]);
  expect(state).toEqual((await readCase(client, caseId)).state);
}
