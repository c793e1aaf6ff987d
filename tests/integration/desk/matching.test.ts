import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { standingDeclaration } from '#shared/domain/case/caseState.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { refusalOf } from './support/refusal.ts';
import { createTestDesk, foundBranch, type TestDesk } from './support/testDesk.ts';
import {
  completeMatching,
  decideTheRest,
  fillPage,
  IN_HANDWRITING,
  interview,
  layDocument,
  layDocuments,
  MARK,
  matchedCase,
  openCase,
  readCase,
  setAnswer,
  sign,
  submit,
  textsInForce,
  welcome,
} from './support/widowCase.ts';

const TODAY = '2026-11-23';

describe('matching, signing and what voids a signature', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await createTestDesk(`${TODAY}T08:00:00.000Z`);
    await foundBranch(desk);
  });
  afterAll(() => desk.close());

  describe('an id number that differs from the card', () => {
    let caseId: CaseId;
    beforeEach(async () => {
      caseId = await openCase(desk.client);
      await welcome(desk.client, caseId);
      await interview(desk.client, caseId, widowAnswersOn(TODAY));
      await desk.client.interview.complete({ caseId });
      await layDocuments(desk.client, caseId, TODAY, { D1: { idNumber: { value: '1000000008' } } });
      await decideTheRest(desk.client, caseId);
    });

    it('is a mismatch that nobody at the branch may call a match, and blocks', async () => {
      const { assessment } = await readCase(desk.client, caseId);
      const row = assessment.matrix.find((each) => each.row.rowKey === 'M1@D1');
      expect(row?.row.computed?.verdict).toBe('mismatch');
      for (const verdict of ['match', 'matchWithTolerance', 'notApplicable'] as const) {
        const refusal = await refusalOf(
          desk.client.documents.decide({ caseId, rowKey: 'M1@D1', verdict, reason: 'قريب' }),
        );
        expect(refusal.code).toBe('answerRefused');
      }
      await desk.client.documents.decide({
        caseId,
        rowKey: 'M1@D1',
        verdict: 'mismatch',
        reason: 'الرقم مختلف',
      });
      const refusal = await refusalOf(desk.client.documents.completeMatching({ caseId }));
      expect(refusal.code).toBe('actionNotAllowed');
      expect(refusal.data.blockers).toContainEqual({ code: 'rowBlocks', rowKey: 'M1@D1' });
    });

    it('needs a reason for every verdict but a match', async () => {
      const refusal = await refusalOf(
        desk.client.documents.decide({
          caseId,
          rowKey: 'M1@D1',
          verdict: 'mismatch',
          reason: '  ',
        }),
      );
      expect(refusal.code).toBe('reasonRequired');
    });

    it('is mended by setting what was stated to what the card says', async () => {
      const { events } = await desk.client.documents.correctStated({ caseId, rowKey: 'M1@D1' });
      expect(events.map(({ kind }) => kind)).toContain('answersChanged');
      const { state, assessment } = await readCase(desk.client, caseId);
      expect(state.answers.values['idNumber']).toEqual({ value: '1000000008' });
      const row = assessment.matrix.find((each) => each.row.rowKey === 'M1@D1');
      expect(row?.standing?.verdict).toBe('match');
      // The register and the statements still print the other number.
      expect(assessment.facts.matching.blocking).not.toContain('M1@D1');
    });

    it('is mended by reading the card again', async () => {
      await layDocument(desk.client, caseId, 'D1', {
        values: { idNumber: { value: '1012345672' } },
        rows: {},
      });
      await completeMatching(desk.client, caseId);
      expect((await readCase(desk.client, caseId)).state.status).toBe('matched');
    });
  });

  it('refuses a document that is absent without a reason', async () => {
    const caseId = await openCase(desk.client);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    const record = (reason: string | null) =>
      desk.client.documents.record({
        caseId,
        documentKey: 'D9',
        presentation: 'notPresented',
        originalSighted: false,
        reason,
      });
    expect((await refusalOf(record(null))).code).toBe('reasonRequired');
    const { events } = await record('سيُحضر الأسبوع القادم');
    expect(events[0]?.kind).toBe('documentRecorded');
    const { assessment } = await readCase(desk.client, caseId);
    expect(assessment.facts.documents.missing).toContain('D9');
    const ofDocument = assessment.matrix.filter(({ row }) => row.documentKey === 'D9');
    expect(ofDocument.length).toBeGreaterThan(0);
    expect(ofDocument.every(({ standing }) => standing?.verdict === 'notPresented')).toBe(true);
  });

  describe('a signed case', () => {
    let caseId: CaseId;
    beforeEach(async () => {
      caseId = await matchedCase(desk.client, TODAY);
      await sign(desk.client, caseId);
    });

    it('is not changed unless the person knows that the signature falls', async () => {
      const change = (voidSignature: boolean) =>
        fillPage(
          desk.client,
          caseId,
          'C',
          [setAnswer('street', { value: 'شارع آخر' })],
          voidSignature,
        );
      expect((await refusalOf(change(false))).code).toBe('signatureWouldBeVoided');
      expect((await desk.client.cases.get({ caseId })).drafts).toEqual([]);
      expect(standingDeclaration((await readCase(desk.client, caseId)).state)).not.toBeNull();

      await change(true);
      const { state } = await readCase(desk.client, caseId);
      expect(standingDeclaration(state)).toBeNull();
      expect(state.declarations).toHaveLength(1);
      expect(state.status).toBe('interviewed');
      const { cases } = await desk.client.cases.list({});
      expect(cases.find((each) => each.caseId === caseId)?.signatureVoided).toBe(true);

      await decideTheRest(desk.client, caseId);
      await completeMatching(desk.client, caseId);
      await sign(desk.client, caseId);
      const renewed = (await readCase(desk.client, caseId)).state;
      expect(renewed.declarations.map(({ voidedBy }) => voidedBy === null)).toEqual([false, true]);
      await submit(desk.client, caseId);
    });

    it('keeps its signature when a page is left as it was', async () => {
      await fillPage(desk.client, caseId, 'C', [setAnswer('street', { value: 'شارع الحج' })], true);
      const { state } = await readCase(desk.client, caseId);
      expect(standingDeclaration(state)).not.toBeNull();
    });

    it('guards documents and verdicts in the same way', async () => {
      const record = desk.client.documents.record({
        caseId,
        documentKey: 'D9',
        presentation: 'presented',
        originalSighted: true,
        reason: null,
      });
      expect((await refusalOf(record)).code).toBe('signatureWouldBeVoided');
      const decide = desk.client.documents.decide({
        caseId,
        rowKey: 'M1@D1',
        verdict: 'review',
        reason: 'للتحقق',
      });
      expect((await refusalOf(decide)).code).toBe('signatureWouldBeVoided');
    });
  });

  it('does not take a slip of the pen for a signature', async () => {
    const caseId = await matchedCase(desk.client, TODAY);
    const { declaration } = await textsInForce(desk.client);
    const attempt = desk.client.declaration.sign({
      caseId,
      declaration: { id: declaration.id, version: declaration.version },
      language: 'ar',
      consentToVerify: false,
      readAloud: true,
      ...IN_HANDWRITING,
      signing: {
        level: 'handwrittenOnScreen',
        by: 'handwriting',
        mark: {
          ...MARK,
          strokes: [
            [[0.5, 0.5]],
            [
              [0.51, 0.5],
              [0.515, 0.5],
            ],
          ],
        },
      },
    });
    expect((await refusalOf(attempt)).code).toBe('signatureBlank');
    expect((await readCase(desk.client, caseId)).state.status).toBe('matched');
  });

  it('does not sign what is not matched, and says what is missing', async () => {
    const caseId = await openCase(desk.client);
    const refusal = await refusalOf(sign(desk.client, caseId));
    expect(refusal.code).toBe('actionNotAllowed');
    expect(refusal.data.blockers).toContainEqual({ code: 'matchingNotCompleted' });
  });

  it('takes along a page that a crash left open', async () => {
    const caseId = await openCase(desk.client);
    await welcome(desk.client, caseId);
    await interview(desk.client, caseId, widowAnswersOn(TODAY));
    const typed = (value: string) =>
      desk.client.interview.saveDraft({
        caseId,
        scope: 'B',
        body: { kind: 'answers', patches: [setAnswer('nameFirst', { value })] },
      });
    await typed('منيرة');
    const { events } = await desk.client.interview.complete({ caseId });
    expect(events.map(({ kind }) => kind)).toEqual([
      'answersChanged',
      'interviewCompleted',
      'knownPeopleFound',
    ]);
    const { state } = await readCase(desk.client, caseId);
    expect(state.answers.values['nameFirst']).toEqual({ value: 'منيرة' });
    expect((await desk.client.cases.get({ caseId })).drafts).toEqual([]);
  });

  it('does not submit over what was typed after the signature', async () => {
    const caseId = await matchedCase(desk.client, TODAY);
    await sign(desk.client, caseId);
    await desk.client.interview.saveDraft({
      caseId,
      scope: 'C',
      body: { kind: 'answers', patches: [setAnswer('unitNo', { value: '9' })] },
      voidSignature: true,
    });
    expect((await refusalOf(submit(desk.client, caseId))).code).toBe('signatureWouldBeVoided');
    const { state } = await readCase(desk.client, caseId);
    expect(state.status).toBe('signed');
    const unitNo = state.answers.values['unitNo'] ?? null;
    await desk.client.interview.saveDraft({
      caseId,
      scope: 'C',
      body: { kind: 'answers', patches: [setAnswer('unitNo', unitNo)] },
      voidSignature: true,
    });
    await submit(desk.client, caseId);
    expect((await desk.client.cases.get({ caseId })).drafts).toEqual([]);
  });
});
