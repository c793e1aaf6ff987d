import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { countAwaited } from '#hq/study/countAwaited.ts';
import { StudyFile } from '#shared/contracts/hq/study.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { standingReport } from '#shared/domain/case/studyState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { TestDesk } from '../integration/desk/support/testDesk.ts';
import {
  matchedCase,
  openCase,
  readCase,
  setAnswer,
  sign,
  submit,
} from '../integration/desk/support/widowCase.ts';
import { actAtHeadquarters, pulled, sent } from './support/branchLaptops.ts';
import { type Colleague, colleague } from './support/committee.ts';
import { createEnrolledDesk } from './support/enrolledDesk.ts';
import { createTestHub, HQ_PASSWORD, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';
const Person = z.looseObject({ personId: z.string() });
const Refusal = z.looseObject({ code: z.string() });
const Journal = z.looseObject({ events: z.array(z.looseObject({ kind: z.string() })) });
const List = z.looseObject({
  cases: z.array(z.looseObject({ caseId: z.string() })),
  counts: z.record(z.string(), z.int()),
  referrals: z.int(),
});

let hub: TestHub;
let huda: string;
let salma: string;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub();
  huda = await addOfficer('huda', 'هدى الزهراني');
  salma = await addOfficer('salma', 'سلمى القرني');
});
afterAll(() => hub.close());
afterEach(async () => {
  for (const desk of desks.splice(0)) await desk.close();
  hub.setNow(`${TODAY}T08:00:00.000Z`);
});

async function addOfficer(userName: string, displayName: string): Promise<string> {
  const roles = ['researchOfficer'];
  const { body } = await hub.api('POST', '/people', {
    userName,
    displayName,
    password: HQ_PASSWORD,
    roles,
  });
  return Person.parse(body).personId;
}

const signIn = (userName: string) =>
  hub.api('POST', '/session', { userName, password: HQ_PASSWORD });

async function newDesk(): Promise<TestDesk> {
  await signIn('admin');
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  return desk;
}

/** A submitted case of a branch that headquarters has imported. */
async function importedCase(desk: TestDesk): Promise<CaseId> {
  const caseId = await matchedCase(desk.client, TODAY);
  await sign(desk.client, caseId);
  await submit(desk.client, caseId);
  await sent(desk);
  await actAtHeadquarters(hub, caseId, [
    { kind: 'caseImported', payload: { fileNo: 'FILE-000001', by: 'rule' } },
  ]);
  return caseId;
}

const step = (caseId: CaseId, path: string, body: object = {}) =>
  hub.api('POST', `/study/${caseId}/${path}`, { caseId, ...body });
const open = async (caseId: CaseId) =>
  StudyFile.parse((await hub.api('GET', `/study/${caseId}`)).body);
const list = async (view: string) => List.parse((await hub.api('GET', `/study?view=${view}`)).body);
const codeOf = ({ body }: { readonly body: unknown }) => Refusal.parse(body).code;
const stateOf = async (desk: TestDesk, caseId: CaseId) =>
  (await readCase(desk.client, caseId)).state;

async function atHub(caseId: CaseId) {
  const state = replayCase((await open(caseId)).events);
  if (state === null) throw new Error('no case');
  return state;
}

async function begun(caseId: CaseId): Promise<void> {
  await signIn('huda');
  expect((await step(caseId, 'begin', { noConflict: true })).status).toBe(200);
}

async function report(caseId: CaseId) {
  const { items } = await open(caseId);
  return step(caseId, 'report', {
    findings: 'أسرة من خمسة أفراد ودخلها لا يكفي',
    items: items.map(({ itemId }) => ({
      itemId,
      recommends: 'accept',
      amount: 100_000,
      quantity: null,
      months: 6,
      reason: 'حاجة ظاهرة',
    })),
  });
}

const PLAN = {
  by: 'branch',
  visitor: null,
  on: '2026-11-26',
  from: '10:00',
  to: '12:00',
  place: 'حي العزيزية',
  questions: ['كم عدد الغرف؟'],
};
const LETTER = { kind: 'other', text: 'تقرير المستشفى' };

