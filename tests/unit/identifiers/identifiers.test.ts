import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAmountText, stripBidi, toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import { checkIban, formatIban } from '#shared/domain/identifiers/iban.ts';
import { mrzCheckDigit } from '#shared/domain/identifiers/machineReadableZone.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import {
  parseAdditionalNumber,
  parseBuildingNumber,
  parseCommercialRegister,
  parsePostalCode,
  parseShortAddress,
} from '#shared/domain/identifiers/nationalAddress.ts';
import { checkNationalId } from '#shared/domain/identifiers/nationalId.ts';
import {
  parseForeignPhone,
  parsePhone,
  parseSaudiMobile,
} from '#shared/domain/identifiers/phone.ts';

const VALID_IDS = [
  '1000000008',
  '1012345672',
  '1123456780',
  '1987654322',
  '2000000006',
  '2123456788',
  '2345678904',
  '2498765433',
];
const VALID_IBANS = [
  'SA0380000000608010167519',
  'SA7910000000001234567890',
  'SA4420000001234567891234',
  'SA2305000068201234567000',
  'SA4715000999300000012345',
  'SA2045000000001234567001',
  'SA2855000000A1234567B890',
];

describe('digits', () => {
  it.each([
    ['٢٥/٠٨/١٤٤٦', '25/08/1446'],
    ['١٢٬٣٤٥٫٥٠', '12345.50'],
    ['۰۱۲۳۴۵۶۷۸۹', '0123456789'],
    ['٠١٢٣٤٥٦٧٨٩', '0123456789'],
    ['رقم ٧', 'رقم 7'],
  ])('%s is %s', (text, ascii) => {
    expect(toAsciiDigits(text)).toBe(ascii);
  });

  it('loses invisible marks alone', () => {
    expect(stripBidi('\u202b\u200fأحمد\u200d 5\u2069\ufeff')).toBe('أحمد 5');
  });
});

describe('parseAmountText', () => {
  it.each([
    ['١٢٬٣٤٥٫٥٠', 1_234_550],
    ['12,345.5', 1_234_550],
    ['12345', 1_234_500],
    [' 0.05 ', 5],
    ['0', 0],
    ['1,000,000', 100_000_000],
  ])('%s is %i halalas', (text, halalas) => {
    expect(parseAmountText(text)).toBe(halalas);
  });

  it.each(['', '12.345', '-5', '12.', '.5', '1,23', '12,3456', '1e3', '5 ريال', '9'.repeat(17)])(
    'refuses "%s"',
    (text) => {
      expect(parseAmountText(text)).toBeNull();
    },
  );

  it('reads back every amount that it could print', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), (halalas) => {
        expect(parseAmountText((halalas / 100).toFixed(2))).toBe(halalas);
      }),
    );
  });
});

describe('checkNationalId', () => {
  it.each(VALID_IDS)('%s is valid', (id) => {
    const holder = id.startsWith('1') ? 'citizen' : 'resident';
    expect(checkNationalId(id)).toEqual({ ok: true, value: id, holder });
  });

  it.each(['1000000000', '1012345673', '1124356780', '2123556788'])('%s fails its sum', (id) => {
    expect(checkNationalId(id)).toMatchObject({ ok: false, problem: 'checksum', value: id });
  });

  it.each(['3000000004', '101234567', '10123456789', '1O12345672', '0012345672', ''])(
    '"%s" has no form of an id',
    (id) => {
      expect(checkNationalId(id)).toEqual({ ok: false, problem: 'form' });
    },
  );

  it('reads Arabic digits, spaces and marks', () => {
    expect(checkNationalId('\u200f١٠١٢ ٣٤٥ ٦٧٢')).toMatchObject({ ok: true, value: '1012345672' });
  });

  it('says when swapping neighbours would mend it', () => {
    // 1012345672 with 6 and 7 swapped.
    expect(checkNationalId('1012345762')).toMatchObject({ likelyTransposition: true });
    // All swaps of 1000000000 either change nothing or give an id that begins with 0.
    expect(checkNationalId('1000000000')).toMatchObject({ likelyTransposition: false });
  });

  it('has the known blind spot, so it cannot replace matching', () => {
    expect(checkNationalId('1109012342').ok).toBe(true);
    expect(checkNationalId('1190012342').ok).toBe(true);
  });

  it('catches every single wrong digit', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID_IDS),
        fc.integer({ min: 0, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (id, position, shift) => {
          const digit = (Number(id.charAt(position)) + shift) % 10;
          const wrong = id.slice(0, position) + digit + id.slice(position + 1);
          expect(checkNationalId(wrong).ok).toBe(false);
        },
      ),
    );
  });
});

