import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Lead } from '#shared/contracts/hq/leads.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { synced } from './support/synced.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

let hub: TestHub;
let desk: TestDesk;
let officer: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  desk = await createEnrolledDesk(hub);
  officer = await createClerk(hub, 'amal', ['relationsOfficer']);
});
afterAll(async () => {
  await desk.close();
  await hub.close();
});

const CALL = {
  channel: 'phone',
  name: 'مريم علي الزهراني',
  phone: '0551234567',
  reach: null,
  need: 'إيجار متأخر',
  said: 'ثلاثة أشهر، وتسكن في العزيزية',
} as const;

async function record(change: Partial<Record<keyof typeof CALL, string | null>> = {}) {
  const { status, body } = await officer.call('POST', '/leads', { ...CALL, ...change });
  expect(status, JSON.stringify(body)).toBe(200);
  return Lead.parse(body);
}

async function leads(view: 'open' | 'sent' | 'all') {
  const { body } = await officer.call('GET', `/leads?view=${view}`);
  return z.object({ leads: z.array(Lead), open: z.int() }).parse(body);
}

async function branchId(): Promise<string> {
  const { body } = await officer.call('GET', '/leads/branches');
  const [branch] = z
    .object({ branches: z.array(z.object({ branchOfficeId: z.string() })) })
    .parse(body).branches;
  if (!branch) throw new Error('no branch');
  return branch.branchOfficeId;
}

describe('what people ask of headquarters', () => {
  it('waits until it is answered', async () => {
    const { leadId } = await record({ need: 'سؤال عن أوقات العمل' });
    expect((await leads('open')).open).toBe(1);
    const answered = await officer.call('POST', `/leads/${leadId}/answer`, {
      answer: 'من الأحد إلى الخميس',
    });
    expect(answered.body).toMatchObject({ state: 'answered', recordedBy: 'سلمان الخيل' });
    expect((await leads('open')).open).toBe(0);
    const again = await officer.call('POST', `/leads/${leadId}/answer`, { answer: 'مرة أخرى' });
    expect(again.body).toMatchObject({ code: 'actionNotAllowed' });
  });

  it('is refused where nobody could be reached, and for who may not', async () => {
    const nobody = await officer.call('POST', '/leads', { ...CALL, name: '', phone: '' });
    expect(nobody.body).toMatchObject({ code: 'inputInvalid' });
    const clerk = await createClerk(hub, 'huda');
    expect((await clerk.call('POST', '/leads', CALL)).body).toMatchObject({ code: 'notPermitted' });
  });

  it('is a task of the branch, whose interview continues it', async () => {
    const { leadId } = await record();
    const sent = await officer.call('POST', `/leads/${leadId}/send`, {
      branchOfficeId: await branchId(),
      note: 'يُرجى الاتصال اليوم',
    });
    expect(sent.body).toMatchObject({ state: 'sent' });
    const twice = await officer.call('POST', `/leads/${leadId}/send`, {
      branchOfficeId: await branchId(),
      note: '',
    });
    expect(twice.body).toMatchObject({ code: 'actionNotAllowed' });
    await synced(hub, desk);
    const { followUps } = await desk.client.today.get();
    expect(followUps).toMatchObject([
      {
        contactId: leadId,
        channel: 'phone',
        name: CALL.name,
        topic: CALL.need,
        said: `${CALL.said}\nيُرجى الاتصال اليوم`,
        by: 'سلمان الخيل',
      },
    ]);
    const { caseId } = await desk.client.cases.open({
      channel: 'phone',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [{ op: 'set', path: 'nameFirst', answer: { value: 'مريم' }, base: null }],
      contactId: ContactId.parse(leadId),
    });
    expect((await desk.client.today.get()).followUps).toEqual([]);
    await synced(hub, desk);
    const { cases } = await desk.client.cases.list({ offset: 0, limit: 10 });
    const reference = cases.find((each) => each.caseId === caseId)?.reference;
    expect((await leads('sent')).leads).toMatchObject([
      { state: 'case', caseReference: reference },
    ]);
  });

  it('comes back with what the branch has done where no case came of it', async () => {
    const { leadId } = await record({ name: null, phone: null, reach: 'حساب @amal في إكس' });
    await officer.call('POST', `/leads/${leadId}/send`, {
      branchOfficeId: await branchId(),
      note: '',
    });
    await synced(hub, desk);
    await desk.client.contacts.followUp({
      contactId: ContactId.parse(leadId),
      outcome: 'دُلّت على جمعية الحي',
      nextBy: null,
    });
    await synced(hub, desk);
    expect((await leads('all')).leads.find((lead) => lead.leadId === leadId)).toMatchObject({
      state: 'followedUp',
      outcome: 'دُلّت على جمعية الحي',
    });
  });
});