describe('the study of a case', () => {
  it('is begun by an officer without an interest of their own, and leads to the committee', async () => {
    const desk = await newDesk();
    const caseId = await importedCase(desk);
    await signIn('huda');
    expect((await list('unassigned')).cases.map((each) => each.caseId)).toContain(caseId);
    const before = (await list('mine')).counts;
    await begun(caseId);
    const after = (await list('mine')).counts;
    expect(after['mine']).toBe((before['mine'] ?? 0) + 1);
    expect(after['unassigned']).toBe((before['unassigned'] ?? 0) - 1);

    await signIn('salma');
    expect(codeOf(await report(caseId))).toBe('studyOfOther');
    expect(codeOf(await step(caseId, 'begin', { noConflict: true }))).toBe('studyOfOther');
    await signIn('huda');
    expect(codeOf(await step(caseId, 'report', { findings: 'x', items: [BAD_ITEM] }))).toBe(
      'itemsNotCovered',
    );
    expect((await report(caseId)).status).toBe(200);
    const state = await atHub(caseId);
    expect(state.stage).toBe('readyForCommittee');
    const { validAtDecision } = standingReport(state.study) ?? { validAtDecision: [] };
    expect(validAtDecision.length).toBeGreaterThan(3);
    expect(validAtDecision.map(({ documentKey }) => documentKey)).toEqual(
      state.submission?.validAtSubmission.map(({ documentKey }) => documentKey),
    );

    // The branch hears that it goes on, and nothing of what is recommended.
    await pulled(hub, desk);
    expect((await stateOf(desk, caseId)).status).toBe('readyForCommittee');
    const { events } = await desk.client.cases.get({ caseId });
    expect(events.some(({ kind }) => kind === 'studyReported')).toBe(false);
    expect(codeOf(await step(caseId, 'notes', { text: '' }))).toBe('inputInvalid');
  });

  it('is in confidence: notes and reports are given to those who study or decide alone', async () => {
    const desk = await newDesk();
    const caseId = await importedCase(desk);
    await begun(caseId);
    expect((await step(caseId, 'notes', { text: 'اتصلت بالمدرسة' })).status).toBe(200);
    expect((await report(caseId)).status).toBe(200);
    await signIn('admin');
    const confidence = ['studyNoteAdded', 'studyReported'];
    const doors = [
      ['committeeMember', `/imports/cases/${caseId}`, confidence],
      ['committeeMember', `/study/${caseId}`, confidence],
      ['importClerk', `/imports/cases/${caseId}`, []],
      ['importClerk', `/study/${caseId}`, []],
      ['deliveryOfficer', `/imports/cases/${caseId}`, []],
      ['deliveryOfficer', `/cases/${caseId}/service`, []],
    ] as const;
    const readers = new Map<string, Colleague>();
    for (const [role, door, given] of doors) {
      const reader = readers.get(role) ?? (await colleague(hub, role.toLowerCase(), [role]));
      readers.set(role, reader);
      const { events } = Journal.parse((await reader.api('GET', door)).body);
      const kinds = events.map(({ kind }) => kind);
      expect(kinds, `${role} at ${door}`).toContain('studyCompleted');
      expect(
        kinds.filter((kind) => confidence.includes(kind)),
        `${role} at ${door}`,
      ).toEqual(given);
    }
  });

  it('goes to somebody else where an interest stands against it, and never back', async () => {
    const desk = await newDesk();
    const caseId = await importedCase(desk);
    await begun(caseId);
    expect((await step(caseId, 'conflict', { reason: 'جارتنا' })).status).toBe(200);
    expect((await open(caseId)).officers.map(({ name }) => name)).toEqual(['سلمى القرني']);
    expect(codeOf(await step(caseId, 'begin', { noConflict: true }))).toBe('officerConflicted');
    expect(codeOf(await step(caseId, 'officer', { officerId: huda }))).toBe('officerConflicted');
    expect((await step(caseId, 'officer', { officerId: salma })).status).toBe(200);
    expect(codeOf(await report(caseId))).toBe('studyNotBegun');
    await signIn('salma');
    expect((await step(caseId, 'begin', { noConflict: true })).status).toBe(200);
    await pulled(hub, desk);
    const { events } = await desk.client.cases.get({ caseId });
    expect(events.some(({ kind }) => kind === 'studyConflictDeclared')).toBe(false);
    expect((await stateOf(desk, caseId)).study.officer?.officerName).toBe('سلمى القرني');
  });

  it('refuses what does not fit, in a word of its own, and changes nothing', async () => {
    const desk = await newDesk();
    const caseId = await importedCase(desk);
    await signIn('huda');
    expect(codeOf(await report(caseId))).toBe('studyNoOfficer');
    expect(codeOf(await step(caseId, 'visits', { plan: PLAN }))).toBe('studyNoOfficer');
    await begun(caseId);
    expect(codeOf(await step(caseId, 'visits', { plan: { ...PLAN, on: '2026-11-22' } }))).toBe(
      'dayPast',
    );
    expect(
      codeOf(await step(caseId, 'visits', { plan: { ...PLAN, from: '12:00', to: '10:00' } })),
    ).toBe('inputInvalid');
    expect((await step(caseId, 'visits', { plan: PLAN })).status).toBe(200);
    expect(codeOf(await step(caseId, 'visits', { plan: PLAN }))).toBe('studyVisitOpen');
    expect(codeOf(await report(caseId))).toBe('studyVisitOpen');
    const asked = { items: [LETTER], dueOn: '2026-12-20', place: 'المكتب', text: null };
    expect((await step(caseId, 'requests', asked)).status).toBe(200);
    expect(codeOf(await step(caseId, 'requests', asked))).toBe('studyRequestOpen');
    await actAtHeadquarters(hub, caseId, [{ kind: 'studyNoteAdded', payload: NOTE }]);
    const state = await atHub(caseId);
    expect(state.study.requests).toHaveLength(1);
    expect(state.study.visits).toHaveLength(1);
    const sheet = `visits/${state.study.visits[0]?.visitId}/sheet`;
    expect((await step(caseId, sheet, { language: 'ar' })).body).toEqual({ copy: 1 });
    expect((await step(caseId, sheet, { language: 'en' })).body).toEqual({ copy: 2 });
    await withdrawn(caseId);
  });
});

