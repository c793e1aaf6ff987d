import { describe, expect, test } from 'vitest';
import matchingSource from '#resources/matching/matching-rules.v1.json' with { type: 'json' };
import { type AnswerSet, EMPTY_ANSWERS, type PrintedDate } from '#shared/domain/answers/answer.ts';
import { applyPatches } from '#shared/domain/answers/applyPatches.ts';
import { MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import { recordedText } from '#shared/domain/matching/displayValue.ts';
import { parseMatchingRules } from '#shared/domain/matching/matchingRules.ts';
import type { MatrixRow, ReadDocument } from '#shared/domain/matching/matrixRow.ts';
import { widowAnswersOn, widowDocuments } from '#tests/fixtures/widowDocuments.ts';
import {
  MATCHING_RULES,
  QUESTIONNAIRE,
  rowAt,
  rowsOn,
  withAnswers,
  withReadings,
} from './rules.ts';

const TODAY = '2026-11-23';
const WIDOW = widowAnswersOn(TODAY);
const PAPERS: Readonly<Record<string, ReadDocument>> = widowDocuments(TODAY);

function hijri(day: number, month: number, year: number): PrintedDate {
  return { calendar: 'hijri', year, month, day };
}

function gregorian(day: number, month: number, year: number): PrintedDate {
  return { calendar: 'gregorian', year, month, day };
}

function found(row: MatrixRow): string {
  return row.computed === null ? 'unread' : `${row.computed.verdict} ${row.computed.reasonCode}`;
}

/** What the row finds when these readings of one document are others. */
function reading(rowKey: string, documentKey: string, changes: Parameters<typeof withReadings>[2]) {
  return rowAt(rowsOn(TODAY, WIDOW, withReadings(PAPERS, documentKey, changes)), rowKey);
}

/** What the row finds when these answers are others. */
function stating(rowKey: string, changes: Parameters<typeof withAnswers>[1]) {
  return rowAt(rowsOn(TODAY, withAnswers(WIDOW, changes), PAPERS), rowKey);
}

describe('the rules as published', () => {
  test('carry every row of the policy', () => {
    const rows = new Set(MATCHING_RULES.rules.map(({ row }) => row.replace(/[a-z]+$/, '')));
    const all = Array.from({ length: 25 }, (_, index) => `M${index + 1}`);
    expect(all.filter((row) => !rows.has(row))).toEqual([]);
  });

  test('block signing on M1 to M4, and on M22, where another signs', () => {
    for (const { row, blocksSigning, document } of MATCHING_RULES.rules) {
      expect([row, document, blocksSigning]).toEqual([
        row,
        document,
        /^M([1-4]|22[a-d])$/.test(row),
      ]);
    }
  });

  test('state fields that the questionnaire has, or does not ask for yet', () => {
    const later = [
      ...['debtTotal', 'creditor', 'disabilityType', 'chronicDisease', 'crNumber', 'tradeName'],
      ...['school', 'currentStudy', 'agentIdNumber', 'agentName'],
    ];
    const known = (field: string) => QUESTIONNAIRE.fieldByName.has(field.replace('/*/', '/'));
    const stated = new Set(MATCHING_RULES.rules.flatMap((rule) => rule.stated));
    for (const field of stated)
      expect([field, known(field) || later.includes(field)]).toEqual([field, true]);
  });

  test('refuse a row given twice on one document', () => {
    const [first] = matchingSource.rows;
    expect(() => parseMatchingRules({ ...matchingSource, rows: [first, first] })).toThrow(
      'row given twice: M1@D1',
    );
  });
});

describe('a widow whose papers agree', () => {
  const rows = rowsOn(TODAY, WIDOW, PAPERS);

  test('matches on every row', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(
      rows.filter((row) => row.computed?.verdict !== 'match').map((row) => row.rowKey),
    ).toEqual([]);
  });

  test('has one row for each key, in the form of the journal', () => {
    const keys = rows.map(({ rowKey }) => rowKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const key of keys) expect(MatrixRowKey.safeParse(key).success).toBe(true);
  });

  test('has every row of the brief documents, by document', () => {
    const of = (documentKey: string) =>
      rows.filter((row) => row.documentKey === documentKey).map(({ row }) => row);
    expect(of('D1')).toEqual(['M1', 'M2', 'M3', 'M4', 'M25']);
    expect(of('D5')).toEqual(['M1', 'M2', 'M8', 'M9', 'M9', 'M9', 'M10', 'M25']);
    expect(of('D6/r1')).toEqual(['M3', 'M9', 'M9a', 'M25']);
    expect(of('D7')).toEqual(['M12a', 'M12b', 'M12c', 'M12d', 'M13a', 'M13b', 'M13c', 'M25']);
    expect(of('D8')).toEqual(['M13a', 'M13c', 'M14', 'M15a', 'M15b', 'M15c', 'M25']);
    expect(of('D9')).toEqual(['M1', 'M2', 'M16a', 'M17', 'M25']);
    expect(of('D12')).toEqual(['M10', 'M11', 'M25']);
    expect(of('D19')).toEqual(['M1', 'M19a', 'M19b', 'M25']);
  });

  test('names the members that rows are about, and where both values stand', () => {
    expect(rowAt(rows, 'M9@D5/r2')).toMatchObject({
      subject: 'عبدالرحمن فهد خالد المطيري',
      statedPaths: [
        'family/r2/idNumber',
        'family/r2/name',
        'family/r2/relationship',
        'family/r2/birthDate',
      ],
      readPaths: [
        'members/r2/idNumber',
        'members/r2/name',
        'members/r2/relationship',
        'members/r2/birthDate',
      ],
    });
    expect(rowAt(rows, 'M2@D1').statedPaths).toEqual([
      ...['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'],
    ]);
    expect(rowAt(rows, 'M1@D1').subject).toBeNull();
  });

  test('gives values for a screen to format, and plain ones for the journal', () => {
    expect(rowAt(rows, 'M14@D8').stated).toEqual({ kind: 'money', halalas: 1_800_000 });
    expect(rowAt(rows, 'M19a@D19').read).toEqual({
      kind: 'iban',
      text: 'SA0380000000608010167519',
    });
    expect(rowAt(rows, 'M10@D12').stated).toMatchObject({ kind: 'choice', name: 'widowed' });
    expect(rowAt(rows, 'M17@D9').stated).toEqual({ kind: 'number', value: 4 });
    const { stated, read } = rowAt(rows, 'M4@D1');
    expect(stated).toEqual({ kind: 'date', date: hijri(29, 12, 1450) });
    expect(recordedText(read)).toBe('hijri 1450-12-29');
    expect(recordedText(rowAt(rows, 'M8@D5').read)).toContain('; ');
    expect(recordedText({ kind: 'missing' })).toBeNull();
  });

  test('leaves her answers and papers without corrections', () => {
    for (const { corrections } of rows) expect(corrections).toEqual([]);
  });
});

