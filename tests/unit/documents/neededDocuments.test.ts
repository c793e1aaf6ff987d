import { describe, expect, test } from 'vitest';
import documentSource from '#resources/documents/document-rules.v1.json' with { type: 'json' };
import type { AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';
import { compileCondition } from '#shared/domain/documents/condition.ts';
import { parseDocumentRules } from '#shared/domain/documents/documentRules.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { ExpressionFault } from '#shared/domain/questionnaire/expression/types.ts';
import { widowAnswersOn } from '#tests/fixtures/widowDocuments.ts';
import { DOCUMENT_RULES, QUESTIONNAIRE, withAnswers } from '../matching/rules.ts';

const TODAY = '2026-11-23';
const WIDOW = widowAnswersOn(TODAY);

function keysFor(answers: AnswerSet): readonly string[] {
  return neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, TODAY).map(
    ({ documentKey }) => documentKey,
  );
}

function case_(answers: Readonly<Record<string, AnswerValue>>): AnswerSet {
  return withAnswers({ values: {}, rows: {} }, answers);
}

describe('the rules as published', () => {
  test('know every document of the policy, in the two languages', () => {
    expect([...DOCUMENT_RULES.byType.keys()].toSorted()).toEqual(
      Array.from({ length: 25 }, (_, index) => `D${index + 1}`).toSorted(),
    );
    for (const { face, variants } of DOCUMENT_RULES.rules) {
      for (const { label } of [face, ...variants]) {
        expect(label.ar).toMatch(/\p{Script=Arabic}/u);
        expect(label.en).toMatch(/[A-Za-z]/);
      }
    }
  });

  test('fit the questionnaire as published', () => {
    for (const rule of DOCUMENT_RULES.rules) {
      for (const condition of [rule.neededWhen, ...rule.variants.map(({ when }) => when)]) {
        expect(compileCondition(QUESTIONNAIRE, condition, rule.perRow)).toBeTypeOf('function');
      }
    }
  });

  test('say of every need from which answers it follows', () => {
    for (const { because, perRow } of DOCUMENT_RULES.rules) {
      for (const name of because) {
        const path = perRow === null ? name : `${perRow}/${name}`;
        expect([
          QUESTIONNAIRE.fieldByName.has(path) || QUESTIONNAIRE.repeatByPath.has(path),
          path,
        ]).toEqual([true, path]);
      }
    }
  });

  test('allow no scan without a recorded legal basis', () => {
    for (const { scan } of DOCUMENT_RULES.rules) expect(scan.policy).toBe('originalSighted');
  });

  test('refuse a type given twice', () => {
    const [first] = documentSource.documents;
    const twice = { ...documentSource, documents: [first, first] };
    expect(() => parseDocumentRules(twice)).toThrow('document type given twice: D1');
  });

  test('refuse a condition that does not fit the questionnaire', () => {
    expect(() => compileCondition(QUESTIONNAIRE, "${noSuchField} = 'x'", null)).toThrow(
      ExpressionFault,
    );
    expect(() => compileCondition(QUESTIONNAIRE, '${socialSecurity}', null)).toThrow(
      ExpressionFault,
    );
    expect(() => compileCondition(QUESTIONNAIRE, 'true()', 'noSuchRepeat')).toThrow(
      ExpressionFault,
    );
  });
});

