import { describe, expect, test } from 'vitest';
import type { AnswerSet, AnswerValue, PrintedDate } from '#shared/domain/answers/answer.ts';
import { neededDocuments } from '#shared/domain/documents/neededDocuments.ts';
import { mrzCheckDigit } from '#shared/domain/identifiers/machineReadableZone.ts';
import type { MatrixRow, ReadDocument } from '#shared/domain/matching/matrixRow.ts';
import { matrixRows } from '#shared/domain/matching/matrixRows.ts';
import { DOCUMENT_RULES, MATCHING_RULES, QUESTIONNAIRE, rowAt, withAnswers } from './rules.ts';

const TODAY = '2026-11-23';

function gregorian(day: number, month: number, year: number): PrintedDate {
  return { calendar: 'gregorian', year, month, day };
}

const PILGRIM = withAnswers(
  { values: {}, rows: {} },
  {
    residencyType: 'pilgrim',
    idType: 'passport',
    passportNo: 'A1234567',
    passportExpiry: gregorian(1, 5, 2031),
    nameLatin: 'SETIAWAN BUDI HARTONO',
    birthDate: gregorian(14, 3, 1961),
    nationality: 'IDN',
    visaNo: 'V700123',
    departureDate: gregorian(10, 1, 2027),
    familyCategory: 'strandedPilgrim',
  },
);

function digit(field: string): string {
  return field + String(mrzCheckDigit(field));
}

interface ZoneParts {
  readonly name?: string;
  readonly number?: string;
  readonly nationality?: string;
  readonly birth?: string;
  readonly expiry?: string;
}

/** A passport's zone, its digits reckoned. */
function zoneOf(parts: ZoneParts = {}): string {
  const { name = 'SETIAWAN<<BUDI<HARTONO', nationality = 'IDN' } = parts;
  const number = digit((parts.number ?? 'A1234567').padEnd(9, '<'));
  const birth = digit(parts.birth ?? '610314');
  const expiry = digit(parts.expiry ?? '310501');
  const personal = digit('<'.repeat(14));
  const composite = mrzCheckDigit(number + birth + expiry + personal);
  const state = nationality.padEnd(3, '<');
  return `P<IDN${name.padEnd(39, '<')}\n${number}${state}${birth}M${expiry}${personal}${composite}`;
}

const PASSPORT = {
  passportNo: 'A1234567',
  nameLatin: 'SETIAWAN BUDI HARTONO',
  nationality: 'IDN',
  birthDate: gregorian(14, 3, 1961),
  expiryDate: gregorian(1, 5, 2031),
};

function paper(values: Readonly<Record<string, AnswerValue>>): ReadDocument {
  const readings = withAnswers({ values: {}, rows: {} }, values);
  return { presentation: 'presented', originalSighted: true, readings };
}

function rowsFor(
  answers: AnswerSet,
  documents: Readonly<Record<string, ReadDocument>>,
): readonly MatrixRow[] {
  const needed = neededDocuments(DOCUMENT_RULES, QUESTIONNAIRE, answers, TODAY);
  return matrixRows(MATCHING_RULES, {
    questionnaire: QUESTIONNAIRE,
    ...{ answers, documents, needed, today: TODAY },
  });
}

function found(row: MatrixRow): string {
  return row.computed === null ? 'unread' : `${row.computed.verdict} ${row.computed.reasonCode}`;
}

function onPassport(
  rowKey: string,
  readings: Readonly<Record<string, AnswerValue>>,
  stated: Readonly<Record<string, AnswerValue>> = {},
): MatrixRow {
  const rows = rowsFor(withAnswers(PILGRIM, stated), { D3: paper({ ...PASSPORT, ...readings }) });
  return rowAt(rows, `${rowKey}@D3`);
}

function zone(
  rowKey: string,
  parts: ZoneParts,
  stated: Readonly<Record<string, AnswerValue>> = {},
): string {
  return found(onPassport(rowKey, { mrz: zoneOf(parts) }, stated));
}