describe('what differs', () => {
  test.each<[string, string, Parameters<typeof withReadings>[2], string]>([
    ['M1@D1', 'D1', { idNumber: '1012345627' }, 'mismatch digitsSwapped'],
    ['M2@D1', 'D1', { holderName: 'هند عبدالله سعد السبيعي' }, 'mismatch nameDifferent'],
    ['M3@D1', 'D1', { birthDate: gregorian(14, 5, 1980) }, 'matchWithTolerance oneDayApart'],
    ['M4@D1', 'D1', { expiryDate: hijri(6, 2, 1454) }, 'mismatch wholeDateDiffers'],
    ['M25@D1', 'D1', { expiryDate: gregorian(22, 11, 2026) }, 'mismatch expired'],
    ['M1@D5', 'D5', { headIdNumber: '2123456788' }, 'mismatch notInRegister'],
    ['M10@D5', 'D5', { maritalStatus: 'married' }, 'review differs'],
    ['M9@D5/r1', 'D5', { 'members/r1/name': 'سعيد فهد خالد المطيري' }, 'review nameOneLetter'],
    [
      'M9@D5/r1',
      'D5',
      { 'members/r1/relationship': 'daughter' },
      'review memberRelationshipDiffers',
    ],
    ['M12a@D7', 'D7', { shortAddress: 'raaa2919' }, 'match equal'],
    ['M12b@D7', 'D7', { buildingNo: '٢٩١٩' }, 'match equal'],
    ['M12c@D7', 'D7', { postalCode: '24244' }, 'mismatch oneDigitDiffers'],
    ['M13a@D7', 'D7', { district: 'الششة' }, 'mismatch placeDiffers'],
    ['M14@D8', 'D8', { annualRent: 1_810_000 }, 'matchWithTolerance withinTolerance'],
    ['M14@D8', 'D8', { annualRent: 2_000_000 }, 'mismatch beyondTolerance'],
    ['M15b@D8', 'D8', { tenantName: 'سعود فهد خالد المطيري' }, 'match holderIsMember'],
    ['M15b@D8', 'D8', { tenantName: 'فهد خالد سعود المطيري' }, 'mismatch holderIsAnother'],
    ['M25@D8', 'D8', { leaseEnd: gregorian(22, 11, 2026) }, 'mismatch expired'],
    ['M25@D8', 'D8', { leaseEnd: gregorian(23, 11, 2026) }, 'match validToday'],
    ['M16a@D9', 'D9', { amount: 130_000 }, 'matchWithTolerance withinTolerance'],
    ['M16a@D9', 'D9', { amount: 110_000 }, 'review beyondTolerance'],
    ['M17@D9', 'D9', { householdSize: 5 }, 'review countDiffers'],
    ['M25@D9', 'D9', { issueDate: gregorian(25, 8, 2026) }, 'match validToday'],
    ['M25@D9', 'D9', { issueDate: gregorian(24, 8, 2026) }, 'mismatch tooOld'],
    ['M25@D9', 'D9', { issueDate: gregorian(24, 11, 2026) }, 'mismatch issuedLater'],
    ['M10@D12', 'D12', { relationship: 'father' }, 'mismatch documentDoesNotSupport'],
    ['M11@D12', 'D12', { deathDate: gregorian(2, 12, 2024) }, 'match sameDayOtherCalendar'],
    ['M11@D12', 'D12', { deathDate: gregorian(3, 12, 2024) }, 'mismatch daysApart'],
    ['M19a@D19', 'D19', { iban: 'SA7910000000001234567890' }, 'mismatch differs'],
    ['M19b@D19', 'D19', { holderName: 'سعود فهد خالد المطيري' }, 'mismatch nameDifferent'],
    ['M21@D20', 'D20', { studentName: 'ماجد علي سعيد الزهراني' }, 'review holderIsAnother'],
  ])('%s with %s as %o: %s', (rowKey, documentKey, changes, expected) => {
    expect(found(reading(rowKey, documentKey, changes))).toBe(expected);
  });

  test('the account of another, as stated and as printed, asks for the reason', () => {
    const name = 'سعود فهد خالد المطيري';
    const answers = withAnswers(WIDOW, { ibanHolderName: name, holderRelation: 'child' });
    const rows = rowsOn(TODAY, answers, withReadings(PAPERS, 'D19', { holderName: name }));
    expect(found(rowAt(rows, 'M19b@D19'))).toBe('review holderIsAnother');
    // The number on it is not the applicant's, and nobody said that it was.
    expect(rows.some(({ rowKey }) => rowKey === 'M1@D19')).toBe(false);
  });

  test('the register may be the late husband’s', () => {
    const documents = withReadings(PAPERS, 'D5', {
      headName: 'فهد خالد سعود المطيري',
      headIdNumber: '2000000006',
      'members/w/name': 'نوره عبدالله سعد السبيعي',
      'members/w/idNumber': '1012345672',
      'members/w/relationship': 'wife',
    });
    const register = documents['D5'];
    if (register === undefined) throw new Error('no register');
    const readings = applyPatches(register.readings, [
      { op: 'addRow', repeat: 'members', rowId: 'w' },
    ]);
    const rows = rowsOn(TODAY, WIDOW, { ...documents, D5: { ...register, readings } });
    expect(found(rowAt(rows, 'M1@D5'))).toBe('match listedInRegister');
    expect(found(rowAt(rows, 'M2@D5'))).toBe('match nameSpelling');
    expect(found(rowAt(rows, 'M8@D5'))).toBe('match membersEqual');
  });

  test('a spouse who is the head of the register counts where the interview names them', () => {
    const answers = withAnswers(WIDOW, {
      'family/r1/idNumber': '1123456780',
      'family/r1/relationship': 'husband',
    });
    const documents = withReadings(PAPERS, 'D5', {
      headName: 'سعود فهد خالد المطيري',
      headIdNumber: '1123456780',
      'members/r1/name': 'نوره عبدالله سعد السبيعي',
      'members/r1/idNumber': '1012345672',
      'members/r1/relationship': 'wife',
    });
    const rows = rowsOn(TODAY, answers, documents);
    expect(found(rowAt(rows, 'M8@D5'))).toBe('match membersEqual');
    expect(found(rowAt(rows, 'M9@D5/r1'))).toBe('match memberAgrees');
  });

  test('a child who is in the register alone, and one who is stated alone, are both named', () => {
    const row = reading('M8@D5', 'D5', {
      'members/r3/name': 'هند فهد خالد المطيري',
      'members/r3/idNumber': '1012345672'.replace('1012', '1098'),
    });
    expect(row.computed).toMatchObject({
      verdict: 'review',
      reasonCode: 'membersDiffer',
      params: {
        onlyStated: ['لمى فهد خالد المطيري'],
        onlyInDocument: ['هند فهد خالد المطيري'],
      },
    });
  });

  test('a member who is not in the register is told once, with the set', () => {
    const row = reading('M9@D5/r3', 'D5', {
      'members/r3/name': 'هند فهد خالد المطيري',
      'members/r3/idNumber': '2345678904',
    });
    expect(found(row)).toBe('notApplicable memberNotInDocument');
    expect(row.read).toBeNull();
  });
});

