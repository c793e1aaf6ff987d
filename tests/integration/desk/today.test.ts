import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/identity.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import type { DeskClient } from './support/testDesk.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { interview, layDocuments, openCase, welcome } from './support/widowCase.ts';

const TODAY = '2026-11-23';

type Today = Awaited<ReturnType<DeskClient['today']['get']>>;

describe('today', () => {
  let desk: TestDesk;
  let caseId: CaseId;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
    caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    await desk.client.interview.complete({ caseId });
  });
  afterAll(() => desk.close());

  const today = () => desk.client.today.get();
  const due = async (kind: Today['due'][number]['due']['kind']) =>
    (await today()).due.filter((row) => row.due.kind === kind).map((row) => row.due);

  it('is empty of what waits while nothing does', async () => {
    const { drafts, due: rows, followUps, replyDue } = await today();
    expect(drafts.map((each) => each.caseId)).toEqual([caseId]);
    expect([rows, followUps, replyDue]).toEqual([[], [], []]);
  });

  it('tells of a paper in time, while it is in force', async () => {
    await layDocuments(desk.client, caseId, TODAY, {
      D1: { expiryDate: { value: { calendar: 'gregorian', year: 2026, month: 12, day: 3 } } },
    });
    const row = (await today()).due.find((each) => each.due.kind === 'paper');
    expect(row).toMatchObject({
      due: { kind: 'paper', day: '2026-12-03', documentKey: 'D1' },
      paperName: { ar: 'الهوية الوطنية' },
    });
    desk.setNow('2026-12-04T08:00:00.000Z');
    expect(await due('paper')).toEqual([]);
    desk.setNow('2026-10-20T08:00:00.000Z');
    expect(await due('paper')).toEqual([]);
    desk.setNow(`${TODAY}T08:00:00.000Z`);
  });

  it('names what a case waits for, and by when', async () => {
    await desk.client.waiting.leaveIncomplete({
      caseId,
      items: [{ kind: 'other', text: 'خطاب من صاحب العمل' }],
      dueOn: '2026-12-20',
      place: 'مكتب العزيزية',
    });
    expect(await due('awaited')).toMatchObject([
      { day: '2026-12-20', count: 1, names: [{ ar: 'خطاب من صاحب العمل' }] },
    ]);
    expect((await today()).drafts).toEqual([]);
  });

  it('shows a referral until it is answered, and the answer until something is done', async () => {
    const { referralId } = await desk.client.referral.refer({
      caseId,
      reason: 'procedureUnclear',
      step: 'documents',
      question: 'هل يكفي خطاب العمل؟',
      appointment: { on: '2026-11-25', at: '10:30', place: 'المركز' },
      about: { documents: [], rows: [], paths: [] },
    });
    expect(await due('referred')).toMatchObject([
      { day: '2026-11-25', isAppointment: true, question: 'هل يكفي خطاب العمل؟' },
    ]);
    await desk.client.referral.answer({
      caseId,
      referralId,
      answeredBy: 'منال الحارثي',
      heard: 'phone',
      answeredOn: TODAY,
      text: 'نعم يكفي',
      outcome: { kind: 'goOn' },
    });
    expect(await due('referred')).toEqual([]);
    expect(await due('answered')).toMatchObject([{ answeredBy: 'منال الحارثي', day: TODAY }]);
    await desk.client.cases.recordInquiry({
      caseId,
      channel: 'phone',
      topic: 'الجواب',
      question: 'ما الجواب؟',
      answer: 'يكفي الخطاب',
    });
    expect(await due('answered')).toEqual([]);
  });

  it('brings a follow-up on its day', async () => {
    await desk.client.contacts.record({
      channel: 'phone',
      initiatedBy: 'beneficiary',
      who: { beneficiaryId: null, name: 'سالم', phone: null },
      topic: 'موعد',
      said: '',
      answer: '',
      isSuggestion: false,
      followUpBy: '2026-11-24',
      caseId: null,
    });
    expect((await today()).followUps).toEqual([]);
    expect((await today()).contactsWaiting).toBe(1);
    desk.setNow('2026-11-24T08:00:00.000Z');
    expect((await today()).followUps.map(({ topic }) => topic)).toEqual(['موعد']);
  });
});