async function withdrawn(caseId: CaseId): Promise<void> {
  const requestId = (await atHub(caseId)).study.requests.at(-1)?.requestId ?? '';
  const reason = 'لم تعد لازمة';
  const done = await step(caseId, `requests/${requestId}/withdraw`, { requestId, reason });
  expect(done.status).toBe(200);
  const again = await step(caseId, `requests/${requestId}/withdraw`, { requestId, reason });
  expect(codeOf(again)).toBe('studyNoRequest');
}

const BAD_ITEM = {
  itemId: 'elsewhere',
  recommends: 'reject',
  amount: null,
  quantity: null,
  months: null,
  reason: 'x',
};
const NOTE = { authorName: 'هدى', text: 'اتصلت بالمدرسة' };

describe('what nobody answers', () => {
  it('is reminded of twice and lapses by headquarters’ own day, and is opened again', async () => {
    const desk = await newDesk();
    const caseId = await importedCase(desk);
    await begun(caseId);
    const asked = { items: [LETTER], dueOn: '2026-12-20', place: 'المكتب', text: null };
    await step(caseId, 'requests', asked);
    const { context } = hub.hub;
    hub.setNow('2026-12-22T20:59:00.000Z');
    expect(await countAwaited(context)).toEqual({ reminded: 0, lapsed: 0 });
    hub.setNow('2026-12-22T21:00:00.000Z');
    expect(await countAwaited(context)).toEqual({ reminded: 1, lapsed: 0 });
    expect(await countAwaited(context)).toEqual({ reminded: 0, lapsed: 0 });
    hub.setNow('2027-01-13T08:00:00.000Z');
    expect(await countAwaited(context)).toEqual({ reminded: 1, lapsed: 0 });
    hub.setNow('2027-01-21T20:59:00.000Z');
    expect(await countAwaited(context)).toEqual({ reminded: 0, lapsed: 0 });
    hub.setNow('2027-01-21T21:00:00.000Z');
    expect(await countAwaited(context)).toEqual({ reminded: 0, lapsed: 1 });
    await signIn('huda');
    expect((await open(caseId)).case).toMatchObject({ stage: 'lapsed', lapsedOn: '2027-01-22' });
    expect(codeOf(await step(caseId, 'notes', { text: 'اتصلت' }))).toBe('studyLapsed');
    // Headquarters prints the notice too, each copy with its number.
    const notice = () => step(caseId, 'lapse-notice', { language: 'ar' });
    expect((await notice()).body).toEqual({ copy: 1 });
    expect((await notice()).body).toEqual({ copy: 2 });
    expect((await step(caseId, 'reopen', { reason: 'اتصل المستفيد' })).status).toBe(200);
    expect(codeOf(await notice())).toBe('notFound');
    expect((await open(caseId)).case).toMatchObject({
      stage: 'underStudy',
      status: 'moreInfoRequested',
      lapseOn: '2027-03-23',
    });
    await withdrawn(caseId);
  });

  it('lapses before submission too; the branch hears it, and opens it again itself', async () => {
    const desk = await newDesk();
    const caseId = await openCase(desk.client, [setAnswer('nameFirst', { value: 'ريم' })]);
    await desk.client.waiting.leaveIncomplete({
      caseId,
      items: [{ kind: 'other', text: 'بطاقة العائلة' }],
      dueOn: '2026-12-10',
      place: 'المكتب',
    });
    await sent(desk);
    await hub.hub.context.caseProjector.settled();
    hub.setNow('2027-01-25T08:00:00.000Z');
    desk.setNow('2027-01-25T08:00:00.000Z');
    expect((await countAwaited(hub.hub.context)).lapsed).toBe(1);
    await pulled(hub, desk);
    expect((await stateOf(desk, caseId)).status).toBe('lapsed');
  });
});