describe('corrections', () => {
  test('copy one reading over one stated answer', () => {
    const row = reading('M4@D1', 'D1', { expiryDate: hijri(6, 2, 1454) });
    expect(row.corrections).toEqual([{ stated: 'idExpiry', read: 'expiryDate' }]);
  });

  test('are not offered for a name in four parts, nor where the words of two lists differ', () => {
    const name = { holderName: 'هند عبدالله سعد السبيعي' };
    expect(reading('M2@D1', 'D1', name).corrections).toEqual([]);
    expect(reading('M10@D5', 'D5', { maritalStatus: 'married' }).corrections).toEqual([]);
  });

  test('of a member take name and birth date', () => {
    const row = reading('M9@D5/r1', 'D5', { 'members/r1/name': 'سعيد فهد خالد المطيري' });
    expect(row.corrections).toEqual([
      { stated: 'family/r1/name', read: 'members/r1/name' },
      { stated: 'family/r1/birthDate', read: 'members/r1/birthDate' },
    ]);
  });

  test('make the row match once they are made', () => {
    const changes = { idNumber: '1123456780' };
    const [correction] = reading('M1@D1', 'D1', changes).corrections;
    expect(correction).toEqual({ stated: 'idNumber', read: 'idNumber' });
    const answers = withAnswers(WIDOW, { idNumber: '1123456780' });
    const rows = rowsOn(TODAY, answers, withReadings(PAPERS, 'D1', changes));
    expect(found(rowAt(rows, 'M1@D1'))).toBe('match equal');
  });
});

