import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KnownSubject } from '#shared/domain/case/knownEvents.ts';
import { ActorId, type CaseId } from '#shared/domain/identity.ts';
import { widowAnswers } from '#tests/fixtures/widow.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, PASSWORD, type TestDesk } from './support/testDesk.ts';
import {
  decideTheRest,
  fillPage,
  interview,
  layAgreeingDocuments,
  openCase,
  readCase,
  setAnswer,
  welcome,
} from './support/widowCase.ts';

const DAY = '2026-11-23T08:00:00.000Z';
const TODAY = '2026-11-23';

/** The widow as somebody else writes her down: two digits of the id exchanged, another spelling. */
const MISTYPED = {
  idNumber: '1012354672',
  given: 'نوره',
  father: 'عبدالله',
  grandfather: 'سعد',
  family: 'السبيعى',
  birthDate: { calendar: 'hijri', year: 1400, month: 7, day: 1 },
  mobile: '0501234567',
} as const;

describe('a person who may be known to the desk', () => {
  let desk: TestDesk;
  let first: Awaited<ReturnType<typeof readCase>>['state'];
  beforeEach(async () => {
    desk = await createTestDesk(DAY);
    await foundBranch(desk);
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswers());
    first = (await readCase(desk.client, caseId)).state;
  });
  afterEach(() => desk.close());

  const stateOf = async (caseId: CaseId) => (await readCase(desk.client, caseId)).state;

  /** A second request on a file of its own, with the applicant mistyped. */
  const openMistyped = () =>
    openCase(desk.client, [
      setAnswer('idNumber', { value: MISTYPED.idNumber }),
      setAnswer('nameFirst', { value: MISTYPED.given }),
      setAnswer('nameFather', { value: MISTYPED.father }),
      setAnswer('nameFamily', { value: MISTYPED.family }),
      setAnswer('birthDate', { value: { ...MISTYPED.birthDate } }),
      setAnswer('mobile', { value: '+966501234567' }),
    ]);

  it('is found while it is typed, with how likely and why, and nobody else is', async () => {
    const { here, elsewhere, isWhole } = await desk.client.known.candidates({ said: MISTYPED });
    expect(isWhole).toBe(true);
    expect(elsewhere).toEqual([]);
    expect(here).toHaveLength(1);
    expect(here[0]).toMatchObject({
      beneficiaryId: first.beneficiaryId,
      strength: 'sure',
      sameIdentifier: false,
      maskedId: '******5672',
    });
    const evidence = new Map(here[0]?.evidence.map(({ field, agreement }) => [field, agreement]));
    expect(evidence.get('birthDate')).toBe('equalRare');
    expect(evidence.get('nationalId')).toBe('variant');
    const other = { fullName: 'خالد بن فهد بن ناصر الدوسري', mobile: '0559998877' };
    expect(await desk.client.known.candidates({ said: other })).toMatchObject({ here: [] });
    expect(await desk.client.known.candidates({ said: {} })).toMatchObject({ here: [] });
  });

  it('is found by the same identifier whatever else was said, and after a correction as they are', async () => {
    const wrongName = { fullName: 'هدى محمد الحربي', idNumber: '1012345672' };
    const found = await desk.client.known.candidates({ said: wrongName });
    expect(found.here).toMatchObject([{ strength: 'sure', sameIdentifier: true }]);
    await fillPage(desk.client, first.caseId, 'B', [
      setAnswer('idNumber', { value: '1123456780' }),
    ]);
    expect(await desk.client.known.candidates({ said: wrongName })).toMatchObject({ here: [] });
    const now = { ...wrongName, idNumber: '1123456780' };
    expect((await desk.client.known.candidates({ said: now })).here).toHaveLength(1);
  });

  it('“it is this person” puts the request on the file, asks nothing twice, and can be taken back', async () => {
    const caseId = await openMistyped();
    const opened = await stateOf(caseId);
    expect(opened.beneficiaryId).not.toBe(first.beneficiaryId);
    const [found] = (await desk.client.known.candidates({ said: MISTYPED, caseId })).here;
    const subject = found?.subject as KnownSubject;
    await desk.client.known.answer({ caseId, answer: { subject, answer: 'same', reason: null } });
    const state = await stateOf(caseId);
    expect(state.beneficiaryId).toBe(first.beneficiaryId);
    // What was said here stands, the rest comes from the file.
    expect(state.answers.values['idNumber']).toEqual({ value: MISTYPED.idNumber });
    expect(state.answers.values['nameGrandfather']).toEqual({ value: 'سعد' });
    expect(state.taken['nameGrandfather']).toEqual({ saidOn: TODAY, caseId: first.caseId });
    expect(state.answers.rows['family']).toEqual(first.answers.rows['family']);
    const file = await desk.client.beneficiaries.get({ beneficiaryId: first.beneficiaryId });
    expect(file.caseCount).toBe(2);
    // The file that nobody has any more is gone from lists and from what is found.
    const { total } = await desk.client.beneficiaries.list({});
    expect(total).toBe(1);
    expect((await desk.client.known.candidates({ said: MISTYPED })).here).toHaveLength(1);
    await desk.client.known.answer({
      caseId,
      answer: { subject, answer: 'another', reason: 'أختها' },
    });
    expect((await stateOf(caseId)).beneficiaryId).toBe(opened.beneficiaryId);
    expect((await desk.client.beneficiaries.list({})).total).toBe(2);
  });

  it('“another person” wants a word, is remembered, and is not shown again in this case', async () => {
    const caseId = await openMistyped();
    const [found] = (await desk.client.known.candidates({ said: MISTYPED, caseId })).here;
    const subject = found?.subject as KnownSubject;
    const refused = await refusalOf(
      desk.client.known.answer({ caseId, answer: { subject, answer: 'another', reason: null } }),
    );
    expect(refused.code).toBe('inputInvalid');
    await desk.client.known.answer({
      caseId,
      answer: { subject, answer: 'another', reason: 'أختها التوأم' },
    });
    expect(await desk.client.known.candidates({ said: MISTYPED, caseId })).toMatchObject({
      here: [],
    });
    expect((await stateOf(caseId)).known.answers[subject]).toMatchObject({
      answer: 'another',
      reason: 'أختها التوأم',
    });
    // Told at the opening of a case it is remembered just the same.
    const { caseId: third } = await desk.client.cases.open({
      channel: 'interview',
      initiatedBy: 'beneficiary',
      beneficiaryId: null,
      stated: [],
      known: [{ subject, answer: 'another', reason: 'ابنة عمها' }],
    });
    const asked = await desk.client.known.candidates({ said: MISTYPED, caseId: third });
    expect(asked.here.map((person) => person.subject)).not.toContain(subject);
  });

  it('is answered before the matching is complete, and the answer is on record', async () => {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    const answers = widowAnswersOn(TODAY);
    await interview(desk.client, caseId, {
      ...answers,
      values: { ...answers.values, idNumber: { value: '1066778893' } },
    });
    await desk.client.interview.complete({ caseId });
    const { known } = await stateOf(caseId);
    const [found] = Object.values(known.found);
    expect(found).toMatchObject({ strength: 'sure', sameIdentifier: false });
    await layAgreeingDocuments(desk.client, caseId, TODAY);
    await decideTheRest(desk.client, caseId);
    const refusal = await refusalOf(desk.client.documents.completeMatching({ caseId }));
    expect(refusal.code).toBe('actionNotAllowed');
    expect(JSON.stringify(refusal.data)).toContain('knownUnanswered');
    const subject = found?.subject as KnownSubject;
    const shown = await desk.client.known.found({ caseId });
    expect(shown.here).toMatchObject([{ subject, beneficiaryId: first.beneficiaryId }]);
    await desk.client.known.answer({ caseId, answer: { subject, answer: 'unsure', reason: null } });
    await desk.client.documents.completeMatching({ caseId });
    const after = await stateOf(caseId);
    expect(after.stage).toBe('matched');
    expect(after.beneficiaryId).not.toBe(first.beneficiaryId);
  });

  it('is not asked about any more when a correction parts the two', async () => {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswers());
    await desk.client.interview.complete({ caseId });
    expect(Object.values((await stateOf(caseId)).known.found)).toMatchObject([
      { sameIdentifier: true },
    ]);
    await interview(desk.client, caseId, {
      rows: {},
      values: {
        idNumber: { value: '1123456780' },
        nameFirst: { value: 'هدى' },
        nameFather: { value: 'فهد' },
        nameGrandfather: { value: 'ناصر' },
        nameFamily: { value: 'الدوسري' },
        birthDate: { value: { calendar: 'gregorian', year: 1971, month: 3, day: 9 } },
        mobile: { value: '+966559998877' },
      },
    });
    await desk.client.known.check({ caseId });
    const { known } = await stateOf(caseId);
    expect(Object.values(known.found)).toMatchObject([{ strength: 'none' }]);
    expect(await desk.client.known.found({ caseId })).toEqual({ here: [], elsewhere: [] });
  });

  it('is known again after the desk was opened anew', async () => {
    await desk.restart();
    const status = await desk.client.session.status();
    if (status.phase !== 'locked') throw new Error(`the desk is ${status.phase}`);
    const actorId = status.people[0]?.actorId ?? '';
    await desk.client.session.unlock({ actorId: ActorId.parse(actorId), password: PASSWORD });
    expect((await desk.client.known.candidates({ said: MISTYPED })).here).toHaveLength(1);
  });
});
