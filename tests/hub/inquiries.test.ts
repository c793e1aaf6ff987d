import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { HqInquiry } from '#shared/contracts/hq/inquiries.ts';
import { Lead } from '#shared/contracts/hq/leads.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { inquiryStanding } from '#shared/domain/contacts/inquiryReferral.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { synced } from './support/synced.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const Refusal = z.looseObject({ code: z.string() });

let hub: TestHub;
let desk: TestDesk;
let relations: Clerk;
let officer: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  desk = await createEnrolledDesk(hub);
  relations = await createClerk(hub, 'amal', ['relationsOfficer']);
  officer = await createClerk(hub, 'huda', ['researchOfficer']);
});
afterAll(async () => {
  await desk.close();
  await hub.close();
});

async function inquiries(view: 'open' | 'answered') {
  const { body } = await officer.call('GET', `/inquiries?view=${view}`);
  return z.object({ inquiries: z.array(HqInquiry) }).parse(body).inquiries;
}

const waitingInStudy = async () =>
  z
    .object({ waiting: z.looseObject({ study: z.int() }) })
    .parse((await officer.call('GET', '/overview')).body).waiting.study;

const answer = (referralId: string, text: string, seenAnswers = 0) =>
  officer.call('POST', `/inquiries/${referralId}/answer`, { text, seenAnswers });

