import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mrzCheckDigit } from '#shared/domain/identifiers/machineReadableZone.ts';
import {
  type MachineReadableZone,
  parseMachineReadableZone,
} from '#shared/domain/identifiers/parseMachineReadableZone.ts';

const TODAY = '2026-11-23';

/** The specimens of Doc 9303, parts 4 and 5. */
const PASSPORT = [
  'P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<',
  'L898902C36UTO7408122F1204159ZE184226B<<<<<10',
] as const;
const CARD = [
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  '7408122F1204159UTO<<<<<<<<<<<6',
  'ERIKSSON<<ANNA<MARIA<<<<<<<<<<',
] as const;
const LONG_NUMBER = [
  'I<UTOD23145890<7349<<<<<<<<<<<',
  '3407127M9507122UTO<<<<<<<<<<<2',
  'STEVENSON<<PETER<JOHN<<<<<<<<<',
] as const;

function read(text: string, today = TODAY): MachineReadableZone {
  const zone = parseMachineReadableZone(text, today);
  if ('problem' in zone) throw new Error(`${zone.problem} in line ${zone.line}`);
  return zone;
}

function gregorian(year: number, month: number, day: number) {
  return { calendar: 'gregorian', year, month, day };
}

describe('the specimens', () => {
  test('a passport', () => {
    expect(parseMachineReadableZone(PASSPORT.join('\n'), TODAY)).toEqual({
      format: 'TD3',
      documentType: 'P',
      issuingState: 'UTO',
      nationality: 'UTO',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      truncatedName: false,
      documentNumber: 'L898902C3',
      birthDate: gregorian(1974, 8, 12),
      sex: 'female',
      expiryDate: gregorian(2012, 4, 15),
      optionalData: 'ZE184226B',
      checkDigits: {
        documentNumber: 'ok',
        birthDate: 'ok',
        expiryDate: 'ok',
        optionalData: 'ok',
        composite: 'ok',
      },
    });
  });

  test('a card', () => {
    expect(read(CARD.join('\n'))).toMatchObject({
      format: 'TD1',
      documentType: 'I',
      surname: 'ERIKSSON',
      givenNames: 'ANNA MARIA',
      documentNumber: 'D23145890',
      optionalData: '',
      checkDigits: { documentNumber: 'ok', optionalData: null, composite: 'ok' },
    });
  });

  test('a card whose number is longer than its field', () => {
    expect(read(LONG_NUMBER.join('\n'))).toMatchObject({
      documentNumber: 'D23145890734',
      optionalData: '',
      birthDate: gregorian(1934, 7, 12),
      checkDigits: { documentNumber: 'ok', composite: 'ok' },
    });
  });

  test('a state of one letter, and an empty personal number without its digit', () => {
    const zone = read(
      'P<D<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<<\nC01X00T478D<<6408125F2702283<<<<<<<<<<<<<<<4',
    );
    expect(zone).toMatchObject({ issuingState: 'D', nationality: 'D', surname: 'MUSTERMANN' });
    expect(Object.values(zone.checkDigits)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });
});

describe('however it comes', () => {
  const [first, second] = PASSPORT;
  test.each([
    ['without line breaks', first + second],
    ['with the breaks of a reader', `${first}\r${second}\r`],
    ['with a tab between the lines', `${first}\t${second}`],
    ['in small letters', PASSPORT.join('\n').toLowerCase()],
    ['with spaces for fillers', PASSPORT.join('\n').replaceAll('<', ' ')],
    ['with spaces for fillers, and one between the lines', PASSPORT.join(' ').replaceAll('<', ' ')],
    ['with a space between the lines', PASSPORT.join(' ')],
    ['in groups', `${first}\nL898902C3 6 UTO 740812 2 F 120415 9 ZE184226B<<<<< 1 0`],
    ['with Eastern digits', `${first}\nL٨٩٨٩٠٢C٣٦UTO٧٤٠٨١٢٢F١٢٠٤١٥٩ZE١٨٤٢٢٦B<<<<<١٠`],
    ['with guillemets for pairs', PASSPORT.join('\n').replaceAll('<<', '«')],
    ['with single guillemets', PASSPORT.join('\n').replaceAll('<', '‹')],
    ['in full width', PASSPORT.join('\n').replaceAll('<', '＜')],
    ['from a page of the web', PASSPORT.join('\n').replaceAll('<', '&lt;')],
    ['with marks of direction', `\u200e${first}\u200e\n\u202a${second}\u202c`],
    ['without the fillers at the end of the name', `P<UTOERIKSSON<<ANNA<MARIA\n${second}`],
    ['with too many of them', `${first}<<<\n${second}`],
    ['wrapped anywhere', `${first.slice(0, 20)}\n${first.slice(20)}\n${second}`],
  ])('%s', (_how, text) => {
    expect(read(text)).toEqual(read(PASSPORT.join('\n')));
  });

  test.each([
    ['in one line', CARD.join('')],
    ['without its last fillers', CARD.join('').replace(/<+$/, '')],
    ['with spaces', CARD.join(' ').replaceAll('<', ' ')],
    ['with guillemets', CARD.join('\r\n').replaceAll('<<', '»')],
  ])('a card %s', (_how, text) => {
    expect(read(text)).toEqual(read(CARD.join('\n')));
  });
});

describe('what is no zone', () => {
  const [first, second] = PASSPORT;
  test.each([
    ['', 'length', null],
    ['P', 'length', null],
    ['hello', 'length', null],
    [first, 'length', null],
    [`${first}\n${second.slice(1)}`, 'length', 2],
    [`${first.replace('<<<', 'ABCDE')}X\n${second}`, 'length', 1],
    [`${first}${second}0`, 'length', null],
    ['P<'.repeat(4000), 'length', null],
    [`${first}\n${second.replace('C', 'ج')}`, 'characters', 2],
    [`${first.replace('A', '@')}\n${second}`, 'characters', 1],
    [first + second.replace('C', '.'), 'characters', null],
    // A visa, a state with a digit, a sex that is none, a digit in the name.
    [`${first.replace('P', 'V')}\n${second}`, 'format', 1],
    [`${first.replace('UTO', 'UT0')}\n${second}`, 'format', 1],
    [`${first}\n${second.replace('UTO', 'UT0')}`, 'format', 2],
    [`${first}\n${second.replace('F', 'Q')}`, 'format', 2],
    [`${first.replace('ANNA', 'ANN4')}\n${second}`, 'format', 1],
    [CARD.join('\n').replace('ANNA', 'ANN4'), 'format', 3],
  ])('%s: %s in line %s', (text, problem, line) => {
    expect(parseMachineReadableZone(text, TODAY)).toEqual({ problem, line });
  });

  test('no text is too strange to read', () => {
    const strange = fc.string({ unit: fc.constantFrom(...Array.from('PIAC<« \n\tUTO0٣ضß\u0000')) });
    fc.assert(
      fc.property(fc.oneof(strange, fc.string({ unit: 'binary', maxLength: 120 })), (text) => {
        expect(parseMachineReadableZone(text, TODAY)).toBeTypeOf('object');
      }),
      { numRuns: 500 },
    );
  });
});

describe('years of two digits', () => {
  function withDates(birth: string, expiry: string, today: string): MachineReadableZone {
    const fields = `L898902C36UTO${birth}${mrzCheckDigit(birth)}F${expiry}${mrzCheckDigit(expiry)}`;
    return read(`P<UTOERIKSSON<<ANNA\n${fields}<<<<<<<<<<<<<<<0`, today);
  }

  test.each([
    ['261123', '2026-11-23', 2026],
    ['261124', '2026-11-23', 1926],
    ['261124', '2026-11-24', 2026],
    ['000229', '2026-11-23', 2000],
    ['991231', '2026-11-23', 1999],
    ['271231', '2026-11-23', 1927],
  ])('a birth on %s, read on %s, was in %i', (birth, today, year) => {
    expect(withDates(birth, '300101', today).birthDate?.year).toBe(year);
  });

  test.each([
    ['260101', 2026],
    ['760101', 2076],
    ['770101', 1977],
    ['120415', 2012],
    ['360229', 2036],
  ])('an expiry on %s is in %i', (expiry, year) => {
    expect(withDates('740812', expiry, TODAY).expiryDate?.year).toBe(year);
  });

  test('a day that is left open, or does not exist, is no date', () => {
    expect(withDates('74<<<<', '301332', TODAY)).toMatchObject({
      birthDate: null,
      expiryDate: null,
      checkDigits: { birthDate: 'ok', expiryDate: 'ok' },
    });
    expect(withDates('74<812', '300101', TODAY).checkDigits.birthDate).toBe('wrong');
    expect(withDates('74O812', '300101', TODAY).checkDigits.birthDate).toBe('wrong');
  });
});

describe('a name', () => {
  test('that fills its field may be cut off', () => {
    const name = 'ALMUTAIRI<<ABDULRAHMAN<FAHAD<KHALID<SAU';
    expect(name).toHaveLength(39);
    expect(read(`P<SAU${name}\n${PASSPORT[1]}`)).toMatchObject({
      surname: 'ALMUTAIRI',
      givenNames: 'ABDULRAHMAN FAHAD KHALID SAU',
      truncatedName: true,
    });
  });

  test('may be a surname alone, of several words', () => {
    expect(read(`P<UTOVAN<DER<MUELLEN\n${PASSPORT[1]}`)).toMatchObject({
      surname: 'VAN DER MUELLEN',
      givenNames: '',
      truncatedName: false,
    });
  });
});

const LETTERS = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
const CHARACTERS = [...LETTERS, ...Array.from('0123456789')];
const word = fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 6 });
const day = fc
  .date({ min: new Date('1930-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const person = fc.record({
  format: fc.constantFrom('TD1', 'TD3'),
  state: fc.string({ unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 3 }),
  surname: word,
  givenNames: fc.array(word, { minLength: 1, maxLength: 2 }),
  number: fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 1, maxLength: 9 }),
  birth: day,
  expiry: fc.integer({ min: 1, max: 49 }).map((years) => `${2026 + years}-06-15`),
  sex: fc.constantFrom('M', 'F', '<'),
  optional: fc.string({ unit: fc.constantFrom(...CHARACTERS), maxLength: 11 }),
});
type Person = typeof person extends fc.Arbitrary<infer Value> ? Value : never;

