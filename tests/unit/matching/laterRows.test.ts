import { describe, expect, test } from 'vitest';
import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';
import { parseDocumentForm } from '#shared/domain/documents/documentForm.ts';
import type { NeededDocument } from '#shared/domain/documents/neededDocuments.ts';
import type { MatrixRow } from '#shared/domain/matching/matrixRow.ts';
import { matrixRows } from '#shared/domain/matching/matrixRows.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import { DOCUMENT_RULES, MATCHING_RULES, QUESTIONNAIRE, rowAt, withAnswers } from './rules.ts';

/** Rows on a form of their questions alone; `wholeInterview.test.ts` has them in the interview. */
const TODAY = '2026-11-23';

function question(name: string, type = 'text') {
  return { type, name, 'label::ar': 'سؤال', 'label::en': 'Question' };
}

const LATER = parseQuestionnaire({
  settings: { form_id: 'later', version: '1', 'title::ar': 'لاحقًا', 'title::en': 'Later' },
  survey: [
    { type: 'begin_group', name: 'all', 'label::ar': 'الكل', 'label::en': 'All' },
    ...['nameFirst', 'nameFather', 'nameFamily', 'creditor', 'disabilityType'].map((name) =>
      question(name),
    ),
    ...['chronicDisease', 'currentStudy', 'school', 'crNumber', 'tradeName'].map((name) =>
      question(name),
    ),
    ...['agentIdNumber', 'agentName', 'applicantRole', 'idNumber'].map((name) => question(name)),
    question('debtTotal', 'money'),
    { type: 'end_group' },
  ],
  choices: [],
});

type Values = Readonly<Record<string, AnswerValue | Answer>>;

function rowsWith(
  type: string,
  stated: Values,
  readings: Values,
  { form, questionnaire = LATER }: { form?: Questionnaire; questionnaire?: Questionnaire } = {},
): readonly MatrixRow[] {
  const rule = DOCUMENT_RULES.byType.get(type);
  if (rule === undefined) throw new Error(type);
  const needed: NeededDocument = {
    ...rule.face,
    ...(form === undefined ? {} : { form }),
    documentKey: type,
    ...{ type, order: rule.order, requirement: rule.requirement, because: [] },
    ...{
      identity: rule.identity,
      scan: rule.scan,
      allowsScan: false,
      authority: rule.authority,
      rowId: null,
      subject: null,
    },
  };
  const nothing = { values: {}, rows: {} };
  return matrixRows(MATCHING_RULES, {
    questionnaire,
    answers: withAnswers(nothing, stated),
    documents: {
      [type]: {
        ...{ presentation: 'presented', originalSighted: true },
        readings: withAnswers(nothing, readings),
      },
    },
    needed: [needed],
    today: TODAY,
  });
}

function found(rows: readonly MatrixRow[], rowKey: string): string {
  const { computed } = rowAt(rows, rowKey);
  return computed === null ? 'unread' : `${computed.verdict} ${computed.reasonCode}`;
}

const ISSUED = { calendar: 'gregorian', year: 2026, month: 11, day: 1 } as const;

describe('a debt (M18)', () => {
  const bond = { number: '7', issueDate: ISSUED, creditor: 'شركة اليسر للتمويل' };
  // 1 % of SAR 10,000 is SAR 100.
  test.each([
    [1_000_000, 1_000_000, 'match equal'],
    [1_010_000, 1_000_000, 'matchWithTolerance withinTolerance'],
    [1_010_001, 1_000_000, 'mismatch beyondTolerance'],
    [105_000, 100_000, 'matchWithTolerance withinTolerance'],
    [105_001, 100_000, 'mismatch beyondTolerance'],
  ])('of %i halalas against %i: %s', (debtTotal, outstanding, expected) => {
    const rows = rowsWith('D18', { debtTotal }, { ...bond, outstanding });
    expect(found(rows, 'M18a@D18')).toBe(expected);
  });

  test('leaves the difference to the screen, in halalas', () => {
    const rows = rowsWith('D18', { debtTotal: 1_010_000 }, { ...bond, outstanding: 1_000_000 });
    expect(rowAt(rows, 'M18a@D18').computed?.params).toEqual({
      differenceHalalas: 10_000,
      allowedHalalas: 10_000,
    });
  });

  test.each([
    ['شركة اليسر للتمويل', 'match equal'],
    ['شركه اليسر للتمويل', 'match nameSpelling'],
    ['علي حسن الغامدي', 'mismatch nameDifferent'],
  ])('owed to %s: %s', (creditor, expected) => {
    expect(found(rowsWith('D18', { creditor }, { ...bond, outstanding: 1 }), 'M18b@D18')).toBe(
      expected,
    );
  });
});

