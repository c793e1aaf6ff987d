import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#shared/domain/answers/answer.ts';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { type Applicant, applicantAnswers } from '#tests/fixtures/applicants.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  decideTheRest,
  fillPage,
  interview,
  layAgreeingDocuments,
  openCase,
  readCase,
  setAnswer,
  sign,
  submit,
  welcome,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';
const OVER: Answer = { value: { calendar: 'gregorian', year: 2026, month: 11, day: 2 } };
const RENEWED: Answer = { value: { calendar: 'gregorian', year: 2027, month: 11, day: 2 } };

describe('a case that cannot be finished today', () => {
  let desk: TestDesk;
  beforeEach(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterEach(() => desk.close());

  async function interviewed(applicant: Applicant): Promise<CaseId> {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    const answers = applicantAnswers(applicant, TODAY);
    const idExpiry = applicant === 'resident' ? { idExpiry: OVER } : {};
    await interview(desk.client, caseId, {
      ...answers,
      values: { ...answers.values, ...idExpiry },
    });
    await desk.client.interview.complete({ caseId });
    return caseId;
  }

  /** A resident whose iqama ran out three weeks ago, with all papers on the desk. */
  async function residentWithOldIqama(): Promise<CaseId> {
    const caseId = await interviewed('resident');
    await layAgreeingDocuments(desk.client, caseId, TODAY, { D2: { expiryDate: OVER } });
    await decideTheRest(desk.client, caseId);
    return caseId;
  }

  const ask = (caseId: CaseId, more: object = {}) =>
    desk.client.referral.refer({
      caseId,
      reason: 'documentNotInForce',
      step: 'documents',
      question: 'هل يُمهل حتى يجدد كفيله الإقامة؟',
      appointment: { on: '2026-11-25', at: '10:30', place: 'مكتب البحث الاجتماعي' },
      about: { documents: ['D2'], rows: [], paths: [] },
      ...more,
    });
  const heard = {
    answeredBy: 'منال الحارثي',
    heard: 'phone' as const,
    answeredOn: TODAY,
    text: 'يُمهل شهرًا، فالتجديد لدى كفيله.',
  };

  it('is left incomplete, completed later, and signed anew', async () => {
    const caseId = await residentWithOldIqama();
    const { client } = desk;
    expect((await refusalOf(client.documents.completeMatching({ caseId }))).data.blockers).toEqual(
      expect.arrayContaining([{ code: 'documentInvalid', documentKey: 'D2' }]),
    );
    await client.waiting.leaveIncomplete({
      caseId,
      items: [
        { kind: 'document', documentKey: 'D2' },
        { kind: 'other', text: 'خطاب من صاحب العمل' },
      ],
      dueOn: '2027-01-22',
      place: 'مكتب العزيزية',
    });
    const left = (await readCase(client, caseId)).state;
    expect(left.status).toBe('incomplete');
    expect(left.incompleteness?.items.map(({ name, why }) => [name.ar, why])).toEqual([
      ['هوية مقيم', 'expired'],
      ['خطاب من صاحب العمل', 'other'],
    ]);
    expect((await client.papers.print({ caseId, paper: 'N2', language: 'ar' })).copy).toBe(1);
    expect((await client.papers.print({ caseId, paper: 'N2', language: 'ar' })).copy).toBe(2);
    const { cases } = await client.cases.list({ status: ['incomplete'] });
    expect(cases[0]?.awaiting).toMatchObject({ dueOn: '2027-01-22' });
    expect(cases[0]?.awaiting?.names.map(({ ar }) => ar)).toEqual([
      'هوية مقيم',
      'خطاب من صاحب العمل',
    ]);

    await fillPage(client, caseId, 'B', [setAnswer('idExpiry', RENEWED)]);
    await layAgreeingDocuments(client, caseId, TODAY);
    await decideTheRest(client, caseId);
    const still = await refusalOf(client.documents.completeMatching({ caseId }));
    expect(still.data.blockers).toEqual([
      { code: 'itemAwaited', itemId: left.incompleteness?.items[1]?.itemId },
    ]);
    await client.waiting.receiveItem({
      caseId,
      itemId: left.incompleteness?.items[1]?.itemId ?? '',
    });
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    const promise = await submit(client, caseId);
    expect(promise.dayZero).toBe(TODAY);
    const done = (await readCase(client, caseId)).state;
    expect(done).toMatchObject({ status: 'submitted', incompleteness: null });
  });

  it('goes on under the officer’s grace, and stays expired on record', async () => {
    const caseId = await residentWithOldIqama();
    const { client } = desk;
    const { referralId } = await ask(caseId);
    expect((await readCase(client, caseId)).state.status).toBe('referred');
    await client.referral.answer({
      caseId,
      referralId,
      ...heard,
      outcome: { kind: 'grace', documents: ['D2'], until: '2026-12-23' },
    });
    expect((await readCase(client, caseId)).state.status).toBe('interviewed');
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    await submit(client, caseId);
    const { state } = await readCase(client, caseId);
    expect(
      state.submission?.validAtSubmission.find(({ documentKey }) => documentKey === 'D2'),
    ).toEqual({
      documentKey: 'D2',
      verdict: 'expired',
      validUntil: '2026-11-02',
      byOfficer: { referralId, outcome: 'grace', until: '2026-12-23' },
    });
  });

  it('closes again when the grace has ended', async () => {
    const caseId = await residentWithOldIqama();
    const { client } = desk;
    const { referralId } = await ask(caseId);
    await client.referral.answer({
      caseId,
      referralId,
      ...heard,
      outcome: { kind: 'grace', documents: ['D2'], until: '2026-11-24' },
    });
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    desk.setNow('2026-11-25T08:00:00.000Z');
    const refusal = await refusalOf(submit(client, caseId));
    expect(refusal.data.blockers).toEqual([{ code: 'documentInvalid', documentKey: 'D2' }]);
  });

  it('takes an undocumented person in when the officer knows them', async () => {
    const caseId = await interviewed('undocumented');
    const { client } = desk;
    const { assessment } = await readCase(client, caseId);
    expect(assessment.evaluation.missing).toEqual([]);
    await client.documents.record({
      caseId,
      documentKey: 'D2',
      presentation: 'notPresented',
      originalSighted: false,
      reason: 'لم تُستخرج لها وثيقة قط',
    });
    const { state: recorded } = await readCase(client, caseId);
    expect(['M1', 'M2', 'M3', 'M4'].map((row) => recorded.verdicts[`${row}@D2`]?.verdict)).toEqual([
      'notPresented',
      'notPresented',
      'notPresented',
      'notPresented',
    ]);
    const refusal = await refusalOf(client.documents.completeMatching({ caseId }));
    expect(refusal.data.blockers).toEqual([{ code: 'documentForOfficer', documentKey: 'D2' }]);

    const { referralId } = await ask(caseId, { reason: 'noIdentityDocument' });
    await client.referral.answer({
      caseId,
      referralId,
      ...heard,
      outcome: { kind: 'acceptIdentity' },
    });
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    await submit(client, caseId);
    const { state } = await readCase(client, caseId);
    expect(state.submission?.validAtSubmission).toContainEqual({
      documentKey: 'D2',
      verdict: 'notPresented',
      validUntil: null,
      byOfficer: { referralId, outcome: 'acceptIdentity', until: null },
    });
  });

  it('waits for what the officer asks to be brought, and a signature falls only knowingly', async () => {
    const caseId = await interviewed('resident');
    const { client } = desk;
    await fillPage(client, caseId, 'B', [setAnswer('idExpiry', RENEWED)]);
    await layAgreeingDocuments(client, caseId, TODAY);
    await decideTheRest(client, caseId);
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    const { referralId } = await ask(caseId, {
      reason: 'procedureUnclear',
      step: 'next',
      about: { documents: [], rows: [], paths: [] },
    });
    expect((await refusalOf(submit(client, caseId))).data.blockers).toEqual([
      { code: 'referralOpen', referralId },
    ]);
    const bring = (voidSignature: boolean) =>
      client.referral.answer({
        caseId,
        referralId,
        ...heard,
        voidSignature,
        outcome: {
          kind: 'bring',
          items: [{ kind: 'other', text: 'خطاب من السفارة' }],
          dueOn: '2027-01-10',
          place: 'مكتب العزيزية',
        },
      });
    expect((await refusalOf(bring(false))).code).toBe('signatureWouldBeVoided');
    await bring(true);
    const { state } = await readCase(client, caseId);
    expect(state.status).toBe('incomplete');
    expect(standingDeclaration(state)).toBeNull();
    expect(state.incompleteness?.items[0]?.why).toBe('askedByOfficer');
  });

  it('refuses what cannot be: days that are over, strangers’ papers, a second answer', async () => {
    const caseId = await residentWithOldIqama();
    const { client } = desk;
    const leave = (dueOn: string, documentKey = 'D2') =>
      client.waiting.leaveIncomplete({
        caseId,
        items: [{ kind: 'document', documentKey }],
        dueOn,
        place: 'مكتب العزيزية',
      });
    expect((await refusalOf(leave('2026-11-22'))).code).toBe('inputInvalid');
    expect((await refusalOf(leave('2026-12-22', 'D12'))).code).toBe('inputInvalid');
    const { referralId } = await ask(caseId);
    const grace = (until: string) =>
      client.referral.answer({
        caseId,
        referralId,
        ...heard,
        outcome: { kind: 'grace', documents: ['D2'], until },
      });
    expect((await refusalOf(grace('2026-11-22'))).code).toBe('inputInvalid');
    await grace('2026-12-22');
    expect((await refusalOf(grace('2026-12-22'))).code).toBe('inputInvalid');
    const slip = client.papers.print({ caseId, paper: 'N4', language: 'ar', subject: referralId });
    expect((await slip).copy).toBe(1);
    const none = client.papers.print({ caseId, paper: 'N4', language: 'ar' });
    expect((await refusalOf(none)).code).toBe('inputInvalid');
  });

  it('keeps a half-written referral, and lets it go when it is sent', async () => {
    const caseId = await residentWithOldIqama();
    const { client } = desk;
    const save = (scope: string) =>
      client.interview.saveDraft({
        caseId,
        scope,
        body: { kind: 'form', values: { question: 'هل يُمه' } },
      });
    await save('refer');
    expect((await client.cases.get({ caseId })).drafts.map(({ scope }) => scope)).toEqual([
      'refer',
    ]);
    expect((await refusalOf(save('B'))).code).toBe('inputInvalid');
    await ask(caseId);
    expect((await client.cases.get({ caseId })).drafts).toEqual([]);
  });

  it('raises a mismatch to the officer, whose word opens the way', async () => {
    const caseId = await interviewed('resident');
    const { client } = desk;
    await fillPage(client, caseId, 'B', [setAnswer('idExpiry', RENEWED)]);
    await layAgreeingDocuments(client, caseId, TODAY, {
      D2: { birthDate: { value: { calendar: 'gregorian', year: 1986, month: 4, day: 9 } } },
    });
    await decideTheRest(client, caseId);
    const blocked = await refusalOf(client.documents.completeMatching({ caseId }));
    expect(blocked.data.blockers).toEqual([{ code: 'rowNeedsOfficer', rowKey: 'M3@D2' }]);
    const { referralId } = await ask(caseId, {
      reason: 'dataDiffer',
      about: { documents: [], rows: ['M3@D2'], paths: [] },
    });
    await client.referral.answer({ caseId, referralId, ...heard, outcome: { kind: 'goOn' } });
    await client.documents.completeMatching({ caseId });
    expect((await readCase(client, caseId)).state.status).toBe('matched');
  });
});
