import { describe, expect, onTestFinished, test } from 'vitest';
import { actionState } from '#shared/domain/case/availableActions.ts';
import { APPLICANTS, applicantAnswers } from '#tests/fixtures/applicants.ts';
import { createTestDesk, foundBranch } from './support/testDesk.ts';
import {
  decideTheRest,
  interview,
  layAgreeingDocuments,
  openCase,
  readCase,
  sign,
  submit,
  welcome,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';

/** What each must bring, and nothing else. */
const DOCUMENTS: Readonly<Record<(typeof APPLICANTS)[number], readonly string[]>> = {
  widow: ['D1', 'D5', 'D6', 'D7', 'D8', 'D9', 'D12', 'D19', 'D20'],
  largeFamily: ['D1', 'D5', 'D6', 'D7', 'D8', 'D9', 'D19'],
  strandedPilgrim: ['D3', 'D4', 'D22', 'D24'],
  debtor: ['D1', 'D7', 'D8', 'D10', 'D18', 'D19'],
  resident: ['D2', 'D7', 'D8'],
  undocumented: ['D2'],
  elderlyCitizen: ['D1', 'D7', 'D8', 'D9', 'D19'],
  orphan: ['D1', 'D5', 'D7', 'D8', 'D12', 'D13', 'D14', 'D19'],
  represented: ['D1', 'D7', 'D8', 'D9', 'D19', 'D21'],
  urduSpeaker: ['D2', 'D7', 'D8'],
};

/** Whom the officer must know first has a walk of their own (`waiting.test.ts`). */
const BY_THEMSELVES = APPLICANTS.filter((applicant) => applicant !== 'undocumented');

describe.each(BY_THEMSELVES)('%s', (applicant) => {
  test('comes from the first answer to the receipt', async () => {
    const desk = await createTestDesk();
    onTestFinished(() => desk.close());
    await foundBranch(desk);
    const { client } = desk;
    const caseId = await openCase(client);
    await welcome(client, caseId);
    await interview(client, caseId, applicantAnswers(applicant, TODAY));
    const { assessment } = await readCase(client, caseId);
    expect(assessment.evaluation.missing).toEqual([]);
    expect(assessment.evaluation.problems.filter(({ blocking }) => blocking)).toEqual([]);
    expect([...new Set(assessment.documents.map(({ needed }) => needed.type))]).toEqual(
      DOCUMENTS[applicant],
    );
    await client.interview.complete({ caseId });
    await layAgreeingDocuments(client, caseId, TODAY);
    await decideTheRest(client, caseId);
    const { assessment: matched, state: before } = await readCase(client, caseId);
    expect(actionState(before, matched.facts, 'completeMatching').blockers).toEqual([]);
    await client.documents.completeMatching({ caseId });
    await sign(client, caseId);
    await submit(client, caseId);
    const { state } = await readCase(client, caseId);
    expect(state.status).toBe('submitted');
  });
});