async function recordLead(need: string): Promise<Lead> {
  const { status, body } = await relations.call('POST', '/leads', {
    channel: 'letters',
    name: 'مريم علي الزهراني',
    phone: null,
    reach: 'ص.ب 1200، الطائف',
    need,
    said: 'كتبت أن زوجها مسافر',
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return Lead.parse(body);
}

async function lead(leadId: string): Promise<Lead> {
  const { body } = await relations.call('GET', '/leads?view=all');
  const found = z
    .object({ leads: z.array(Lead) })
    .parse(body)
    .leads.find((each) => each.leadId === leadId);
  if (found === undefined) throw new Error('no such lead');
  return found;
}

const QUESTION = {
  reason: 'procedureUnclear',
  question: 'هل يُقبل عقد غير موثق؟',
  appointment: null,
};

async function refer(leadId: string): Promise<string> {
  const { status, body } = await relations.call('POST', `/leads/${leadId}/inquiries`, QUESTION);
  expect(status, JSON.stringify(body)).toBe(200);
  return HqInquiry.parse(body).referral.referralId;
}

async function branchId(): Promise<string> {
  const { body } = await relations.call('GET', '/leads/branches');
  const [branch] = z
    .object({ branches: z.array(z.object({ branchOfficeId: z.string() })) })
    .parse(body).branches;
  if (!branch) throw new Error('no branch');
  return branch.branchOfficeId;
}

describe('a question on what somebody asked at a branch', () => {
  it('lies with the officer, and the answer comes back to whoever has to tell it', async () => {
    const { contactId } = await desk.client.contacts.record({
      channel: 'phone',
      initiatedBy: 'beneficiary',
      who: { beneficiaryId: null, name: 'سعاد الحربي', phone: '0551234567' },
      topic: 'إيجار بلا عقد',
      said: 'تسكن عند قريبتها',
      answer: '',
      isSuggestion: false,
      followUpBy: null,
      caseId: null,
    });
    const waited = await waitingInStudy();
    const { referrals } = await desk.client.inquiries.refer({
      contactId,
      reason: 'documentMissing',
      question: 'لا عقد لديها، فبماذا تُثبت السكن؟',
      appointment: null,
    });
    const referralId = referrals[0]?.referralId ?? '';
    await synced(hub, desk);
    expect(await waitingInStudy()).toBe(waited + 1);
    const asked = (await inquiries('open')).find((each) => each.referral.referralId === referralId);
    expect(asked).toMatchObject({
      isLead: false,
      branchName: 'مكتب مكة المكرمة',
      contact: { name: 'سعاد الحربي', topic: 'إيجار بلا عقد', said: 'تسكن عند قريبتها' },
      referral: { contactId, reason: 'documentMissing' },
    });
    expect(Object.values(asked?.people ?? {})).toEqual(['منى سعيد العتيبي']);

    expect((await answer(referralId, 'تكفي إفادة العمدة')).status).toBe(200);
    // Another officer had the question open before the answer: theirs does not go out unawares.
    expect(Refusal.parse((await answer(referralId, 'لا شيء يكفي')).body).code).toBe(
      'referralClosed',
    );
    await synced(hub, desk);
    const { followUps } = await desk.client.today.get();
    expect(followUps).toMatchObject([{ contactId, referral: 'answered' }]);
    const heard = await desk.client.inquiries.ofContact({ contactId });
    expect(heard.referrals[0]?.thread.at(-1)).toMatchObject({
      kind: 'answer',
      by: 'سلمان الخيل',
      heard: 'headquarters',
      text: 'تكفي إفادة العمدة',
    });
    await desk.client.contacts.followUp({ contactId, outcome: 'أُبلغت', nextBy: null });
    expect((await desk.client.today.get()).followUps).toEqual([]);

    // A further question opens it anew.
    await desk.client.inquiries.addQuestion({ referralId, question: 'وهل تُختم؟' });
    await synced(hub, desk);
    expect((await inquiries('open')).map((each) => each.referral.referralId)).toContain(referralId);
    expect((await answer(referralId, 'نعم', 1)).status).toBe(200);
    expect((await inquiries('answered'))[0]?.referral.referralId).toBe(referralId);
  });
});

describe('a question on a lead of headquarters', () => {
  it('is answered for whoever answers the lead', async () => {
    const { leadId } = await recordLead('سؤال عن الزكاة');
    const referralId = await refer(leadId);
    expect((await lead(leadId)).referral).toBe('open');
    expect((await answer(referralId, 'يُقبل مع شاهدين')).status).toBe(200);
    // Two who print at once have two numbers.
    const slip = `/inquiries/${referralId}/slip`;
    const printed = await Promise.all(
      [1, 2].map(() => relations.call('POST', slip, { language: 'ar' })),
    );
    expect(printed.map(({ body }) => body)).toEqual(
      expect.arrayContaining([{ copy: 1 }, { copy: 2 }]),
    );
    const answered = await lead(leadId);
    expect(answered).toMatchObject({ state: 'open', referral: 'answered' });
    const { body } = await relations.call('GET', `/leads/${leadId}/inquiries`);
    const [inquiry] = z.object({ inquiries: z.array(HqInquiry) }).parse(body).inquiries;
    expect(inquiry).toMatchObject({
      isLead: true,
      branchName: null,
      contact: { name: 'مريم علي الزهراني', topic: 'سؤال عن الزكاة' },
    });
  });

  it('goes along to the branch, and an answer that comes later goes after it', async () => {
    const { leadId } = await recordLead('إيجار متأخر');
    const referralId = await refer(leadId);
    await relations.call('POST', `/leads/${leadId}/send`, {
      branchOfficeId: await branchId(),
      note: '',
    });
    await synced(hub, desk);
    const contactId = ContactId.parse(leadId);
    const sent = await desk.client.inquiries.ofContact({ contactId });
    expect(sent.referrals.map(inquiryStanding)).toEqual(['open']);
    expect(sent.referrals[0]?.thread).toHaveLength(1);
    // What was sent again is the same question at headquarters too.
    const open = (await inquiries('open')).filter((each) => each.referral.contactId === contactId);
    expect(open.map(({ referral }) => referral.thread.length)).toEqual([1]);

    expect((await answer(referralId, 'يُقبل مع شاهدين')).status).toBe(200);
    await synced(hub, desk);
    const { contact } = await desk.client.contacts.get({ contactId });
    expect(contact.referral).toBe('answered');
    // The branch asks on; headquarters' officer sees it in the same thread.
    await desk.client.inquiries.addQuestion({ referralId, question: 'ومن يشهد؟' });
    await synced(hub, desk);
    const again = (await inquiries('open')).find((each) => each.referral.referralId === referralId);
    expect(again?.referral.thread.map(({ kind }) => kind)).toEqual([
      'question',
      'answer',
      'question',
    ]);
  });

  it('is refused for a day that is over, for a lead that is not there, and once it was withdrawn', async () => {
    const { leadId } = await recordLead('سؤال');
    const appointment = { on: '2020-01-01', at: null, place: '' };
    const past = await relations.call('POST', `/leads/${leadId}/inquiries`, {
      ...QUESTION,
      appointment,
    });
    expect(Refusal.parse(past.body).code).toBe('dayPast');
    const gone = await relations.call('POST', `/leads/${crypto.randomUUID()}/inquiries`, QUESTION);
    expect(Refusal.parse(gone.body).code).toBe('notFound');
    const referralId = await refer(leadId);
    const withdrawn = await relations.call('POST', `/inquiries/${referralId}/withdraw`, {
      reason: 'اتضح الأمر',
    });
    expect(withdrawn.status).toBe(200);
    expect((await lead(leadId)).referral).toBeNull();
    expect(Refusal.parse((await answer(referralId, 'جواب')).body).code).toBe('referralClosed');
  });
});