describe('a pilgrim whose passport agrees', () => {
  const rows = rowsFor(PILGRIM, { D3: paper({ ...PASSPORT, mrz: zoneOf() }) });

  test('matches on every row, of the page and of the machine-readable lines', () => {
    const own = rows.filter(({ documentKey }) => documentKey === 'D3');
    expect(own.map(({ row }) => row)).toEqual([
      ...['M3', 'M4', 'M5', 'M5a', 'M6', 'M6a', 'M6b', 'M6c', 'M7', 'M7a', 'M25'],
    ]);
    expect(own.map(found).filter((one) => !one.startsWith('match '))).toEqual([]);
  });

  test('shows the part of the zone that the row is about, not the zone', () => {
    expect(rowAt(rows, 'M5a@D3').read).toMatchObject({
      ...{ kind: 'choice', name: 'IDN', label: { en: 'Indonesia' } },
    });
    expect(rowAt(rows, 'M6a@D3').read).toEqual({ kind: 'identifier', text: 'A1234567' });
    expect(rowAt(rows, 'M6b@D3').read).toEqual({ kind: 'date', date: gregorian(14, 3, 1961) });
    expect(rowAt(rows, 'M7a@D3').read).toEqual({ kind: 'name', text: 'SETIAWAN BUDI HARTONO' });
    expect(rowAt(rows, 'M6a@D3')).toMatchObject({ readPaths: ['mrz'], corrections: [] });
  });
});

describe('the zone (M6)', () => {
  test.each<[string, ZoneParts, string]>([
    ['M6a', { number: 'A1234576' }, 'mismatch digitsSwapped'],
    ['M6a', { number: 'A1234568' }, 'mismatch oneDigitDiffers'],
    ['M6a', { number: 'A<1234567' }, 'match equal'],
    ['M6a', { number: '' }, 'review zonePartOpen'],
    ['M6b', { birth: '610315' }, 'mismatch onePartDiffers'],
    ['M6b', { birth: '610413' }, 'mismatch daysApart'],
    ['M6b', { birth: '61<<<<' }, 'review zonePartOpen'],
    ['M6c', { expiry: '310601' }, 'mismatch onePartDiffers'],
    ['M6c', { expiry: '360501' }, 'mismatch onePartDiffers'],
  ])('%s with %o: %s', (row, parts, expected) => {
    expect(zone(row, parts)).toBe(expected);
  });

  test('a slip of the hand is told at its own field, and nothing is found by it', () => {
    const slips = zoneOf().replace('610314', '610315');
    const rows = rowsFor(PILGRIM, { D3: paper({ ...PASSPORT, mrz: slips }) });
    expect(found(rowAt(rows, 'M6b@D3'))).toBe('review zoneCheckDigit');
    expect(found(rowAt(rows, 'M6a@D3'))).toBe('match equal');
    expect(found(rowAt(rows, 'M6c@D3'))).toBe('match equal');
  });

  test('a last digit that does not hold by itself is told with the number', () => {
    const whole = zoneOf();
    const slipped = whole.slice(0, -1) + ((Number(whole.at(-1)) + 1) % 10);
    expect(found(onPassport('M6a', { mrz: slipped }))).toBe('review zoneComposite');
    expect(found(onPassport('M6b', { mrz: slipped }))).toBe('match equal');
    const other = { passportNo: 'B7654321' };
    expect(found(onPassport('M6a', { mrz: slipped }, other))).toBe('mismatch differs');
  });

  test('a birth date stated in Hijri matches, by the rule of the calendars', () => {
    const hijri = (day: number): AnswerValue => ({ calendar: 'hijri', year: 1380, month: 9, day });
    expect(zone('M6b', {}, { birthDate: hijri(27) })).toBe('match sameDayOtherCalendar');
    expect(zone('M6b', {}, { birthDate: hijri(28) })).toBe('matchWithTolerance oneDayApart');
  });

  test('who is a hundred years old is not newly born', () => {
    const birthDate = gregorian(2, 2, 1924);
    expect(zone('M6b', { birth: '240202' }, { birthDate })).toBe('match equal');
    expect(zone('M6b', { birth: '240202' }, { birthDate: gregorian(2, 2, 2024) })).toBe(
      'match equal',
    );
  });

  test.each([
    ['P<IDN', 'review zoneLength'],
    [zoneOf().slice(0, -1), 'review zoneLength'],
    [zoneOf().replace('M', 'م'), 'review zoneCharacters'],
    [zoneOf().replace('P', 'V'), 'review zoneFormat'],
  ])('%s is for a person to look at: %s', (mrz, expected) => {
    for (const row of ['M5a', 'M6a', 'M6b', 'M6c', 'M7a']) {
      const one = onPassport(row, { mrz });
      expect([row, found(one)]).toEqual([row, expected]);
      expect(one.read).toEqual({ kind: 'text', text: mrz });
    }
  });

  test('left out, it says so; before the page is read, it says nothing', () => {
    expect(found(onPassport('M6a', {}))).toBe('notApplicable zoneNotRead');
    const unread = rowsFor(PILGRIM, { D3: paper({ passportNo: 'A1234567' }) });
    expect(found(rowAt(unread, 'M6a@D3'))).toBe('unread');
  });

  test('a number that was not stated is no finding against anybody', () => {
    const answers = withAnswers(PILGRIM, { passportNo: null });
    const rows = rowsFor(answers, { D3: paper({ ...PASSPORT, mrz: zoneOf() }) });
    expect(found(rowAt(rows, 'M6a@D3'))).toBe('notApplicable notStated');
  });

  test('a verdict asks to be given again when a digit is keyed again', () => {
    const slipped = zoneOf().replace('610314', '610315');
    const before = onPassport('M6b', { mrz: slipped });
    const after = onPassport('M6b', { mrz: zoneOf({ birth: '610315' }) });
    expect(before.readNormalized).not.toBe(after.readNormalized);
    expect(after.readNormalized).toBe('gregorian:1961-03-15');
  });
});

