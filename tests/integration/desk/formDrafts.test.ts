import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from './support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
  type TestDesk,
} from './support/testDesk.ts';

const OTHER = 'كلمة أخرى طويلة 2';
const NOBODY = { beneficiaryId: null, name: 'هدى الزهراني', phone: null };
const CONTACT = {
  channel: 'phone',
  initiatedBy: 'beneficiary',
  who: NOBODY,
  topic: 'إيجار متأخر',
  said: '',
  answer: '',
  isSuggestion: false,
  followUpBy: null,
  caseId: null,
} as const;

describe('a form that is not recorded yet', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  const keep = (scope: 'contact' | 'contact-who' | 'complaint', form: unknown) =>
    desk.client.formDrafts.save({ scope, body: JSON.stringify(form) });
  const kept = async (scope: 'contact' | 'contact-who' | 'complaint') => {
    const { body } = await desk.client.formDrafts.read({ scope });
    const form: unknown = body === null ? null : JSON.parse(body);
    return form;
  };

  async function comeIn(name: string, password: string) {
    const door = await desk.client.session.lock();
    if (door.phase !== 'locked') throw new Error(door.phase);
    const person = door.people.find(({ displayName }) => displayName === name);
    if (person === undefined) throw new Error(`${name} is not at the door`);
    openStatus(await desk.client.session.unlock({ actorId: person.actorId, password }));
  }

  it('is there again after the desk was gone and locked, as it was last kept', async () => {
    await keep('contact', { topic: 'إيجار' });
    await keep('contact', { topic: 'إيجار متأخر' });
    await desk.restart();
    await comeIn('منى سعيد العتيبي', PASSWORD);
    expect(await kept('contact')).toEqual({ topic: 'إيجار متأخر' });
    expect(await kept('complaint')).toBeNull();
  });

  it('goes when the contact is recorded, and stays when it is refused', async () => {
    await keep('contact', { topic: 'إيجار متأخر' });
    await keep('contact-who', { name: 'هدى' });
    await keep('complaint', { text: 'تأخر الجواب' });
    await refusalOf(desk.client.contacts.record({ ...CONTACT, topic: '' }));
    expect(await kept('contact')).not.toBeNull();
    await desk.client.contacts.record(CONTACT);
    expect([await kept('contact'), await kept('contact-who')]).toEqual([null, null]);
    expect(await kept('complaint')).toEqual({ text: 'تأخر الجواب' });
    await desk.client.complaints.record({
      channel: 'interview',
      about: 'delay',
      text: 'تأخر الجواب',
      who: NOBODY,
      against: null,
      caseId: null,
    });
    expect(await kept('complaint')).toBeNull();
  });

  it('that is given up is there no more', async () => {
    await keep('contact', { topic: 'إيجار متأخر' });
    await keep('contact', null);
    expect(await kept('contact')).toBeNull();
    expect((await desk.client.formDrafts.read({ scope: 'contact' })).body).toBeNull();
  });

  it('goes with the follow-up that it became, and stays when that is refused', async () => {
    const { contactId } = await desk.client.contacts.record(CONTACT);
    const scope = `followUp/${contactId}` as const;
    await desk.client.formDrafts.save({ scope, body: '{"outcome":"اتصلنا بها"}' });
    await refusalOf(desk.client.contacts.followUp({ contactId, outcome: ' ', nextBy: null }));
    expect((await desk.client.formDrafts.read({ scope })).body).not.toBeNull();
    await desk.client.contacts.followUp({ contactId, outcome: 'اتصلنا بها', nextBy: null });
    expect((await desk.client.formDrafts.read({ scope })).body).toBeNull();
  });

  it('that was sent before the lock is kept, although nobody waited for the answer', async () => {
    const saving = keep('contact', { topic: 'إيجار متأخر' });
    const locking = desk.client.session.lock();
    await saving;
    expect((await locking).phase).toBe('locked');
    await comeIn('منى سعيد العتيبي', PASSWORD);
    expect(await kept('contact')).toEqual({ topic: 'إيجار متأخر' });
  });

  it('is each person’s own', async () => {
    await desk.client.staff.add({
      displayName: 'سلطان علي الزهراني',
      role: 'representative',
      password: OTHER,
      ownPassword: PASSWORD,
    });
    await keep('complaint', { text: 'شكوى من زميل' });
    await comeIn('سلطان علي الزهراني', OTHER);
    expect(await kept('complaint')).toBeNull();
    await keep('complaint', { text: 'أخرى' });
    await comeIn('منى سعيد العتيبي', PASSWORD);
    expect(await kept('complaint')).toEqual({ text: 'شكوى من زميل' });
  });

  it('is refused when it is none, and when nobody is there', async () => {
    const broken = desk.client.formDrafts.save({ scope: 'contact', body: '{' });
    expect((await refusalOf(broken)).code).toBe('inputInvalid');
    await desk.client.session.lock();
    expect((await refusalOf(kept('contact'))).code).toBe('notUnlocked');
  });
});
