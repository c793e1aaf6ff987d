import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactId, type Correspondent } from '#shared/domain/contacts/contactEvents.ts';
import { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { refusalOf } from './support/refusal.ts';
import {
  createTestDesk,
  type DeskClient,
  foundBranch,
  PASSWORD,
  personAtDoor,
  type TestDesk,
} from './support/testDesk.ts';
import { openCase, readCase, setAnswer } from './support/widowCase.ts';

type Recorded = Parameters<DeskClient['contacts']['record']>[0];

const NOBODY: Correspondent = { beneficiaryId: null, name: null, phone: null };
const CALL: Recorded = {
  channel: 'phone',
  initiatedBy: 'beneficiary',
  who: { ...NOBODY, name: 'هدى الزهراني', phone: '٠٥٠١٢٣٤٥٦٧' },
  topic: 'إيجار متأخر',
  said: 'أرملة وعليها إيجار شهرين، وتسأل عن الدعم',
  answer: 'شُرحت لها الوثائق المطلوبة',
  isSuggestion: false,
  followUpBy: null,
  caseId: null,
};

async function comeIn({ client }: TestDesk): Promise<void> {
  const actorId = personAtDoor(await client.session.status());
  await client.session.unlock({ actorId, password: PASSWORD });
}

describe('contacts over the eight channels', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk();
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  const record = async (changes: Partial<Recorded> = {}) =>
    (await desk.client.contacts.record({ ...CALL, ...changes })).contactId;
  const list = (input: Parameters<DeskClient['contacts']['list']>[0] = {}) =>
    desk.client.contacts.list(input);
  const topics = async (input: Parameters<DeskClient['contacts']['list']>[0] = {}) =>
    (await list(input)).contacts.map(({ topic }) => topic);

  it('keeps all that was said, through a restart', async () => {
    const contactId = await record();
    const { contact } = await desk.client.contacts.get({ contactId });
    expect(contact).toMatchObject({
      channel: 'phone',
      name: 'هدى الزهراني',
      topic: CALL.topic,
      said: CALL.said,
      answer: CALL.answer,
      by: 'منى سعيد العتيبي',
      caseId: null,
    });
  });

  it.each([
    ['nobody', { who: NOBODY }],
    ['no topic', { topic: '  ' }],
    ['a channel that is none of the eight', { channel: 'telepathy' as never }],
    ['a day that is none', { followUpBy: '2026-02-30' }],
  ] as const)('refuses a contact with %s and keeps nothing', async (_what, changes) => {
    expect((await refusalOf(desk.client.contacts.record({ ...CALL, ...changes }))).code).toBe(
      'inputInvalid',
    );
    expect((await list()).contacts).toEqual([]);
  });

  it('takes a suggestion from somebody who gives no name', async () => {
    await record({ who: NOBODY, isSuggestion: true, topic: 'مواقف لذوي الإعاقة' });
    expect(await topics({ view: 'suggestions' })).toEqual(['مواقف لذوي الإعاقة']);
  });

  it('filters by channel, by what waits and by what the association began, page by page', async () => {
    await record({ topic: 'واحد', channel: 'letters' });
    await record({ topic: 'اثنان', followUpBy: '2026-11-26' });
    await record({ topic: 'ثلاثة', followUpBy: '2026-11-24' });
    await record({ topic: 'أربعة', initiatedBy: 'association' });
    expect(await topics()).toEqual(['أربعة', 'ثلاثة', 'اثنان', 'واحد']);
    expect(await topics({ channel: 'letters' })).toEqual(['واحد']);
    expect(await topics({ view: 'waiting' })).toEqual(['ثلاثة', 'اثنان']);
    expect(await topics({ view: 'outreach' })).toEqual(['أربعة']);
    expect((await list()).waiting).toBe(2);
    const first = await list({ limit: 3 });
    expect(first.next).toBe(3);
    expect(await topics({ limit: 3, offset: first.next ?? 0 })).toEqual(['واحد']);
  });

  it.each([
    ['the beginning of a name in another spelling', 'هدي'],
    ['a phone in the usual form', '0501234567'],
    ['a phone in Arabic digits', '٠٥٠١٢٣'],
    ['a phone in international form', '+966 50 123'],
  ])('finds a contact by %s', async (_how, who) => {
    await record();
    await record({ who: { ...NOBODY, name: 'سالم الحربي', phone: '0559999999' }, topic: 'آخر' });
    expect(await topics({ who })).toEqual([CALL.topic]);
  });

  it('is followed up until nothing is left to do', async () => {
    const contactId = await record({ followUpBy: '2026-11-24' });
    const again = await desk.client.contacts.followUp({
      contactId,
      outcome: 'لم ترد',
      nextBy: '2026-11-26',
    });
    expect(again.followUpBy).toBe('2026-11-26');
    await desk.client.contacts.followUp({ contactId, outcome: 'أُجيبت', nextBy: null });
    const { contact, followUps } = await desk.client.contacts.get({ contactId });
    expect(contact.followUpBy).toBeNull();
    expect(followUps.map(({ outcome }) => outcome)).toEqual(['لم ترد', 'أُجيبت']);
    const unknown = ContactId.parse(crypto.randomUUID());
    expect(
      await refusalOf(
        desk.client.contacts.followUp({ contactId: unknown, outcome: 'x', nextBy: null }),
      ),
    ).toMatchObject({ code: 'contactNotFound' });
  });

  it('becomes a case that carries what is known, and points to it', async () => {
    const contactId = await record({ followUpBy: '2026-11-24' });
    const { caseId } = await desk.client.cases.open({
      channel: 'phone',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [setAnswer('nameFirst', { value: 'هدى' })],
      contactId,
    });
    const { state } = await readCase(desk.client, caseId);
    expect(state.inquiries).toMatchObject([
      { topic: CALL.topic, question: CALL.said, answer: CALL.answer, channel: 'phone' },
    ]);
    const { contact } = await desk.client.contacts.get({ contactId });
    expect(contact).toMatchObject({
      caseId,
      beneficiaryId: state.beneficiaryId,
      followUpBy: null,
    });
    const { entries } = await desk.client.contacts.history({ beneficiaryId: state.beneficiaryId });
    expect(entries.map(({ kind }) => kind).toSorted()).toEqual(['case', 'contact']);
  });

  it('over the number of a person may be theirs, is named theirs by one word, and given back by another', async () => {
    const caseId = await openCase(desk.client, [
      setAnswer('nameFirst', { value: 'هدى' }),
      setAnswer('mobile', { value: '+966501234567' }),
    ]);
    const { beneficiaryId } = (await readCase(desk.client, caseId)).state;
    const mine = await record();
    await record({ who: { ...NOBODY, name: 'غيرها', phone: '0559998877' } });
    const history = () => desk.client.contacts.history({ beneficiaryId });
    expect((await history()).maybe.map(({ contactId }) => contactId)).toEqual([mine]);
    const named = await desk.client.contacts.namePerson({ contactId: mine, beneficiaryId });
    expect(named).toMatchObject({ beneficiaryId, name: 'هدى الزهراني', caseId: null });
    await desk.restart();
    await comeIn(desk);
    const after = await history();
    expect(after.maybe).toEqual([]);
    expect(after.entries.filter(({ kind }) => kind === 'contact')).toHaveLength(1);
    await desk.client.contacts.namePerson({ contactId: mine, beneficiaryId: null });
    expect((await history()).maybe.map(({ contactId }) => contactId)).toEqual([mine]);
  });

  it('names nobody whom the desk does not know, and is of its case for good', async () => {
    const contactId = await record();
    const nobody = BeneficiaryId.parse(crypto.randomUUID());
    const refused = desk.client.contacts.namePerson({ contactId, beneficiaryId: nobody });
    expect((await refusalOf(refused)).code).toBe('caseNotFound');
    const caseId = await openCase(desk.client, [setAnswer('nameFirst', { value: 'هدى' })]);
    const ofCase = await record({ who: NOBODY, caseId });
    const taken = desk.client.contacts.namePerson({ contactId: ofCase, beneficiaryId: null });
    expect((await refusalOf(taken)).code).toBe('actionNotAllowed');
  });

  it('leaves no case and no reference behind for a contact that is not here', async () => {
    const gone = ContactId.parse(crypto.randomUUID());
    const opening = desk.client.cases.open({
      channel: 'phone',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [],
      contactId: gone,
    });
    expect((await refusalOf(opening)).code).toBe('contactNotFound');
    expect((await desk.client.cases.list({})).total).toBe(0);
  });

  it('of a case is of its person, and takes their name and number from the desk', async () => {
    const caseId = await openCase(desk.client, [
      setAnswer('nameFirst', { value: 'نورة' }),
      setAnswer('nameFamily', { value: 'الحربي' }),
      setAnswer('mobile', { value: '+966509999999' }),
    ]);
    const contactId = await record({ who: NOBODY, caseId });
    const { contact } = await desk.client.contacts.get({ contactId });
    expect(contact).toMatchObject({ name: 'نورة الحربي', phone: '+966509999999', caseId });
    for (const changes of [
      { caseId: CaseId.parse(crypto.randomUUID()) },
      { who: { ...NOBODY, beneficiaryId: BeneficiaryId.parse(crypto.randomUUID()) } },
    ]) {
      expect((await refusalOf(record(changes))).code).toBe('caseNotFound');
    }
  });
});
