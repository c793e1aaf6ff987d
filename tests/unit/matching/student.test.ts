import { describe, expect, test } from 'vitest';
import { recordedText } from '#shared/domain/matching/displayValue.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import { rowAt, rowsOn, withAnswers, withReadings } from './rules.ts';

const TODAY = '2026-11-23';
const WIDOW = widowAnswersOn(TODAY);
const PAPERS = widowDocuments(TODAY);
const [SAUD = '', ABDULRAHMAN = '', LAMA = ''] = WIDOW.rows['family'] ?? [];

function schoolRow(studentName: string, answers = WIDOW): MatrixRow {
  return rowAt(rowsOn(TODAY, answers, withReadings(PAPERS, 'D20', { studentName })), 'M21@D20');
}

function said({ stated, computed }: MatrixRow): readonly [string | null, string] {
  return [recordedText(stated), `${computed?.verdict} ${computed?.reasonCode}`];
}

describe('the student on a school statement (M21)', () => {
  test.each([
    ['سعود فهد خالد المطيري', 'سعود فهد خالد المطيري'],
    ['عبد الرحمن فهد خالد المطيري', 'عبدالرحمن فهد خالد المطيري'],
    ['لمى فهد خالد المطيري', 'لمى فهد خالد المطيري'],
  ])('%s is held against the pupil of the household, not the applicant', (read, stated) => {
    expect(said(schoolRow(read))).toEqual([stated, 'match holderIsMember']);
  });

  test('the applicant may be the student', () => {
    expect(said(schoolRow('نورة عبد الله سعد السبيعي'))).toEqual([
      'نورة عبد الله سعد السبيعي',
      'match equal',
    ]);
  });

  test('where the paper names another, all who study stand beside it', () => {
    expect(said(schoolRow('ماجد علي سعيد الزهراني'))).toEqual([
      'سعود فهد خالد المطيري; عبدالرحمن فهد خالد المطيري; لمى فهد خالد المطيري',
      'review holderIsAnother',
    ]);
  });

  test('a member who does not study is no student, one of whom it was not said may be', () => {
    const answers = withAnswers(WIDOW, {
      [`family/${SAUD}/educationStatus`]: 'finished',
      [`family/${LAMA}/educationStatus`]: null,
    });
    expect(said(schoolRow('سعود فهد خالد المطيري', answers))).toEqual([
      'عبدالرحمن فهد خالد المطيري; لمى فهد خالد المطيري',
      'review holderIsAnother',
    ]);
    expect(said(schoolRow('لمى فهد خالد المطيري', answers))[1]).toBe('match holderIsMember');
  });

  test('where nobody of the household studies, the applicant is meant', () => {
    const answers = withAnswers(
      WIDOW,
      Object.fromEntries(
        [SAUD, ABDULRAHMAN, LAMA].map((row) => [`family/${row}/educationStatus`, 'notEnrolled']),
      ),
    );
    const row = schoolRow('نوره عبدالله سعد السبيعي', answers);
    expect(said(row)).toEqual(['نورة عبد الله سعد السبيعي', 'match holderIsApplicant']);
    expect(row.statedPaths).toContain('nameFirst');
  });

  test('a verdict asks to be given again when another begins to study', () => {
    const before = schoolRow('ماجد علي سعيد الزهراني');
    const after = schoolRow(
      'ماجد علي سعيد الزهراني',
      withAnswers(WIDOW, { [`family/${SAUD}/educationStatus`]: 'finished' }),
    );
    expect(after.statedNormalized).not.toBe(before.statedNormalized);
  });

  test('says nothing before the paper is read', () => {
    const { D20: _, ...others } = PAPERS;
    const row = rowAt(rowsOn(TODAY, WIDOW, others), 'M21@D20');
    expect([row.read, row.computed]).toEqual([null, null]);
  });
});
