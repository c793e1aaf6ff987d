import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { giveOpinion } from '#electron/services/opinionService.ts';
import { SURVEY_KEY_FILE } from '#hq/opinions/surveyIdentities.ts';
import { OpinionTotals, OpinionWords } from '#shared/contracts/hq/opinions.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { PROVISIONAL_SURVEY_IDENTITY } from '../fixtures/provisionalSurveyKey.ts';
import { type Clerk, createClerk } from './support/clerks.ts';
import { ALL_SUBMITTED, createFilledSender } from './support/filledSender.ts';
import { createTestHub, type TestHub } from './support/testHub.ts';

const WORDS = 'كان الانتظار طويلًا، وجوالي ٠٥٥١٢٣٤٥٦٧';
const WORDS_SHOWN = 'كان الانتظار طويلًا، وجوالي •••';

let hub: TestHub;
let quality: Clerk;
beforeAll(async () => {
  hub = await createTestHub();
  quality = await createClerk(hub, 'quality', ['qualityOfficer']);
});
afterAll(() => hub.close());

const totals = async () => OpinionTotals.parse((await quality.call('GET', '/opinions')).body);

function putKey(identity: string): void {
  writeFileSync(join(hub.hub.context.dataFolder, SURVEY_KEY_FILE), `${identity}\n`);
}

/** One answer to the first question for each case; the whole visit is judged by the first four only. */
async function branchWith(name: string, answers: readonly number[]): Promise<void> {
  const { context } = hub.hub;
  const sender = await createFilledSender(hub, {
    ...{ cases: answers.length, seed: name, branchCode: name, branchName: name },
    mix: ALL_SUBMITTED,
  });
  await sender.sendAll();
  await context.caseProjector.settled();
  const rows = await context.db.query<{ readonly id: string }>(
    'SELECT case_id AS id FROM hub_case WHERE branch_office_id = $1 ORDER BY case_id',
    [sender.branchOfficeId],
  );
  for (const [index, q1] of answers.entries()) {
    await giveOpinion(sender.desk, CaseId.parse(rows[index]?.id), {
      language: 'ar',
      answers: {
        scale: { q1, q2: 'notApplicable', ...(index < 4 ? { q8: 5 } : {}) },
        improve: WORDS,
      },
    });
  }
  await sender.sendAll();
  sender.close();
}

describe('what people say', () => {
  it('is opened by the key of the survey alone, in totals that show nobody', async () => {
    await branchWith('MKH01', [5, 5, 4, 1, 3, 2]);
    await branchWith('RUH01', [1, 1, 1, 1]);
    expect(await totals()).toMatchObject({ hasKey: false, sealed: 10, unreadable: 0 });

    putKey(await generateX25519Identity());
    expect(await totals()).toMatchObject({ hasKey: true, sealed: 0, unreadable: 10 });

    putKey(PROVISIONAL_SURVEY_IDENTITY);
    const opened = await totals();
    expect(opened).toMatchObject({ hasKey: true, sealed: 0, unreadable: 0 });
    const [first, second] = opened.surveys;
    // The sixth answer waits for its group; four of a branch, or of a question, are not shown.
    const shown = { q1: { answers: 5, average: 3.6, satisfied: 60 } };
    expect(first?.rows.map(({ branchName, totals: of }) => [branchName, of])).toEqual([
      [null, shown],
      ['MKH01', shown],
      ['RUH01', {}],
    ]);
    expect(second?.rows.map(({ totals: of }) => of)).toEqual([{}, {}, {}]);
    expect(JSON.stringify(opened)).not.toContain(WORDS);

    // What they wrote, five by five: the sixth waits, and so do all four of the other branch.
    const written = OpinionWords.parse((await quality.call('GET', '/opinions/words')).body);
    expect(
      written.surveys[0]?.branches.map(({ branchName, words }) => [branchName, words]),
    ).toEqual([['MKH01', Array.from({ length: 5 }, () => WORDS_SHOWN)]]);
    expect(written.surveys[1]?.branches).toEqual([]);

    // Looked at again nothing is counted twice, and what comes in fills the group.
    await branchWith('JED01', [4, 4, 4, 4, 5]);
    const again = await totals();
    expect(again.surveys[0]?.rows.map(({ totals: { q1 } }) => q1 ?? null)).toEqual([
      { answers: 10, average: 3.9, satisfied: 80 },
      { answers: 5, average: 4.2, satisfied: 100 },
      shown.q1,
      null,
    ]);
  });

  it('is for the quality officer and the director', async () => {
    const clerk = await createClerk(hub, 'clerk', ['importClerk']);
    expect((await clerk.call('GET', '/opinions')).body).toMatchObject({ code: 'notPermitted' });
    // Whoever decides on requests reads totals, and nobody's words.
    const director = await createClerk(hub, 'munira', ['director']);
    expect((await director.call('GET', '/opinions')).status).toBe(200);
    const words = await director.call('GET', '/opinions/words');
    expect(words.body).toMatchObject({ code: 'notPermitted' });
  });
});