describe('the nationality (M5)', () => {
  test.each([
    ['IDN', 'IDN', 'match equal'],
    ['idn', 'IDN', 'match equal'],
    ['إندونيسيا', 'IDN', 'match equal'],
    ['INDONESIA', 'IDN', 'match equal'],
    ['D', 'DEU', 'match sameMeaning'],
    ['GBD', 'GBR', 'match sameMeaning'],
    ['GBN', 'HKG', 'match sameMeaning'],
    ['CHN', 'HKG', 'match sameMeaning'],
    ['XXA', 'XXA', 'match equal'],
    ['XXB', 'SYR', 'review nationalityNotTold'],
    ['XXB', 'XXA', 'review nationalityNotTold'],
    ['UNO', 'JOR', 'review nationalityNotTold'],
    ['HKG', 'CHN', 'mismatch differs'],
    ['EGY', 'IDN', 'mismatch differs'],
    ['مصر', 'IDN', 'mismatch differs'],
    ['إندونيسي', 'IDN', 'review nationalityUnknown'],
    ['ZZZ', 'IDN', 'review nationalityUnknown'],
  ])('%s against the stated %s: %s', (read, nationality, expected) => {
    expect(found(onPassport('M5', { nationality: read }, { nationality }))).toBe(expected);
    if (/^[A-Z]+$/.test(read) && read.length <= 3) {
      expect(zone('M5a', { nationality: read }, { nationality })).toBe(expected);
    }
  });

  test('a code of the zone is shown by the name of its state', () => {
    const row = onPassport('M5a', { mrz: zoneOf({ nationality: 'D' }) });
    expect(row.read).toMatchObject({ kind: 'choice', name: 'D', label: { en: 'Germany' } });
  });

  test('every state of the table is one that the interview offers', () => {
    const states = QUESTIONNAIRE.fieldByName.get('nationality')?.choiceList?.byName;
    const { codes, noState } = MATCHING_RULES.nationalities;
    for (const state of Object.values(codes).flat()) {
      expect([state, states?.has(state)]).toEqual([state, true]);
    }
    for (const code of noState) expect([code, states?.has(code)]).toEqual([code, false]);
  });

  test('is compared on the card of a resident too', () => {
    const resident = withAnswers(PILGRIM, {
      ...{ residencyType: 'resident', idType: 'iqama', nationality: 'EGY' },
    });
    const birth = digit('610314');
    const expiry = digit('310501');
    const first = `${digit('IQ1234567')}${'<'.repeat(15)}`;
    const composite = mrzCheckDigit(first + birth + expiry + '<'.repeat(11));
    const mrz = [
      `I<SAU${first}`,
      `${birth}M${expiry}EGY${'<'.repeat(11)}${composite}`,
      'HASSAN<<MAHMOUD',
    ].join('\n');
    const rows = rowsFor(resident, {
      D2: paper({
        ...{ idNumber: '2123456788', holderName: 'محمود حسن', nationality: 'EGY', mrz },
        ...{ birthDate: gregorian(14, 3, 1961), expiryDate: gregorian(1, 5, 2031) },
      }),
    });
    expect(found(rowAt(rows, 'M5@D2'))).toBe('match equal');
    expect(found(rowAt(rows, 'M5a@D2'))).toBe('match equal');
    expect(rows.some(({ rowKey }) => rowKey.startsWith('M6'))).toBe(false);
  });
});

