import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { assessCase, type CaseAssessment } from '#shared/domain/case/assessCase.ts';
import type {
  CaseState,
  RecordedDocument,
  RecordedVerdict,
} from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { eventsOf, OPENED } from './caseHistory.ts';

const TODAY = '2026-11-23';

function resource(path: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../../resources/${path}`, import.meta.url), 'utf8'));
}

const RULES = {
  questionnaire: parseQuestionnaire(resource('questionnaires/support-request.v1.json')),
  documentRules: parseDocumentRules(resource('documents/document-rules.v1.json')),
  matchingRules: parseMatchingRules(resource('matching/matching-rules.v1.json')),
};

function widow(): CaseState {
  const opened = replayCase(eventsOf([OPENED]));
  if (opened === null) throw new Error('no case');
  const documents = Object.entries(widowDocuments(TODAY)).map(
    ([documentKey, document]): [string, RecordedDocument] => [
      documentKey,
      { ...opened.last, documentKey, ...document },
    ],
  );
  return { ...opened, answers: widowAnswersOn(TODAY), documents: Object.fromEntries(documents) };
}

function assess(state: CaseState, today = TODAY): CaseAssessment {
  return assessCase(state, { ...RULES, today });
}

/** What the representative recorded while the rules found what they find now. */
function withVerdicts(state: CaseState): CaseState {
  const verdicts = assess(state).matrix.flatMap(({ row }): [string, RecordedVerdict][] =>
    row.computed === null
      ? []
      : [
          [
            row.rowKey,
            {
              ...state.last,
              rowKey: row.rowKey,
              documentKey: row.documentKey,
              verdict: row.computed.verdict,
              computed: row.computed.verdict,
              reason: { code: row.computed.reasonCode, text: 'نُظر فيه' },
              ruleVersion: row.ruleVersion,
              statedPaths: [...row.statedPaths],
              stated: null,
              read: null,
              statedNormalized: row.statedNormalized,
              readNormalized: row.readNormalized,
              originalSighted: true,
            },
          ],
        ],
  );
  return { ...state, verdicts: Object.fromEntries(verdicts) };
}

function stating(state: CaseState, path: string, value: string): CaseState {
  const values = { ...state.answers.values, [path]: { value } };
  return { ...state, answers: { ...state.answers, values } };
}

describe('assessCase', () => {
  it('finds nothing wanting in a complete case', () => {
    expect(assess(withVerdicts(widow())).facts).toMatchObject({
      interview: { missing: [], problems: [] },
      documents: { unrecorded: [], missing: [], originalNotSighted: [], invalid: [] },
      matching: { undecided: [], needReason: [], blocking: [] },
    });
  });

  it('names what is missing by the letter of its section', () => {
    const state = widow();
    const { idNumber: _idNumber, ...values } = state.answers.values;
    const { missing } = assess({ ...state, answers: { ...state.answers, values } }).facts.interview;
    expect(missing).toEqual([{ section: 'B', path: 'idNumber' }]);
  });

  it('tells an unrecorded document from one that is absent, expired, or seen only as a copy', () => {
    const state = widow();
    const { D9, D7, D19, D1, ...others } = state.documents;
    if (!D9 || !D7 || !D19 || !D1) throw new Error('the fixture lacks a document');
    const changed: CaseState = {
      ...state,
      documents: {
        ...others,
        D1: { ...D1, originalSighted: false },
        D7: { ...D7, presentation: 'notPresented', originalSighted: false, reason: 'سيُحضر' },
        D19,
      },
    };
    expect(assess(changed).facts.documents).toEqual({
      unrecorded: ['D9'],
      missing: ['D7'],
      originalNotSighted: ['D1'],
      forOfficer: [],
      invalid: [],
    });
    // The statement of the bank speaks for six months.
    expect(assess(changed, '2027-03-25').facts.documents.invalid).toContain('D19');
  });

  it('lets a verdict fall when what was stated changes, and leaves the others', () => {
    const before = assess(withVerdicts(widow()));
    const after = assess(stating(withVerdicts(widow()), 'idNumber', '1123456780'));
    const standing = (assessment: CaseAssessment) =>
      assessment.matrix.filter((each) => each.standing !== null).map(({ row }) => row.rowKey);
    expect(standing(before)).toContain('M1@D1');
    expect(standing(after)).not.toContain('M1@D1');
    expect(standing(after)).toContain('M3@D1');
    const fallen = after.matrix.find(({ row }) => row.rowKey === 'M1@D1');
    expect(fallen?.stale?.verdict).toBe('match');
    expect(after.facts.matching.blocking).toContain('M1@D1');
  });

  it('lets every verdict of other rules fall', () => {
    const state = withVerdicts(widow());
    const newer = { ...RULES.matchingRules, version: { id: 'matchingRules', version: 99 } };
    const assessment = assessCase(state, { ...RULES, matchingRules: newer, today: TODAY });
    expect(assessment.matrix.every(({ standing }) => standing === null)).toBe(true);
  });

  it('does not wait for a paper that nobody has to bring', () => {
    const state = widow();
    const help = 'supportItems/r1/previousHelp';
    const helped: CaseState = {
      ...state,
      answers: {
        values: {
          ...state.answers.values,
          [`${help}/p1/organisation`]: { value: 'جمعية البر' },
          [`${help}/p1/type`]: { value: 'food' },
        },
        rows: { ...state.answers.rows, [help]: ['p1'] },
      },
    };
    const { documents, matrix, facts } = assess(withVerdicts(helped));
    expect(documents.map(({ needed }) => needed.documentKey)).toContain('D25');
    expect(matrix.filter(({ row }) => row.documentKey === 'D25')).toEqual([]);
    expect(facts.documents.unrecorded).toEqual([]);
    expect(facts.matching.undecided).toEqual([]);
  });

  it('refuses a day that is none', () => {
    expect(() => assess(widow(), '2026-02-30')).toThrow(RangeError);
  });
});
