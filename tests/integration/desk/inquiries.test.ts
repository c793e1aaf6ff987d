import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inquiryStanding } from '#shared/domain/contacts/inquiryReferral.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import { setAnswer } from './support/widowCase.ts';

describe('a question to the officer before there is a case', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  const record = async () =>
    (
      await desk.client.contacts.record({
        channel: 'interview',
        initiatedBy: 'beneficiary',
        who: { beneficiaryId: null, name: 'هدى الزهراني', phone: null },
        topic: 'شروط الحج',
        said: 'سبق لها الحج',
        answer: '',
        isSuggestion: false,
        followUpBy: null,
        caseId: null,
      })
    ).contactId;
  const QUESTION = {
    reason: 'procedureUnclear',
    question: 'هل تُقبل ثانية؟',
    appointment: { on: '2026-11-26', at: '10:30', place: 'المركز الرئيسي' },
  } as const;
  const ANSWER = {
    answeredBy: 'فيصل الدوسري',
    heard: 'phone',
    answeredOn: '2026-11-23',
    text: 'لا، والأولوية لمن لم يحج',
  } as const;

  it('is asked once, kept while it is written, and shown on the contact', async () => {
    const contactId = await record();
    const scope = `inquiry/${contactId}` as const;
    await desk.client.formDrafts.save({ scope, body: '{"question":"هل"}' });
    expect((await desk.client.formDrafts.read({ scope })).body).toBe('{"question":"هل"}');
    const { referrals, people } = await desk.client.inquiries.refer({ contactId, ...QUESTION });
    expect((await desk.client.formDrafts.read({ scope })).body).toBeNull();
    expect(referrals).toMatchObject([
      { reason: 'procedureUnclear', appointment: QUESTION.appointment },
    ]);
    expect(Object.values(people)).toEqual(['منى سعيد العتيبي']);
    const { contacts } = await desk.client.contacts.list({});
    expect(contacts.map(({ referral }) => referral)).toEqual(['open']);
  });

  it('keeps what is written on it, until it is recorded', async () => {
    const contactId = await record();
    const { referrals } = await desk.client.inquiries.refer({ contactId, ...QUESTION });
    const referralId = referrals[0]?.referralId ?? '';
    const thread = `inquiryThread/${referralId}` as const;
    const heard = `inquiryAnswer/${referralId}` as const;
    const { formDrafts, inquiries } = desk.client;
    const bodies = async () => [
      (await formDrafts.read({ scope: thread })).body,
      (await formDrafts.read({ scope: heard })).body,
    ];
    const keep = async () => {
      await formDrafts.save({ scope: thread, body: '{"question":"وأختها؟"}' });
      await formDrafts.save({ scope: heard, body: '{"text":"لا"}' });
    };
    await keep();
    await inquiries.addQuestion({ referralId, question: 'وأختها؟' });
    expect(await bodies()).toEqual([null, '{"text":"لا"}']);
    await keep();
    await inquiries.answer({ referralId, ...ANSWER });
    expect(await bodies()).toEqual([null, null]);
  });

  it('is owed to the person from the day of its answer, until it is told', async () => {
    const contactId = await record();
    const { referrals } = await desk.client.inquiries.refer({ contactId, ...QUESTION });
    const referralId = referrals[0]?.referralId ?? '';
    const answered = await desk.client.inquiries.answer({ referralId, ...ANSWER });
    expect(answered.referrals.map(inquiryStanding)).toEqual(['answered']);
    expect((await desk.client.today.get()).followUps).toMatchObject([
      { contactId, referral: 'answered', followUpBy: ANSWER.answeredOn },
    ]);
    const again = await refusalOf(desk.client.inquiries.answer({ referralId, ...ANSWER }));
    expect(again.code).toBe('inquiryClosed');
    await desk.client.contacts.followUp({ contactId, outcome: 'أُبلغت', nextBy: null });
    expect((await desk.client.today.get()).followUps).toEqual([]);
  });

  it('is taken back with a reason, and opened by a further question', async () => {
    const contactId = await record();
    const { referrals } = await desk.client.inquiries.refer({ contactId, ...QUESTION });
    const referralId = referrals[0]?.referralId ?? '';
    const withdrawn = await desk.client.inquiries.withdraw({ referralId, reason: 'اتضح الأمر' });
    expect(withdrawn.referrals.map(inquiryStanding)).toEqual(['withdrawn']);
    expect(
      (await refusalOf(desk.client.inquiries.withdraw({ referralId, reason: 'مرة أخرى' }))).code,
    ).toBe('inquiryClosed');
    const asked = await desk.client.inquiries.addQuestion({ referralId, question: 'وأختها؟' });
    expect(asked.referrals.map(inquiryStanding)).toEqual(['open']);
  });

  it('is printed as a slip whose copies are numbered, each slip by itself', async () => {
    const slipOf = async () => {
      const contactId = await record();
      const { referrals } = await desk.client.inquiries.refer({ contactId, ...QUESTION });
      return referrals[0]?.referralId ?? '';
    };
    const print = async (subject: string) =>
      (await desk.client.papers.printOfNoCase({ paper: 'N4', subject, language: 'ar' })).copy;
    const [first, second] = [await slipOf(), await slipOf()];
    expect([await print(first), await print(first), await print(second)]).toEqual([1, 2, 1]);
    const nothing = print('018f0000-0000-7000-8000-000000000001');
    expect((await refusalOf(nothing)).code).toBe('contactNotFound');
    const receipt = desk.client.papers.printOfNoCase({
      paper: 'complaintReceipt',
      subject: first,
      language: 'ar',
    });
    expect((await refusalOf(receipt)).code).toBe('complaintNotShown');
  });

  it('is refused in words where it cannot be', async () => {
    const contactId = await record();
    const over = { ...QUESTION, appointment: { on: '2026-11-01', at: null, place: '' } };
    expect((await refusalOf(desk.client.inquiries.refer({ contactId, ...over }))).code).toBe(
      'inputInvalid',
    );
    expect(
      (await refusalOf(desk.client.inquiries.refer({ contactId, ...QUESTION, question: ' ' })))
        .code,
    ).toBe('inputInvalid');
    await desk.client.cases.open({
      channel: 'interview',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [setAnswer('nameFirst', { value: 'هدى' })],
      contactId,
    });
    expect((await refusalOf(desk.client.inquiries.refer({ contactId, ...QUESTION }))).code).toBe(
      'inquiryIsCase',
    );
    expect((await desk.client.inquiries.ofContact({ contactId })).referrals).toEqual([]);
  });
});
