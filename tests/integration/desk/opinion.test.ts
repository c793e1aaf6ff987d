import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '#shared/domain/identity.ts';
import { SealedOpinion, type SurveyAnswers } from '#shared/domain/survey/survey.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { PROVISIONAL_SURVEY_IDENTITY } from '#tests/fixtures/provisionalSurveyKey.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { refusalOf } from './support/refusal.ts';
import {
  createTestDesk,
  foundBranch,
  openStatus,
  PASSWORD,
  type TestDesk,
} from './support/testDesk.ts';
import { interview, openCase, readCase, welcome } from './support/widowCase.ts';

const TODAY = '2026-11-23';
const ANSWERS: SurveyAnswers = {
  scale: { q1: 5, q2: 4, q3: 'notApplicable', q8: 1 },
  improve: 'كراسي أكثر في غرفة الانتظار',
};

describe('the opinion of the beneficiary', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  async function interviewed(): Promise<CaseId> {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    await desk.client.interview.complete({ caseId });
    return caseId;
  }

  const end = () => desk.client.opinion.end({ password: PASSWORD });

  async function envelopes(caseId: CaseId): Promise<readonly string[]> {
    const { events } = await desk.client.cases.get({ caseId });
    return events.flatMap((event) =>
      event.kind === 'opinionGiven' ? [event.payload.ciphertext] : [],
    );
  }

  it('is asked only after the interview', async () => {
    const caseId = await openCase(desk.client);
    expect((await refusalOf(desk.client.opinion.begin({ caseId, language: 'ar' }))).code).toBe(
      'actionNotAllowed',
    );
    expect(openStatus(await desk.client.session.status()).kiosk).toBeNull();
  });

  it('shuts every other door while the screen is turned, until the password is given', async () => {
    const caseId = await interviewed();
    const turned = openStatus(await desk.client.opinion.begin({ caseId, language: 'ar' }));
    expect(turned.kiosk).toEqual({
      survey: 'S1',
      asked: ['q1', 'q2', 'q3', 'q8'],
      caseId,
      language: 'ar',
      ended: null,
    });
    for (const attempt of [
      () => desk.client.cases.get({ caseId }),
      () => desk.client.cases.list({}),
      () => desk.client.today.get(),
      () => desk.client.contacts.list({}),
      () => desk.client.session.lock(),
      () => desk.client.reference.bundle(),
    ]) {
      expect((await refusalOf(attempt())).code).toBe('kioskStands');
    }
    expect((await refusalOf(desk.client.opinion.begin({ caseId, language: 'ar' }))).code).toBe(
      'kioskStands',
    );
    expect((await refusalOf(desk.client.opinion.end({ password: 'ليست هي' }))).code).toBe(
      'wrongPassword',
    );
    expect(openStatus(await desk.client.session.status()).kiosk).not.toBeNull();
    expect(openStatus(await end()).kiosk).toBeNull();
    // Left midway: nothing was kept, and the person may still be asked.
    const { state } = await readCase(desk.client, caseId);
    expect(state.opinion).toBeNull();
  });

  it('is sealed to the key of the survey, and nothing of it lies in the clear', async () => {
    const caseId = await interviewed();
    await desk.client.opinion.begin({ caseId, language: 'ar' });
    expect(
      (
        await refusalOf(
          desk.client.opinion.give({ language: 'ar', answers: { scale: {}, improve: ' ' } }),
        )
      ).code,
    ).toBe('opinionMissing');
    expect(
      (await refusalOf(desk.client.opinion.give({ language: 'xx', answers: ANSWERS }))).code,
    ).toBe('inputInvalid');
    const ended = openStatus(await desk.client.opinion.give({ language: 'ur', answers: ANSWERS }));
    expect(ended.kiosk?.ended).toBe('given');
    expect(
      (await refusalOf(desk.client.opinion.give({ language: 'ur', answers: ANSWERS }))).code,
    ).toBe('actionNotAllowed');
    await end();
    const file = await desk.client.cases.get({ caseId });
    expect(JSON.stringify(file)).not.toContain(ANSWERS.improve);
    expect(JSON.stringify(file)).not.toContain('"q1"');
    const { state } = await readCase(desk.client, caseId);
    expect(state.opinion?.outcome).toBe('given');
    const [envelope = ''] = await envelopes(caseId);
    const decrypter = new Decrypter();
    decrypter.addIdentity(PROVISIONAL_SURVEY_IDENTITY);
    const text = await decrypter.decrypt(bytesOfBase64Url(envelope), 'text');
    const opened = SealedOpinion.parse(JSON.parse(text));
    expect(opened).toMatchObject({ survey: 'S1', language: 'ur', answers: ANSWERS });
    expect(JSON.stringify(desk.log)).not.toContain(ANSWERS.improve);
  });

  it('tells nothing by the length of its envelope', async () => {
    const short = await interviewed();
    await desk.client.opinion.begin({ caseId: short, language: 'ar' });
    await desk.client.opinion.give({ language: 'ar', answers: { scale: { q1: 5 }, improve: '' } });
    await end();
    const long = await interviewed();
    await desk.client.opinion.begin({ caseId: long, language: 'ar' });
    await desk.client.opinion.give({
      language: 'ar',
      answers: { ...ANSWERS, improve: 'ن'.repeat(600) },
    });
    await end();
    const [one] = await envelopes(short);
    const [other] = await envelopes(long);
    expect(one?.length).toBe(other?.length);
  });

  it('may be declined, and is then not asked again', async () => {
    const caseId = await interviewed();
    await desk.client.opinion.begin({ caseId, language: 'ar' });
    expect(openStatus(await desk.client.opinion.decline()).kiosk?.ended).toBe('declined');
    await end();
    const { state } = await readCase(desk.client, caseId);
    expect(state.opinion?.outcome).toBe('declined');
    expect(state.status).toBe('interviewed');
    expect(await refusalOf(desk.client.opinion.begin({ caseId, language: 'ar' }))).toMatchObject({
      code: 'actionNotAllowed',
      data: { blockers: [{ code: 'opinionAsked' }] },
    });
  });

  it('has no answer to give when the screen was not turned', async () => {
    for (const attempt of [
      desk.client.opinion.give({ language: 'ar', answers: ANSWERS }),
      desk.client.opinion.decline(),
    ]) {
      expect((await refusalOf(attempt)).code).toBe('actionNotAllowed');
    }
  });

  it('ends with the lock, as the system asks it', async () => {
    const caseId = await interviewed();
    await desk.client.opinion.begin({ caseId, language: 'ar' });
    desk.requestLock();
    await expect.poll(async () => (await desk.client.session.status()).phase).toBe('locked');
  });
});