describe('checkIban', () => {
  it.each(VALID_IBANS)('%s is valid', (iban) => {
    expect(checkIban(iban)).toEqual({ ok: true, value: iban, bank: iban.slice(4, 6) });
    expect(checkIban(formatIban(iban).toLowerCase())).toMatchObject({ ok: true, value: iban });
  });

  it.each([
    ['SA0480000000608010167519', 'checksum'],
    ['SA0380000000608010167591', 'checksum'],
    ['SA038000000060801016751', 'length'],
    ['SA03800000006080101675199', 'length'],
    ['AE070331234567890123456', 'country'],
    ['0380000000608010167519', 'form'],
    ['SA0380000000608010167.19', 'form'],
    ['SA03B000000060801016751X', 'form'],
    ['', 'form'],
  ])('%s: %s', (iban, problem) => {
    expect(checkIban(iban)).toEqual({ ok: false, problem });
  });

  it('is shown in fours', () => {
    expect(formatIban('SA0380000000608010167519')).toBe('SA03 8000 0000 6080 1016 7519');
  });
});

describe('phones', () => {
  it.each([
    ['0501234567', '+966501234567'],
    ['+966501234567', '+966501234567'],
    ['00966501234567', '+966501234567'],
    ['966501234567', '+966501234567'],
    ['501234567', '+966501234567'],
    ['٠٥٠ ١٢٣ ٤٥٦٧', '+966501234567'],
    ['(050) 123-4567', '+966501234567'],
    ['\u202a+966 50 123 4567\u202c', '+966501234567'],
  ])('%s is the mobile %s', (text, value) => {
    expect(parseSaudiMobile(text)).toBe(value);
    expect(parsePhone(text)).toEqual({ kind: 'saudiMobile', value });
  });

  it.each(['050123456', '05012345678', '0112345678', '+9660501234567', '+971501234567', ''])(
    '"%s" is no Saudi mobile',
    (text) => {
      expect(parseSaudiMobile(text)).toBeNull();
    },
  );

  it.each([
    ['+971501234567', '+971501234567'],
    ['00971 50 123 4567', '+971501234567'],
    ['+1 (202) 555-0123', '+12025550123'],
  ])('%s is the foreign %s', (text, value) => {
    expect(parseForeignPhone(text)).toBe(value);
    expect(parsePhone(text)).toEqual({ kind: 'foreign', value });
  });

  it.each(['+9660501234567', '+966112345678', '+012345678', '+123456', '+1234567890123456', '971'])(
    '%s is no phone',
    (text) => {
      expect(parseForeignPhone(text)).toBeNull();
      expect(parsePhone(text)).toBeNull();
    },
  );
});

describe('the national address and the register', () => {
  it('reads its parts', () => {
    expect(parseShortAddress('raaa 2919')).toBe('RAAA2919');
    expect(parseShortAddress('RAAA٢٩١٩')).toBe('RAAA2919');
    expect(parseBuildingNumber('٢٩١٩')).toBe('2919');
    expect(parseAdditionalNumber('8118')).toBe('8118');
    expect(parsePostalCode('12274')).toBe('12274');
    expect(parseCommercialRegister('1010711252')).toBe('1010711252');
  });

  it('refuses other forms', () => {
    for (const text of ['RAA2919', 'RAAA29190', 'RA1A2919', '']) {
      expect(parseShortAddress(text)).toBeNull();
    }
    expect(parseBuildingNumber('291')).toBeNull();
    expect(parseAdditionalNumber('81180')).toBeNull();
    expect(parsePostalCode('1227')).toBeNull();
    expect(parseCommercialRegister('101071125')).toBeNull();
  });
});

describe('mrzCheckDigit', () => {
  it.each([
    ['L898902C3', 6],
    ['740812', 2],
    ['120415', 9],
    ['ZE184226B<<<<<', 1],
  ])('%s: %i', (field, digit) => {
    expect(mrzCheckDigit(field)).toBe(digit);
  });

  it('refuses other characters', () => {
    expect(() => mrzCheckDigit('l898902c3')).toThrow(RangeError);
  });
});

describe('maskIdentifier', () => {
  it('shows the last four characters, and nothing of a short one', () => {
    expect(maskIdentifier('1012345672')).toBe('******5672');
    expect(maskIdentifier('12345')).toBe('*2345');
    expect(maskIdentifier('1234')).toBe('****');
    expect(maskIdentifier('')).toBe('');
  });
});