describe('health (M20)', () => {
  const report = { holderName: 'سعد علي الحربي', finding: 'قصور كلوي مزمن', issueDate: ISSUED };
  const stated = { disabilityType: 'حركية', chronicDisease: 'الكلى' };

  test('shows all that was said, and is read by a person', () => {
    const rows = rowsWith('D17', stated, report);
    expect(found(rows, 'M20@D17')).toBe('review readByPerson');
    expect(rowAt(rows, 'M20@D17').stated).toEqual({
      kind: 'list',
      items: [
        { kind: 'text', text: 'حركية' },
        { kind: 'text', text: 'الكلى' },
      ],
    });
  });

  test('shows the one thing that was said, and nothing where nothing was', () => {
    const only = rowsWith('D17', { chronicDisease: 'الكلى' }, report);
    expect(rowAt(only, 'M20@D17').stated).toEqual({ kind: 'text', text: 'الكلى' });
    expect(found(only, 'M20@D17')).toBe('review readByPerson');
    expect(found(rowsWith('D17', {}, report), 'M20@D17')).toBe('notApplicable notStated');
  });

  const form = parseDocumentForm(
    'D17',
    1,
    { ar: 'تقرير', en: 'Report' },
    {
      survey: [
        { ...question('finding'), required: 'yes' },
        question('support', 'select_one supports'),
      ],
      choices: ['supports', 'doesNotSupport', 'unclear'].map((name) => ({
        ...{ list_name: 'supports', name, 'label::ar': 'حكم', 'label::en': name },
      })),
    },
  );
  test.each([
    [{ support: 'supports' }, 'match documentSupports'],
    [{ support: 'doesNotSupport' }, 'mismatch documentDoesNotSupport'],
    [{ support: 'unclear' }, 'review documentUnclear'],
    [{}, 'review readByPerson'],
  ])('a form that keeps the judgement gives it: %o, %s', (judgement, expected) => {
    const rows = rowsWith('D17', stated, { finding: 'قصور كلوي', ...judgement }, { form });
    expect(found(rows, 'M20@D17')).toBe(expected);
  });

  test('a verdict falls when the judgement changes', () => {
    const normalized = (support: string) =>
      rowAt(rowsWith('D17', stated, { finding: 'قصور', support }, { form }), 'M20@D17')
        .readNormalized;
    expect(normalized('supports')).not.toBe(normalized('unclear'));
  });
});

describe('studies (M21)', () => {
  const statement = { studentName: 'سعد علي الحربي', issueDate: ISSUED };
  test.each([
    ['M21a@D20', 'جامعة أم القرى', 'جامعه ام القرى', 'match equal'],
    ['M21a@D20', 'مدرسة الفيصل الثانوية', 'الفيصل الثانوية', 'match equal'],
    ['M21a@D20', 'معهد النور', 'جامعة الملك عبدالعزيز', 'review textDiffers'],
    ['M21b@D20', 'الثالث المتوسط', 'الصف الثالث متوسط', 'match equal'],
    ['M21b@D20', 'الثالث المتوسط', 'الثالث المتوسظ', 'match textAlike'],
    ['M21b@D20', 'الثاني المتوسط', 'الثالث المتوسط', 'review textSimilar'],
  ])('%s: %s against %s: %s', (rowKey, stated, read, expected) => {
    const rows = rowsWith(
      'D20',
      { school: stated, currentStudy: stated },
      { ...statement, school: read, level: read },
    );
    expect(found(rows, rowKey)).toBe(expected);
  });
});

describe('an agent (M22)', () => {
  const deed = {
    ...{ number: '9', expiryDate: ISSUED },
    ...{ holderName: 'سعد علي الحربي', holderIdNumber: '1012345672' },
  };
  const read = { ...deed, agentIdNumber: '1123456780', agentName: 'خالد سعد الحربي' };
  test.each([
    [{ agentIdNumber: '١١٢٣٤٥٦٧٨٠' }, 'M22a@D21', 'match equal'],
    [{ agentIdNumber: '1123456870' }, 'M22a@D21', 'mismatch digitsSwapped'],
    [{ agentName: 'خالد بن سعد الحربي' }, 'M22b@D21', 'match nameSpelling'],
    [{ agentName: 'فهد ناصر الدوسري' }, 'M22b@D21', 'mismatch nameDifferent'],
    // Whoever gave the power of attorney is the applicant, by number and by name.
    [{ idNumber: '١٠١٢٣٤٥٦٧٢' }, 'M22c@D21', 'match equal'],
    [{ idNumber: '1123456780' }, 'M22c@D21', 'mismatch differs'],
    [{ nameFirst: 'سعد', nameFather: 'علي', nameFamily: 'الحربي' }, 'M22d@D21', 'match equal'],
    [
      { nameFirst: 'سعيد', nameFather: 'محمد', nameFamily: 'الحربي' },
      'M22d@D21',
      'mismatch nameDifferent',
    ],
  ])('%o at %s: %s', (stated, rowKey, expected) => {
    const rows = rowsWith('D21', { applicantRole: 'agent', ...stated }, read);
    expect(found(rows, rowKey)).toBe(expected);
  });

  test('has no row until the interview asks for the agent', () => {
    const rows = rowsWith('D21', {}, read, { questionnaire: QUESTIONNAIRE });
    expect(rows.map(({ row }) => row)).toEqual(['M25']);
  });
});

describe('a business (M24)', () => {
  const register = { issueDate: ISSUED, expiryDate: ISSUED };
  test.each([
    ['M24@D23', { crNumber: '1010711252' }, 'match equal'],
    ['M24@D23', { crNumber: '1010711525' }, 'mismatch differs'],
    ['M24@D23', { crNumber: '1010712152' }, 'mismatch digitsSwapped'],
    ['M24a@D23', { tradeName: 'مؤسسة أسواق زمزم' }, 'match equal'],
    ['M24a@D23', { tradeName: 'اسواق زمزام' }, 'match textAlike'],
    ['M24a@D23', { tradeName: 'أسواق زمزم الحديثة' }, 'review textSimilar'],
    ['M24a@D23', { tradeName: 'مطعم البحر' }, 'mismatch textDiffers'],
  ])('%s with %o: %s', (rowKey, stated, expected) => {
    const rows = rowsWith('D23', stated, {
      ...register,
      ...{ crNumber: '1010711252', tradeName: 'أسواق زمزم' },
    });
    expect(found(rows, rowKey)).toBe(expected);
  });
});

test('none of these rows stands where their question was not asked', () => {
  for (const type of ['D20', 'D21', 'D23']) {
    const rows = rowsWith(type, {}, {}, { questionnaire: QUESTIONNAIRE });
    const expected = type === 'D20' ? ['M21', 'M25'] : ['M25'];
    expect(rows.map(({ row }) => row)).toEqual(expected);
  }
});
