import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { matchedCase, openCase, sign, submit } from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('what is written in a form of a case', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  const keep = (caseId: CaseId, scope: string, values: Readonly<Record<string, string>>) =>
    desk.client.interview.saveDraft({
      caseId,
      scope,
      body: { kind: 'form', values: { ...values } },
    });
  const scopes = async (caseId: CaseId) =>
    (await desk.client.cases.get({ caseId })).drafts.map(({ scope }) => scope);

  it('is kept until it is recorded, and one that was emptied by hand leaves nothing', async () => {
    const caseId = await openCase(desk.client);
    const inquiry = formScope('inquiry');
    await keep(caseId, inquiry, { topic: 'الإيجار', question: 'متى' });
    expect(await scopes(caseId)).toEqual([inquiry]);
    await keep(caseId, inquiry, { topic: ' ', question: '', answer: '' });
    expect(await scopes(caseId)).toEqual([]);
    await keep(caseId, inquiry, { topic: 'الإيجار', question: 'متى يُصرف؟' });
    await desk.client.cases.recordInquiry({
      caseId,
      channel: 'interview',
      topic: 'الإيجار',
      question: 'متى يُصرف؟',
      answer: '',
    });
    expect(await scopes(caseId)).toEqual([]);
  });

  it('of a document that is not there goes with its record, of a row with its verdict', async () => {
    const { client } = desk;
    const caseId = await matchedCase(client, TODAY);
    const absent = formScope('absent', 'D8');
    const row = formScope('row', 'M2@D1');
    await keep(caseId, absent, { presentation: 'notPresented', reason: 'عند المحامي' });
    await keep(caseId, row, { verdict: 'review', reason: 'الاسم بلا لقب' });
    expect(await scopes(caseId)).toEqual([absent, row]);
    await client.documents.record({
      caseId,
      documentKey: 'D8',
      presentation: 'notPresented',
      originalSighted: false,
      reason: 'عند المحامي',
      voidSignature: false,
    });
    await client.documents.decide({
      caseId,
      rowKey: 'M2@D1',
      verdict: 'review',
      reason: 'الاسم بلا لقب',
      voidSignature: false,
    });
    expect(await scopes(caseId)).toEqual([]);
  });

  it('is refused where what it becomes is, and where it is no form', async () => {
    const { client } = desk;
    const caseId = await matchedCase(client, TODAY);
    const early = await refusalOf(keep(caseId, formScope('appeal'), { grounds: 'لم يُنظر' }));
    expect(early.code).toBe('actionNotAllowed');
    expect((await refusalOf(keep(caseId, 'form/other', { text: 'س' }))).code).toBe('inputInvalid');
    await sign(client, caseId);
    await submit(client, caseId);
    const late = await refusalOf(keep(caseId, formScope('inquiry'), { topic: 'س' }));
    expect(late.code).toBe('actionNotAllowed');
    await keep(caseId, formScope('withdrawal'), { reason: 'استغنت' });
    await client.service.withdraw({
      caseId,
      channel: 'phone',
      withdrawnOn: TODAY,
      reason: 'استغنت',
    });
    expect(await scopes(caseId)).toEqual([]);
  });
});
