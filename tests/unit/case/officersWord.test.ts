import { describe, expect, it } from 'vitest';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type { CaseState, RecordedDocument } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import type { ReferralOutcome } from '#shared/domain/case/referral.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { DOCUMENT_RULES, MATCHING_RULES, QUESTIONNAIRE } from '#tests/unit/matching/rules.ts';
import { eventsOf, OPENED, type Step } from './caseHistory.ts';

/** A day after the widow's card has run out. */
const LATER = '2029-06-01';
const REFERRAL = '018f0000-0000-4000-8000-0000000000f1';

function heard(outcome: ReferralOutcome): readonly Step[] {
  return [
    {
      kind: 'caseReferred',
      payload: {
        referralId: REFERRAL,
        reason: 'documentNotInForce',
        step: 'documents',
        question: 'هل يُمهل؟',
        appointment: null,
        about: { documents: ['D1'], rows: [], paths: [] },
      },
    },
    {
      kind: 'referralAnswered',
      payload: {
        referralId: REFERRAL,
        answeredBy: 'منال',
        heard: 'phone',
        answeredOn: '2029-06-01',
        text: 'تُمهل',
        outcome,
      },
    },
  ];
}

function widow(steps: readonly Step[] = []): CaseState {
  const opened = replayCase(eventsOf([OPENED, ...steps]));
  if (opened === null) throw new Error('no case');
  const documents = Object.entries(widowDocuments(LATER)).map(
    ([documentKey, document]): [string, RecordedDocument] => [
      documentKey,
      { ...opened.last, documentKey, ...document },
    ],
  );
  return { ...opened, answers: widowAnswersOn(LATER), documents: Object.fromEntries(documents) };
}

function assess(state: CaseState, today = LATER): CaseAssessment {
  return assessCase(state, {
    questionnaire: QUESTIONNAIRE,
    documentRules: DOCUMENT_RULES,
    matchingRules: MATCHING_RULES,
    today,
  });
}

function card(assessment: CaseAssessment) {
  return assessment.documents.find(({ needed }) => needed.documentKey === 'D1');
}

describe('grace for a card that has run out', () => {
  it('opens the way while it runs, and closes it on the day after', () => {
    expect(assess(widow()).facts.documents.invalid).toEqual(['D1']);
    const state = widow(heard({ kind: 'grace', documents: ['D1'], until: '2029-07-01' }));
    expect(assess(state).facts.documents.invalid).toEqual([]);
    expect(assess(state, '2029-07-01').facts.documents.invalid).not.toContain('D1');
    expect(assess(state, '2029-07-02').facts.documents.invalid).toContain('D1');
  });

  it('leaves the verdict on its validity as it is', () => {
    const state = widow(heard({ kind: 'grace', documents: ['D1'], until: '2029-07-01' }));
    expect(card(assess(state))).toMatchObject({
      validity: { verdict: 'expired' },
      byOfficer: { outcome: 'grace', until: '2029-07-01' },
    });
  });

  it('is for the documents it names, and for none that was not laid on the desk', () => {
    const other = widow(heard({ kind: 'grace', documents: ['D7'], until: '2029-07-01' }));
    expect(assess(other).facts.documents.invalid).toEqual(['D1']);
    const state = widow(heard({ kind: 'grace', documents: ['D1'], until: '2029-07-01' }));
    const { D1, ...others } = state.documents;
    if (!D1) throw new Error('no card');
    const absent = { ...D1, presentation: 'notPresented', originalSighted: false } as const;
    expect(
      assess({ ...state, documents: { ...others, D1: absent } }).facts.documents.missing,
    ).toEqual(['D1']);
  });
});

describe('a person without papers', () => {
  const answers = { values: { residencyType: { value: 'undocumented' } }, rows: {} };

  function undocumented(steps: readonly Step[], reason: string | null): CaseState {
    const state = { ...widow(steps), answers };
    const absent = {
      ...state.last,
      documentKey: 'D2',
      presentation: 'notPresented' as const,
      originalSighted: false,
      reason,
      readings: { values: {}, rows: {} },
    };
    return { ...state, documents: reason === null ? {} : { D2: absent } };
  }

  it('is asked for a document of any kind, and M1-M4 are not presented, with the reason', () => {
    const { matrix, facts } = assess(undocumented([], 'لا يحمل وثيقة'));
    const found = matrix.map(({ row }) => [row.row, row.computed?.verdict, row.documentReason]);
    expect(found).toEqual(
      expect.arrayContaining(
        ['M1', 'M2', 'M3', 'M4'].map((row) => [row, 'notPresented', 'لا يحمل وثيقة']),
      ),
    );
    expect(facts.documents).toMatchObject({ missing: [], forOfficer: ['D2'] });
  });

  it('must first be told to have none', () => {
    expect(assess(undocumented([], null)).facts.documents).toMatchObject({
      unrecorded: ['D2'],
      forOfficer: [],
    });
  });

  it('goes on when the officer knows who it is, and by no other word', () => {
    const goOn = undocumented(heard({ kind: 'goOn' }), 'لا يحمل وثيقة');
    expect(assess(goOn).facts.documents.forOfficer).toEqual(['D2']);
    const known = undocumented(heard({ kind: 'acceptIdentity' }), 'لا يحمل وثيقة');
    expect(assess(known).facts.documents).toMatchObject({ missing: [], forOfficer: [] });
    expect(
      assess(undocumented(heard({ kind: 'acceptIdentity' }), null)).facts.documents,
    ).toMatchObject({ unrecorded: ['D2'] });
  });
});