describe('a widow with a grown son and two children at school', () => {
  test('brings the seven papers of a widow, the card of the son and the statement of the school', () => {
    expect(keysFor(WIDOW)).toEqual([
      ...['D1', 'D5', 'D6/r1', 'D7', 'D8', 'D9', 'D12', 'D19', 'D20'],
    ]);
  });

  test('brings the seven alone when her children are young and no schooling is asked for', () => {
    const answers = withAnswers(WIDOW, {
      'family/r1/birthDate': { calendar: 'hijri', year: 1438, month: 1, day: 1 },
      'supportItems/r2/type': 'food',
    });
    expect(keysFor(answers)).toEqual(['D1', 'D5', 'D7', 'D8', 'D9', 'D12', 'D19']);
  });

  test('shows the birth certificate of a young child whose number is not known', () => {
    const answers = withAnswers(WIDOW, {
      'family/r3/idNumber': { nonAnswer: 'unknown', reason: 'لم تصدر بعد' },
    });
    const needed = neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, TODAY);
    const certificate = needed.find(({ documentKey }) => documentKey === 'D6/r3');
    expect(certificate).toMatchObject({
      variant: 'birthCertificate',
      subject: 'لمى فهد خالد المطيري',
      rowId: 'r3',
      because: ['family/r3/birthDate', 'family/r3/idNumber'],
      validity: { kind: 'none' },
    });
  });

  test.each([
    ['2030-10-13', false],
    ['2030-10-14', true],
  ])('on %s the card of a child born 2015-10-14 is needed: %s', (today, isNeeded) => {
    const answers = withAnswers(WIDOW, {
      'family/r2/birthDate': { calendar: 'gregorian', year: 2015, month: 10, day: 14 },
    });
    const keys = neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, today).map(
      ({ documentKey }) => documentKey,
    );
    expect(keys.includes('D6/r2')).toBe(isNeeded);
  });

  test.each([
    ['rented', 'electronicLease'],
    ['owned', 'titleDeed'],
    ['relatives', null],
    ['waqf', null],
    ['government', null],
  ])('proves %s housing by %s', (tenure, variant) => {
    const needed = neededDocuments(
      ...([DOCUMENT_RULES, QUESTIONNAIRE, withAnswers(WIDOW, { tenure }), TODAY] as const),
    );
    expect(needed.find(({ type }) => type === 'D8')?.variant).toBe(variant);
  });

  test('needs no statement of an income that she does not have', () => {
    expect(keysFor(withAnswers(WIDOW, { socialSecurity: 0 }))).not.toContain('D9');
    expect(keysFor(withAnswers(WIDOW, { citizenAccount: 1 }))).toContain('D11');
    expect(keysFor(withAnswers(WIDOW, { pension: 1 }))).toContain('D10');
    expect(keysFor(withAnswers(WIDOW, { salary: null }))).not.toContain('D10');
  });

  test('needs no certificate of an account that is not paid into', () => {
    expect(keysFor(withAnswers(WIDOW, { paymentMethod: 'cheque' }))).not.toContain('D19');
  });
});

describe('other people', () => {
  test.each<[string, Readonly<Record<string, AnswerValue>>, readonly string[]]>([
    ['a resident', { residencyType: 'resident', idType: 'iqama' }, ['D2', 'D7']],
    ['a citizen without a home', { residencyType: 'citizen', housingType: 'homeless' }, ['D1']],
    ['a pilgrim', { residencyType: 'pilgrim', idType: 'passport' }, ['D3', 'D4']],
    [
      'a stranded pilgrim',
      { residencyType: 'pilgrim', idType: 'passport', familyCategory: 'strandedPilgrim' },
      ['D3', 'D4', 'D22', 'D24'],
    ],
    ['a citizen of the Gulf with a card', { residencyType: 'gcc', idType: 'gccId' }, ['D1']],
    ['a citizen of the Gulf with a passport', { residencyType: 'gcc', idType: 'passport' }, ['D3']],
    ['an undocumented person', { residencyType: 'undocumented', idType: 'none' }, ['D2']],
    ['nobody yet', {}, []],
  ])('%s', (_who, answers, expected) => {
    expect(keysFor(case_(answers))).toEqual(expected);
  });

  test.each<[Readonly<Record<string, AnswerValue>>, string]>([
    [{ applicantRole: 'agent' }, 'D21'],
    [{ applicantRole: 'guardian' }, 'D14'],
    [{ applicantRole: 'heirsRepresentative' }, 'D13'],
    [{ familyCategory: 'orphans' }, 'D13'],
    [{ familyCategory: 'orphans' }, 'D12'],
    [{ familyCategory: 'prisonersFamily' }, 'D16'],
    [{ maritalStatus: 'divorced' }, 'D15'],
    [{ familyCategory: 'disability' }, 'D17'],
    [{ business: 1 }, 'D23'],
  ])('%o calls for %s, which a widow does not need', (answers, type) => {
    expect(keysFor(withAnswers(WIDOW, answers))).toContain(type);
    const plain = type === 'D12' ? case_({ maritalStatus: 'married' }) : WIDOW;
    expect(keysFor(plain)).not.toContain(type);
  });
});
