import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import library from '#resources/library/library.v1.json' with { type: 'json' };
import questionnaire from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import settings from '#resources/settings/settings.v1.json' with { type: 'json' };
import { ReferenceDraft } from '#shared/contracts/hq/reference.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { parseLibrary } from '#shared/domain/library/library.ts';
import type { PublishedKind } from '#shared/domain/publication/publishedDocument.ts';
import { base64UrlOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import {
  createTestDesk,
  foundBranch,
  PASSWORD,
  type TestDesk,
} from '../integration/desk/support/testDesk.ts';
import {
  matchedCase,
  openCase,
  readCase,
  sign,
  submit,
} from '../integration/desk/support/widowCase.ts';
import { pulled, sent } from './support/branchLaptops.ts';
import { checksMade, createClerk } from './support/clerks.ts';
import { createEnrolledDesk, enrolOver } from './support/enrolledDesk.ts';
import { answerOf, readAtHeadquarters, takeAnswer, writeStick } from './support/sticks.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const TODAY = '2026-11-23';

let hub: TestHub;
const desks: TestDesk[] = [];
beforeAll(async () => {
  hub = await createTestHub(`${TODAY}T08:00:00.000Z`);
});
afterAll(async () => {
  for (const desk of desks) await desk.close();
  await hub.close();
});

async function newDesk(): Promise<TestDesk> {
  const desk = await createEnrolledDesk(hub);
  desks.push(desk);
  return desk;
}

/** The form with one question more, as a person at headquarters would hand it in. */
function formOf(version: number) {
  const [head, ...rows] = questionnaire.survey;
  const question = {
    type: 'text',
    name: 'nearestMosque',
    'label::ar': 'أقرب مسجد',
    'label::en': 'Nearest mosque',
  };
  return {
    ...questionnaire,
    settings: { ...questionnaire.settings, version },
    survey: [head, question, ...rows],
  };
}

function pageNamed(name: string) {
  const page = parseLibrary(library).pages.find(({ id }) => id === name);
  if (page === undefined) throw new Error(`no page ${name}`);
  return page;
}

async function upload(kind: PublishedKind, document: unknown): Promise<ReferenceDraft> {
  const data = base64UrlOf(utf8Bytes(JSON.stringify(document)));
  const { status, body } = await hub.api('POST', '/reference/upload', {
    kind,
    fileName: 'form.json',
    data,
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return ReferenceDraft.parse(body);
}

async function publish({ kind, savedAt }: ReferenceDraft) {
  return hub.api('POST', `/reference/${kind}/publish`, { kind, savedAt, reason: 'سؤال جديد' });
}

async function saveSettings(change: object): Promise<ReferenceDraft> {
  const { status, body } = await hub.api('PUT', '/reference/settings/draft', {
    settings: { ...settings, ...change },
  });
  expect(status, JSON.stringify(body)).toBe(200);
  return ReferenceDraft.parse(body);
}

async function versionsAt({ client }: TestDesk) {
  const { kinds } = await client.reference.versions();
  return Object.fromEntries(kinds.map(({ kind, version }) => [kind, version]));
}

async function versionOf({ client }: TestDesk, caseId: CaseId) {
  const { state, assessment } = await readCase(client, caseId);
  const { questionnaire: form, terms } = state;
  const asks = assessment.evaluation.paths.has('nearestMosque');
  return { form: form.version, settings: terms.settings.version, asks };
}

describe('what headquarters publishes', () => {
  it('reaches every branch, counts for new cases, and leaves open cases as they began', async () => {
    const [one, other] = [await newDesk(), await newDesk()];
    const begun = await matchedCase(one.client, TODAY);

    const form = await upload('questionnaire', formOf(2));
    expect(form).toMatchObject({ version: 2, faults: [], changeCount: 1 });
    expect(form.changes).toMatchObject([{ path: 'survey.nearestMosque', kind: 'added' }]);
    expect((await publish(form)).status).toBe(200);
    const periods = { ...settings.periods, replyDays: 21 };
    const changed = await saveSettings({ periods });
    expect(changed.changes).toMatchObject([
      { path: 'periods.replyDays', kind: 'changed', before: '14', after: '21' },
    ]);
    expect((await publish(changed)).status).toBe(200);

    await sent(one);
    await pulled(hub, one);
    await pulled(hub, other);
    for (const desk of [one, other]) {
      expect(await versionsAt(desk)).toMatchObject({ questionnaire: 2, settings: 2 });
    }
    expect((await one.client.reference.versions()).kinds[0]?.published).toMatchObject({
      by: 'سارة القحطاني',
      reason: 'سؤال جديد',
    });

    const started = await matchedCase(other.client, TODAY);
    expect(await versionOf(one, begun)).toEqual({ form: 1, settings: 1, asks: false });
    expect(await versionOf(other, started)).toEqual({ form: 2, settings: 2, asks: true });

    // Tomorrow morning it is still so.
    await one.restart();
    const { people } = doorOf(await one.client.session.status());
    await one.client.session.unlock({ actorId: people[0]?.actorId ?? '', password: PASSWORD });
    expect(await versionOf(one, begun)).toEqual({ form: 1, settings: 1, asks: false });
    expect(await versionsAt(one)).toMatchObject({ questionnaire: 2, settings: 2 });

    const day = dayNumberOf(TODAY);
    await sign(one.client, begun);
    expect((await submit(one.client, begun)).replyNotBefore).toBe(isoDate(addDays(day, 14)));
    await sign(other.client, started);
    expect((await submit(other.client, started)).replyNotBefore).toBe(isoDate(addDays(day, 21)));
    await sent(one);
    await sent(other);
    await checksMade(hub);
    const clerk = await createClerk(hub, 'salman');
    const cases = await clerk.cases();
    expect(cases.map(({ caseId }) => caseId).toSorted()).toEqual([begun, started].toSorted());
    // It is one widow: that is all that the checks find.
    for (const { findings } of cases) {
      for (const { code } of findings) expect(code).toMatch(/^duplicate/);
    }
  });

  it('is there for a laptop that is enrolled later, and after headquarters was started again', async () => {
    await hub.restart();
    const later = await newDesk();
    await pulled(hub, later);
    expect(await versionsAt(later)).toMatchObject({ questionnaire: 2, settings: 2 });
    const { state } = await readCase(later.client, await openCase(later.client));
    expect(state.terms).toMatchObject({ settings: { version: 2 }, replyDays: 21 });
  });

  it('comes on a stick as well', async () => {
    const offline = desks[1];
    if (offline === undefined) throw new Error('no desk');
    expect((await publish(await saveSettings({ registration: 'beforeDecision' }))).status).toBe(
      200,
    );
    const { call: api } = await createClerk(hub, 'nada');
    const desk = { ...hub, hub: hub.hub, api };
    const taken = await readAtHeadquarters(desk, await writeStick(offline));
    if (taken.phase !== 'read') throw new Error(taken.phase);
    await takeAnswer(offline, await answerOf(desk, taken.outcome.parcelId));
    expect(await versionsAt(offline)).toMatchObject({ settings: 3 });
  });
});

describe('what may not be published', () => {
  it('is said place by place, and nothing of it goes out', async () => {
    const faulty = formOf(3);
    const broken = await upload('questionnaire', {
      ...faulty,
      survey: faulty.survey.filter(
        (row) => row === undefined || !('name' in row) || row.name !== 'socialSecurity',
      ),
    });
    expect(broken.faults.length).toBeGreaterThan(0);
    expect((await publish(broken)).body).toMatchObject({ code: 'documentFaulty' });

    const again = await upload('questionnaire', formOf(2));
    expect(again.faults).toEqual([
      { in: 'path', path: 'settings.version', label: null, code: 'versionNotNew', detail: '3' },
    ]);
    const misshapen = await saveSettings({ periods: { ...settings.periods, replyDays: 7 } });
    expect(misshapen.faults).toMatchObject([{ path: 'periods.replyDays', code: 'tooSmall' }]);
    expect((await publish(misshapen)).status).toBe(422);
    const gone = await saveSettings({ rejectionReasons: settings.rejectionReasons.slice(1) });
    expect(gone.faults).toMatchObject([{ code: 'reasonGone', detail: 'outOfScope' }]);
    expect(await versionsAt(await newDesk())).toMatchObject({ questionnaire: 1 });
  });

  it('is another draft than the one that was looked at', async () => {
    const first = await saveSettings({ committee: { quorum: 4 } });
    hub.setNow(`${TODAY}T08:00:01.000Z`);
    await saveSettings({ committee: { quorum: 5 } });
    expect((await publish(first)).body).toMatchObject({ code: 'draftChanged' });
  });

  it.each([
    ['no JSON', 'x', 'notJson'],
    ['rules that are none', JSON.stringify({ id: 'document-rules' }), 'missing'],
    ['a tower of lists', `${'['.repeat(400)}${']'.repeat(400)}`, 'tooDeep'],
  ])('is %s', async (_, content, code) => {
    const { status, body } = await hub.api('POST', '/reference/upload', {
      kind: 'documentRules',
      fileName: 'rules.json',
      data: base64UrlOf(utf8Bytes(content)),
    });
    expect(status).toBe(200);
    expect(ReferenceDraft.parse(body).faults.map((fault) => fault.code)).toContain(code);
  });

  it('is anything by somebody who may not', async () => {
    const clerk = await createClerk(hub, 'huda', ['director']);
    expect((await clerk.call('GET', '/reference')).status).toBe(200);
    const denied = await clerk.call('PUT', '/reference/settings/draft', { settings });
    expect(denied).toMatchObject({ status: 403, body: { code: 'notPermitted' } });
  });
});

describe('the library that headquarters writes', () => {
  const change = (what: object) => hub.api('POST', '/reference/library/draft', what);
  const ANSWER = {
    id: 'askedNight',
    tool: 'questions',
    title: { ar: 'أيفتح المكتب مساءً؟', en: 'Is the office open in the evening?' },
    steps: ['welcome'],
    sections: [],
    fields: [],
    clauses: ['P8'],
    parts: [{ heading: null, lines: [{ ar: 'نعم، إلى العشاء.', en: '' }] }],
  };
  const { version: _, changedOn: __, ...refused } = pageNamed('askedRefused');

  it('is read at the branch at once, and each person is told what came and what changed', async () => {
    const desk = await newDesk();
    const { client } = desk;
    await client.library.markRead({ page: 'askedRefused' });
    const half = ReferenceDraft.parse((await change({ kind: 'page', page: ANSWER })).body);
    expect(half.faults).toMatchObject([
      { path: 'pages.askedNight.parts.0.lines.0.en', label: ANSWER.title, code: 'missing' },
    ]);
    expect((await publish(half)).body).toMatchObject({ code: 'documentFaulty' });
    const lines = [{ ar: 'نعم، إلى العشاء.', en: 'Yes, until the evening prayer.' }];
    await change({ kind: 'page', page: { ...ANSWER, parts: [{ heading: null, lines }] } });
    const parts = [{ heading: null, lines: [{ ar: 'لا، أبدًا.', en: 'No, never.' }] }];
    await change({ kind: 'page', page: { ...refused, parts } });
    const gone = await change({ kind: 'remove', id: 'askedPhone' });
    const draft = ReferenceDraft.parse(gone.body);
    expect(draft).toMatchObject({ version: 2, faults: [] });
    expect((await publish(draft)).status).toBe(200);

    await pulled(hub, desk);
    expect(await versionsAt(desk)).toMatchObject({ library: 2 });
    const bundle = await client.reference.bundle();
    const pages = new Map(parseLibrary(bundle.library).pages.map((page) => [page.id, page]));
    expect(pages.get('askedNight')).toMatchObject({ version: 1, changedOn: TODAY });
    expect(pages.get('askedRefused')).toMatchObject({ version: 2, changedOn: TODAY });
    expect(pages.has('askedPhone')).toBe(false);
    expect(await client.library.read()).toEqual({
      pages: { askedRefused: 1 },
      added: ['askedNight'],
    });
    const changed = async () => (await client.library.changes({ page: 'askedRefused' })).changes;
    const unread = await changed();
    expect(unread[0]).toMatchObject({ kind: 'changed', after: { ar: 'لا، أبدًا.' } });
    await client.library.markRead({ page: 'askedNight' });
    expect(await client.library.markRead({ page: 'askedRefused' })).toEqual({
      pages: { askedRefused: 2, askedNight: 1 },
      added: [],
    });
    // What changed can be read again, also after the desk was closed.
    expect(await changed()).toEqual(unread);
    await expect(client.library.markRead({ page: 'askedPhone' })).rejects.toMatchObject({
      code: 'inputInvalid',
    });
    expect((await client.library.changes({ page: 'askedPhone' })).changes).toEqual([]);
  });

  it('is no news to who begins at a desk afterwards', async () => {
    const now = `${TODAY}T08:05:00.000Z`;
    hub.setNow(now);
    const later = await createTestDesk(now);
    desks.push(later);
    await foundBranch(later);
    await enrolOver(later, hub, hub.origin);
    await pulled(hub, later);
    expect(await versionsAt(later)).toMatchObject({ library: 2 });
    expect(await later.client.library.read()).toEqual({ pages: {}, added: [] });
  });

  it('takes a file as well, and what is written on top of it, but none that holds no pages', async () => {
    const file = { ...library, version: 3, notice: { ar: 'نصوص الجمعية', en: 'Our own texts' } };
    await upload('library', file);
    const both = ReferenceDraft.parse((await change({ kind: 'remove', id: 'purpose' })).body);
    expect(both.changes.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['notice.ar', 'pages.purpose', 'pages.askedPhone']),
    );
    // What was written here is not overwritten by a file.
    const data = base64UrlOf(utf8Bytes('{}'));
    const over = { kind: 'library', fileName: 'library.json', data };
    expect((await hub.api('POST', '/reference/upload', over)).body).toMatchObject({
      code: 'draftBeingWritten',
    });
    await hub.api('POST', '/reference/library/discard', { kind: 'library' });
    await upload('library', { ...library, pages: 'none' });
    expect((await change({ kind: 'remove', id: 'purpose' })).body).toMatchObject({
      code: 'documentFaulty',
    });
    await hub.api('POST', '/reference/library/discard', { kind: 'library' });
  });
});

function doorOf(status: Awaited<ReturnType<TestDesk['client']['session']['status']>>) {
  if (status.phase !== 'locked') throw new Error(`the desk is ${status.phase}`);
  return status;
}
