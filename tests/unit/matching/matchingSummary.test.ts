import { describe, expect, test } from 'vitest';
import { EMPTY_ANSWERS } from '#shared/domain/answers/answer.ts';
import type { Verdict } from '#shared/domain/case/vocabulary.ts';
import {
  blocksSigning,
  matchingSummary,
  needsReason,
  staleVerdicts,
  standsByItself,
  type VerdictOnRecord,
} from '#shared/domain/matching/matchingSummary.ts';
import type { ComputedVerdict, MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { rowAt, rowsOn, withAnswers, withReadings } from './rules.ts';

const TODAY = '2026-11-23';
const WIDOW = widowAnswersOn(TODAY);
const PAPERS = widowDocuments(TODAY);

function record(row: MatrixRow, verdict?: Verdict, text: string | null = null): VerdictOnRecord {
  const computed = row.computed?.verdict ?? 'review';
  return {
    rowKey: row.rowKey,
    verdict: verdict ?? computed,
    computed,
    reason: { code: row.computed?.reasonCode ?? 'equal', text },
    ruleVersion: row.ruleVersion,
    statedNormalized: row.statedNormalized,
    readNormalized: row.readNormalized,
  };
}

function recordAll(rows: readonly MatrixRow[]): Record<string, VerdictOnRecord> {
  return Object.fromEntries(rows.map((row) => [row.rowKey, record(row)]));
}

function computed(verdict: Verdict): ComputedVerdict {
  return { verdict, reasonCode: 'equal', params: {} };
}

test.each<[Verdict, Verdict | null, boolean]>([
  ['match', 'match', false],
  ['matchWithTolerance', 'matchWithTolerance', false],
  ['notApplicable', 'notApplicable', false],
  ['review', 'review', true],
  ['mismatch', 'mismatch', true],
  ['notPresented', 'notPresented', true],
  ['illegible', 'illegible', true],
  // A person's verdict against the rule's.
  ['match', 'mismatch', true],
  ['match', 'review', true],
  ['notApplicable', 'match', true],
  ['review', 'mismatch', true],
  // No finding of a rule.
  ['match', null, false],
  ['review', null, true],
  ['notApplicable', null, true],
])('%s where the rule finds %s: a reason is needed: %s', (verdict, rule, expected) => {
  expect(needsReason(verdict, rule === null ? null : computed(rule))).toBe(expected);
});

describe('signing', () => {
  const swapped = withReadings(PAPERS, 'D1', { idNumber: '1012345627' });
  const row = rowAt(rowsOn(TODAY, WIDOW, swapped), 'M1@D1');

  test.each<[Verdict, boolean]>([
    ['mismatch', true],
    // Nobody at the branch can call a mismatch of identity a match.
    ['match', true],
    ['matchWithTolerance', true],
    ['notApplicable', true],
    // Raised to headquarters.
    ['review', false],
  ])('with a mismatch on M1 and the verdict %s is blocked: %s', (verdict, expected) => {
    expect(blocksSigning(row, verdict)).toBe(expected);
  });

  test('is not blocked by a mismatch outside M1-M4', () => {
    const rent = withReadings(PAPERS, 'D8', { annualRent: 1 });
    expect(blocksSigning(rowAt(rowsOn(TODAY, WIDOW, rent), 'M14@D8'), 'mismatch')).toBe(false);
  });
});

describe('the summary', () => {
  test('of papers that agree and are recorded: all decided, nothing to do', () => {
    const rows = rowsOn(TODAY, WIDOW, PAPERS);
    expect(rows.every(standsByItself)).toBe(true);
    expect(matchingSummary(rows, recordAll(rows))).toEqual({
      total: rows.length,
      decided: rows.length,
      ...{ undecided: [], blocking: [], raised: [], needReason: [], notPresented: [] },
    });
  });

  test('before anything is recorded: nothing is decided', () => {
    const rows = rowsOn(TODAY, WIDOW, {});
    expect(matchingSummary(rows, {})).toEqual({
      total: rows.length,
      decided: 0,
      undecided: rows.map(({ rowKey }) => rowKey),
      ...{ blocking: [], raised: [], needReason: [], notPresented: [] },
    });
  });

  test('names what blocks, what needs a reason, and what is absent', () => {
    const absent = { presentation: 'notPresented', originalSighted: false } as const;
    const documents = {
      ...withReadings(withReadings(PAPERS, 'D1', { idNumber: '1012345627' }), 'D9', {
        householdSize: 5,
      }),
      D19: { ...absent, reason: null, readings: EMPTY_ANSWERS },
    };
    const rows = rowsOn(TODAY, WIDOW, documents);
    const summary = matchingSummary(rows, recordAll(rows.filter(standsByItself)));
    expect(summary.blocking).toEqual(['M1@D1']);
    expect(summary.needReason).toEqual([
      ...['M1@D1', 'M17@D9', 'M1@D19', 'M19a@D19', 'M19b@D19', 'M25@D19'],
    ]);
    expect(summary.notPresented).toEqual(['D19']);
    expect(summary.undecided).toEqual(summary.needReason);
    expect(summary.decided).toBe(summary.total - 6);
  });

  test('takes a reason once for all rows of an absent document', () => {
    const absent = { presentation: 'notPresented', originalSighted: false } as const;
    const documents = { ...PAPERS, D19: { ...absent, reason: 'غدًا', readings: EMPTY_ANSWERS } };
    const rows = rowsOn(TODAY, WIDOW, documents);
    expect(rows.every(standsByItself)).toBe(true);
    const { needReason, decided, total } = matchingSummary(rows, recordAll(rows));
    expect([needReason, decided]).toEqual([[], total]);
  });

  test('a verdict that needs a reason is decided once it has one', () => {
    const rows = rowsOn(TODAY, WIDOW, withReadings(PAPERS, 'D9', { householdSize: 5 }));
    const row = rowAt(rows, 'M17@D9');
    const others = recordAll(rows);
    expect(matchingSummary(rows, others)).toMatchObject({
      decided: rows.length - 1,
      undecided: [],
    });
    const reasoned = { ...others, [row.rowKey]: record(row, 'review', 'ولد حديثًا') };
    expect(matchingSummary(rows, reasoned)).toMatchObject({ decided: rows.length, needReason: [] });
  });

  test('a mismatch raised with a reason no longer blocks by itself, and is named as raised', () => {
    const rows = rowsOn(TODAY, WIDOW, withReadings(PAPERS, 'D1', { idNumber: '1012345627' }));
    const row = rowAt(rows, 'M1@D1');
    const raised = { ...recordAll(rows), 'M1@D1': record(row, 'review', 'رُفع إلى المركز') };
    expect(matchingSummary(rows, raised)).toMatchObject({
      blocking: [],
      raised: ['M1@D1'],
      needReason: [],
    });
  });
});

describe('a verdict on record', () => {
  const rows = rowsOn(TODAY, WIDOW, PAPERS);
  const recorded = recordAll(rows);

  test('stands while nothing changed', () => {
    expect(staleVerdicts(rows, recorded)).toEqual([]);
    expect(staleVerdicts(rows, {})).toEqual([]);
  });

  test('falls when what was stated changes', () => {
    const after = rowsOn(TODAY, withAnswers(WIDOW, { annualRent: 1_800_001 }), PAPERS);
    expect(staleVerdicts(after, recorded)).toEqual(['M14@D8']);
  });

  test('falls when what was read changes, even where the finding stays', () => {
    const street = withReadings(PAPERS, 'D7', { street: 'الحج' });
    expect(staleVerdicts(rowsOn(TODAY, WIDOW, street), recorded)).toEqual(['M13b@D7']);
  });

  test('does not fall over another spelling of the same name', () => {
    const spelling = withReadings(PAPERS, 'D1', { holderName: 'نورة بنت عبد الله بن سعد السبيعي' });
    expect(staleVerdicts(rowsOn(TODAY, WIDOW, spelling), recorded)).toEqual([]);
  });

  test('falls with the version of its rule', () => {
    const newer = rows.map((row) => ({ ...row, ruleVersion: { ...row.ruleVersion, version: 2 } }));
    expect(staleVerdicts(newer, recorded)).toHaveLength(rows.length);
  });

  test('of validity stands from day to day, and falls on the day after the last', () => {
    const on = (today: string) =>
      staleVerdicts(rowsOn(today, WIDOW, PAPERS), recorded).filter((key) => key === 'M25@D9');
    expect(on('2027-01-21')).toEqual([]);
    expect(on('2027-01-22')).toEqual(['M25@D9']);
  });
});