describe('what is missing', () => {
  test('nothing is found before a document is recorded', () => {
    const { D1: _, ...others } = PAPERS;
    for (const row of rowsOn(TODAY, WIDOW, others).filter(
      ({ documentKey }) => documentKey === 'D1',
    )) {
      expect([row.rowKey, row.computed, row.read]).toEqual([row.rowKey, null, null]);
      expect(row.stated.kind === 'missing').toBe(row.row === 'M25');
    }
  });

  test('nothing is found before the paper is read', () => {
    const readings = EMPTY_ANSWERS;
    const papers = {
      ...PAPERS,
      D9: { presentation: 'presented', originalSighted: true, readings } as const,
    };
    for (const row of rowsOn(TODAY, WIDOW, papers).filter(
      ({ documentKey }) => documentKey === 'D9',
    )) {
      expect([row.rowKey, found(row)]).toEqual([row.rowKey, 'unread']);
    }
  });

  test('what is left empty on a paper that is read is not printed there', () => {
    const row = reading('M1@D9', 'D9', { idNumber: null });
    expect(found(row)).toBe('notApplicable notPrinted');
  });

  test('a required reading that is left empty is not read yet, and one said to be missing needs a look', () => {
    expect(found(reading('M1@D1', 'D1', { idNumber: null }))).toBe('unread');
    const missing = { nonAnswer: 'notApplicable', reason: 'ممسوح' } as const;
    expect(found(reading('M1@D1', 'D1', { idNumber: missing }))).toBe('review notPrinted');
  });

  test.each(['notPresented', 'illegible'] as const)(
    'a document that is %s gives its verdict to all its rows',
    (presentation) => {
      const absent = {
        presentation,
        originalSighted: false,
        reason: 'نسيتها',
        readings: EMPTY_ANSWERS,
      };
      const rows = rowsOn(TODAY, WIDOW, { ...PAPERS, D5: absent });
      const own = rows.filter(({ documentKey }) => documentKey === 'D5');
      expect(own.length).toBeGreaterThan(5);
      for (const row of own) {
        expect(row).toMatchObject({
          computed: { verdict: presentation },
          documentReason: 'نسيتها',
          read: null,
        });
      }
      expect(rowAt(rows, 'M1@D1').documentReason).toBeNull();
    },
  );

  test('an identity that was not stated needs a look; another field needs none', () => {
    expect(found(stating('M4@D1', { idExpiry: null }))).toBe('review notStated');
    expect(found(stating('M12b@D7', { buildingNo: null }))).toBe('notApplicable notStated');
    const refused = { nonAnswer: 'refused', reason: 'لا يرغب' } as const;
    expect(found(stating('M12b@D7', { buildingNo: refused }))).toBe('review statedNotAnswered');
  });

  test('a question that does not apply has no row', () => {
    const married: AnswerSet = withAnswers(WIDOW, {
      maritalStatus: 'married',
      familyCategory: 'orphans',
      absenceReason: 'missing',
    });
    const rows = rowsOn(TODAY, married, PAPERS);
    expect(rows.some(({ rowKey }) => rowKey === 'M10@D12')).toBe(true);
    expect(rows.some(({ row }) => row === 'M11')).toBe(false);
  });

  test('an owner’s deed prints no rent', () => {
    const rows = rowsOn(TODAY, withAnswers(WIDOW, { tenure: 'owned' }), PAPERS);
    expect(rows.some(({ row }) => row === 'M14' || row === 'M15a')).toBe(false);
    expect(rows.some(({ rowKey }) => rowKey === 'M15b@D8')).toBe(true);
  });
});
