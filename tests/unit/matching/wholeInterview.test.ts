import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import {
  type FixtureDocument,
  widowAnswersOn,
  widowDocuments,
} from '#tests/fixtures/widowDocuments.ts';
import { DOCUMENT_RULES, QUESTIONNAIRE, rowAt, rowsOn, withAnswers } from './rules.ts';

type Values = Readonly<Record<string, AnswerValue | Answer | null>>;

/** Rows that sections G and H state, with the documents that their answers call for. */
const TODAY = '2026-11-23';
const WIDOW = widowAnswersOn(TODAY);
const ISSUED = { calendar: 'gregorian', year: 2026, month: 11, day: 1 } as const;

function rowsFor(stated: Values, papers: Readonly<Record<string, Values>>): readonly MatrixRow[] {
  const nothing = { values: {}, rows: {} };
  const laid = Object.entries(papers).map(([key, readings]): [string, FixtureDocument] => [
    key,
    {
      ...({ presentation: 'presented', originalSighted: true, reason: null } as const),
      readings: withAnswers(nothing, { issueDate: ISSUED, ...readings }),
    },
  ]);
  return rowsOn(TODAY, withAnswers(WIDOW, stated), {
    ...widowDocuments(TODAY),
    ...Object.fromEntries(laid),
  });
}

function found(rows: readonly MatrixRow[], rowKey: string): string {
  const { computed } = rowAt(rows, rowKey);
  return computed === null ? 'unread' : `${computed.verdict} ${computed.reasonCode}`;
}

function neededWith(stated: Values) {
  return neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, withAnswers(WIDOW, stated), TODAY);
}

describe('debt relief', () => {
  const relief = {
    'supportItems/r2/type': 'debtRelief',
    creditor: 'شركة اليسر للتمويل',
    debtReason: 'medical',
  };
  const bond = { number: '7', creditor: 'شركه اليسر للتمويل' };

  test.each([
    // 1 % of SAR 50,000 is SAR 500, more than SAR 50.
    [5_050_000, 5_000_000, 'matchWithTolerance withinTolerance'],
    [4_950_000, 5_000_000, 'matchWithTolerance withinTolerance'],
    [5_050_001, 5_000_000, 'mismatch beyondTolerance'],
    [4_949_999, 5_000_000, 'mismatch beyondTolerance'],
    // 1 % of SAR 1,000 is SAR 10, less than SAR 50.
    [105_000, 100_000, 'matchWithTolerance withinTolerance'],
    [105_001, 100_000, 'mismatch beyondTolerance'],
    [100_000, 100_000, 'match equal'],
  ])('of %i halalas against a bond of %i: %s', (debtTotal, outstanding, expected) => {
    const rows = rowsFor({ ...relief, debtTotal }, { D18: { ...bond, outstanding } });
    expect(found(rows, 'M18a@D18')).toBe(expected);
    expect(found(rows, 'M18b@D18')).toBe('match nameSpelling');
    expect(found(rows, 'M25@D18')).toBe('match validToday');
  });

  test('a bond of more than ninety days no longer speaks', () => {
    const old = { calendar: 'gregorian', year: 2026, month: 8, day: 24 } as const;
    const paper = { ...bond, outstanding: 100_000, issueDate: old };
    expect(found(rowsFor({ ...relief, debtTotal: 100_000 }, { D18: paper }), 'M25@D18')).toBe(
      'mismatch tooOld',
    );
  });

  test('a debt alone calls for no bond', () => {
    expect(neededWith({ debtTotal: 1 }).map(({ type }) => type)).not.toContain('D18');
  });
});

describe('a health claim', () => {
  test.each<[Values, string | null | undefined]>([
    [{}, undefined],
    [{ chronicDisease: ['kidney'] }, null],
    [{ chronicDisease: { nonAnswer: 'refused', reason: 'لا ترغب' } }, undefined],
    [{ disabilityType: 'visual' }, null],
    [{ disabilityType: 'visual', disabilityCardNo: '55012' }, 'disabilityCard'],
    [{ familyCategory: 'disability' }, 'disabilityCard'],
    [
      {
        familyCategory: 'disability',
        disabilityType: 'visual',
        disabilityCardNo: { nonAnswer: 'notApplicable', reason: 'لا بطاقة' },
      },
      null,
    ],
    [{ 'supportItems/r2/type': 'medical' }, null],
  ])('%o is proved by %s', (stated, variant) => {
    expect(neededWith(stated).find(({ type }) => type === 'D17')?.variant).toBe(variant);
  });

  const report = { holderName: 'نورة عبدالله سعد السبيعي', finding: 'قصور كلوي مزمن' };
  test.each([
    [{}, 'review readByPerson'],
    [{ support: 'supports' }, 'match documentSupports'],
    [{ support: 'doesNotSupport' }, 'mismatch documentDoesNotSupport'],
    [{ support: 'unclear' }, 'review documentUnclear'],
  ])('is judged by whoever reads the report: %o, %s', (judgement, expected) => {
    const rows = rowsFor({ chronicDisease: ['kidney'] }, { D17: { ...report, ...judgement } });
    expect(found(rows, 'M20@D17')).toBe(expected);
    expect(rowAt(rows, 'M20@D17').statedNormalized).toContain('kidney');
  });

  test('a verdict falls when another disease is stated', () => {
    const normalized = (disease: string) =>
      rowAt(rowsFor({ chronicDisease: [disease] }, { D17: report }), 'M20@D17').statedNormalized;
    expect(normalized('kidney')).not.toBe(normalized('heart'));
  });
});

describe('studies', () => {
  test('a statement about a child has no row for the studies of the mother', () => {
    const keys = rowsFor({}, {}).map(({ rowKey }) => rowKey);
    expect(keys).toContain('M21@D20');
    expect(keys).not.toContain('M21a@D20');
    expect(keys).not.toContain('M21b@D20');
  });

  test('whoever studies is matched by school and year', () => {
    const rows = rowsFor(
      { currentStudy: 'السنة الثانية', school: 'جامعة أم القرى' },
      {
        D20: {
          studentName: 'نورة عبدالله سعد السبيعي',
          school: 'جامعه ام القرى',
          level: 'الثانية',
        },
      },
    );
    expect(found(rows, 'M21a@D20')).toBe('match equal');
    expect(found(rows, 'M21b@D20')).toBe('match equal');
  });
});

test('income of a business is proved by its register, number and trade name', () => {
  const stated = { business: 50_000, crNumber: '1010711252', tradeName: 'مؤسسة أسواق زمزم' };
  const rows = rowsFor(stated, { D23: { crNumber: '1010711525', tradeName: 'أسواق زمزم' } });
  expect(found(rows, 'M24@D23')).toBe('mismatch differs');
  expect(found(rows, 'M24a@D23')).toBe('match equal');
  expect(neededWith({ business: 0 }).map(({ type }) => type)).not.toContain('D23');
});