describe('the name in Latin letters (M7)', () => {
  test.each([
    ['SETIAWAN BUDI HARTONO', 'SETIAWAN<<BUDI<HARTONO', 'match equal'],
    ['BUDI HARTONO SETIAWAN', 'SETIAWAN<<BUDI<HARTONO', 'match equal'],
    ['AL-MUTAIRI MOHAMED FAHAD', 'ALMUTAIRI<<MOHAMMED<FAHAD', 'match nameSpelling'],
    ["O'CONNOR ENYA SIOBHAN", 'OCONNOR<<ENYA<SIOBHAN', 'match nameSpelling'],
    ['SETIAWAN BUDY HARTONO', 'SETIAWAN<<BUDI<HARTONO', 'review nameOneLetter'],
    ['SANTOSO JOKO PRABOWO', 'SETIAWAN<<BUDI<HARTONO', 'mismatch nameDifferent'],
    // Not cut off: a beginning is no name.
    ['SETIAWAN BUDI HARTONO', 'SETIAWAN<<BUDI<HART', 'mismatch nameDifferent'],
  ])('%s against %s: %s', (nameLatin, name, expected) => {
    expect(zone('M7a', { name }, { nameLatin })).toBe(expected);
  });

  const LONG = 'ALMUTAIRI ABDULRAHMAN FAHAD KHALID SAUD';
  test.each([
    // 39 places: the zone ends in the middle of a word, or of the statement.
    [LONG, 'ALMUTAIRI<<ABDULRAHMAN<FAHAD<KHALID<SAU', 'match zoneNamePrefix'],
    [
      'ABDULRAHMAN FAHAD KHALID SAUD ALMUTAIRI',
      'ALMUTAIRI<<ABDULRAHMAN<FAHAD<KHALID<SAU',
      'match zoneNamePrefix',
    ],
    [
      'AL MUTAIRI ABD AL RAHMAN FAHAD KHALED SAUD',
      'ALMUTAIRI<<ABDULRAHMAN<FAHAD<KHALID<SAU',
      'match zoneNamePrefix',
    ],
    [
      'PAPANDROPOULOUS JONATHON ALEXANDROS MICHAEL',
      'PAPANDROPOULOUS<<JONATHON<ALEXANDROS<MI',
      'match zoneNamePrefix',
    ],
    [
      'PAPANDROPOULOUS JONATHON ALEXANDROS MICHAEL',
      'PAPANDROPOULOUS<<JONATHO<ALEXANDRO<MICH',
      'review zoneNameShortened',
    ],
    [
      'PAPANDROPOULOUS JONATHON ALEXANDROS MICHAEL',
      'PAPANDROPOULOUS<<JONATHON<ALEXANDROS<VI',
      'mismatch nameDifferent',
    ],
    [LONG, 'ALZAHRANI<<ABDULRAHMAN<FAHAD<KHALID<SAU', 'mismatch nameDifferent'],
  ])('%s against %s, cut off: %s', (nameLatin, name, expected) => {
    expect(name).toHaveLength(39);
    expect(zone('M7a', { name }, { nameLatin })).toBe(expected);
  });

  test('the page itself is compared by the Latin rule', () => {
    expect(found(onPassport('M7', { nameLatin: 'SETIAWAN, BUDI HARTONO' }))).toBe(
      'review nameOrder',
    );
    expect(found(onPassport('M7', { nameLatin: 'SANTOSO JOKO PRABOWO' }))).toBe(
      'mismatch nameDifferent',
    );
  });
});

describe('visa and departure (M23)', () => {
  const visa = { visaNo: 'V700123', stayUntil: gregorian(20, 1, 2027) };
  const ticket = { number: 'T1', issueDate: gregorian(1, 11, 2026) };
  test.each<[string, string, Readonly<Record<string, AnswerValue>>, string]>([
    ['M23a@D4', 'D4', visa, 'match equal'],
    ['M23a@D4', 'D4', { ...visa, visaNo: 'v 700123' }, 'match equal'],
    ['M23a@D4', 'D4', { ...visa, visaNo: 'V700132' }, 'mismatch digitsSwapped'],
    ['M23b@D4', 'D4', { ...visa, departureDate: gregorian(10, 1, 2027) }, 'match equal'],
    ['M23b@D4', 'D4', visa, 'notApplicable notPrinted'],
    ['M23b@D24', 'D24', { ...ticket, departureDate: gregorian(10, 1, 2027) }, 'match equal'],
    [
      'M23b@D24',
      'D24',
      { ...ticket, departureDate: { calendar: 'hijri', year: 1448, month: 8, day: 2 } },
      'match sameDayOtherCalendar',
    ],
    [
      'M23b@D24',
      'D24',
      { ...ticket, departureDate: gregorian(1, 10, 2027) },
      'mismatch dayAndMonthSwapped',
    ],
    ['M23b@D24', 'D24', ticket, 'notApplicable notPrinted'],
  ])('%s on %s with %o: %s', (rowKey, documentKey, readings, expected) => {
    const rows = rowsFor(PILGRIM, { [documentKey]: paper(readings) });
    expect(found(rowAt(rows, rowKey))).toBe(expected);
  });
});