function digit(field: string): string {
  return field + String(mrzCheckDigit(field));
}

function sixDigits(iso: string): string {
  return iso.slice(2).replaceAll('-', '');
}

function written(one: Person): readonly string[] {
  const name = `${one.surname}<<${one.givenNames.join('<')}`;
  const state = one.state.padEnd(3, '<');
  const number = digit(one.number.padEnd(9, '<'));
  const birth = digit(sixDigits(one.birth));
  const expiry = digit(sixDigits(one.expiry));
  if (one.format === 'TD3') {
    const optional = digit(one.optional.padEnd(14, '<'));
    const composite = mrzCheckDigit(number + birth + expiry + optional);
    return [
      `P<${state}${name}`.padEnd(44, '<'),
      `${number}${state}${birth}${one.sex}${expiry}${optional}${composite}`,
    ];
  }
  const optional = one.optional.padEnd(11, '<');
  const first = number + '<'.repeat(15);
  const composite = mrzCheckDigit(first + birth + expiry + optional);
  return [
    `I<${state}${first}`,
    `${birth}${one.sex}${expiry}${state}${optional}${composite}`,
    name.padEnd(30, '<'),
  ];
}

test('what is written in a zone is read back, with or without breaks', () => {
  fc.assert(
    fc.property(person, fc.constantFrom('', '\n', '\r\n'), (one, separator) => {
      const zone = read(written(one).join(separator));
      expect(zone).toMatchObject({
        format: one.format,
        issuingState: one.state,
        nationality: one.state,
        surname: one.surname,
        givenNames: one.givenNames.join(' '),
        truncatedName: false,
        documentNumber: one.number,
        optionalData: one.optional,
      });
      const iso = (date: MachineReadableZone['birthDate']) =>
        date === null
          ? null
          : `${date.year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
      expect([iso(zone.birthDate), iso(zone.expiryDate)]).toEqual([one.birth, one.expiry]);
      expect(Object.values(zone.checkDigits).filter((verdict) => verdict === 'wrong')).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

/** Where each checked field stands, with its digit: line, first place, length. */
const PLACES = {
  TD3: [
    ['documentNumber', 1, 0, 10],
    ['birthDate', 1, 13, 7],
    ['expiryDate', 1, 21, 7],
    ['optionalData', 1, 28, 15],
    ['composite', 1, 43, 1],
  ],
  TD1: [
    ['documentNumber', 0, 5, 10],
    ['birthDate', 1, 0, 7],
    ['expiryDate', 1, 8, 7],
    ['composite', 1, 18, 12],
  ],
} as const;

function valueOf(character: string): number {
  return character === '<' ? 0 : Number.parseInt(character, 36);
}

test('any single wrong character in a checked field is told at that field', () => {
  fc.assert(
    fc.property(person, fc.nat(), fc.nat(), (one, where, which) => {
      const lines = [...written(one)];
      const places = PLACES[one.format === 'TD3' ? 'TD3' : 'TD1'];
      const [field, line, start, length] = places[where % places.length] ?? places[0];
      const at = start + (Math.floor(where / places.length) % length);
      const text = lines[line] ?? '';
      const before = text[at] ?? '';
      // Ten apart in value are alike to the digits; and a filler in the place of a card's digit says
      // that the number goes on behind it.
      const isDigitOfCard = one.format === 'TD1' && line === 0 && at === 14;
      const others = CHARACTERS.concat(isDigitOfCard ? [] : ['<']).filter(
        (character) => (valueOf(character) - valueOf(before)) % 10 !== 0,
      );
      const after = others[which % others.length] ?? '';
      lines[line] = text.slice(0, at) + after + text.slice(at + 1);
      expect([field, read(lines.join('\n')).checkDigits[field]]).toEqual([field, 'wrong']);
    }),
    { numRuns: 1000 },
  );
});

test('the digits are blind to 0, A, K and U for one another', () => {
  const zone = read(PASSPORT.join('\n').replace('L898902C3', 'L8989A2C3'));
  expect(zone.documentNumber).toBe('L8989A2C3');
  expect(zone.checkDigits.documentNumber).toBe('ok');
});
