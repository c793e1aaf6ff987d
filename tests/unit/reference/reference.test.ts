import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkCharacter } from '#shared/domain/reference/checkCharacter.ts';
import { formatReference, parseReference } from '#shared/domain/reference/reference.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const CHARACTERS = ALPHABET.split('');
const EXAMPLE = { branch: 'MKH01', lane: 'B7', year: 2025, counter: 123 };

const letters = fc.string({
  unit: fc.constantFrom(...CHARACTERS.slice(10)),
  minLength: 3,
  maxLength: 3,
});
const twoDigits = fc.integer({ min: 0, max: 99 }).map((value) => String(value).padStart(2, '0'));
const parts = fc.record({
  branch: fc.tuple(letters, twoDigits).map(([name, number]) => name + number),
  lane: fc.string({ unit: fc.constantFrom(...CHARACTERS), minLength: 2, maxLength: 2 }),
  year: fc.integer({ min: 2024, max: 2100 }),
  counter: fc.integer({ min: 0, max: 999_999 }),
});
const compact = (reference: string) => reference.replaceAll('-', '');

describe('checkCharacter', () => {
  it('agrees with the published example of the Global Release Identifier', () => {
    expect(checkCharacter('A12425GABC1234002')).toBe('M');
  });

  it('takes digits and capitals only', () => {
    expect(() => checkCharacter('a1')).toThrow(RangeError);
    expect(() => checkCharacter('A-1')).toThrow(RangeError);
  });
});

describe('formatReference', () => {
  it('prints branch, lane, year, counter and check character', () => {
    expect(formatReference(EXAMPLE)).toBe('MKH01-B7-2025-000123-A');
  });

  it.each([
    { ...EXAMPLE, branch: 'MKH1' },
    { ...EXAMPLE, lane: 'B77' },
    { ...EXAMPLE, counter: 1_000_000 },
    { ...EXAMPLE, counter: -1 },
    { ...EXAMPLE, counter: 1.5 },
    { ...EXAMPLE, year: 20_255 },
    // Together they have the length of a reference, in other places.
    { ...EXAMPLE, branch: 'MKH012', lane: 'B' },
  ])('refuses %o', (wrong) => {
    expect(() => formatReference(wrong)).toThrow(RangeError);
  });
});

describe('parseReference', () => {
  it.each([
    'MKH01-B7-2025-000123-A',
    'mkh01b72025000123a',
    ' MKH01 B7 2025 000123 A ',
    'MKH٠١-B٧-٢٠٢٥-٠٠٠١٢٣-A',
    '\u200eMKH01–B7–2025–000123–A\u200e',
  ])('reads "%s"', (text) => {
    expect(parseReference(text)).toEqual({
      ok: true,
      value: 'MKH01-B7-2025-000123-A',
      parts: EXAMPLE,
    });
  });

  it.each([
    ['', 'length'],
    ['MKH01-B7-2025-123-A', 'length'],
    ['MKH01-B7-2025-000123', 'length'],
    ['MKHO1-B7-2025-000123-A', 'form'],
    ['MKH01-B7-2O25-000123-A', 'form'],
    ['MKH01-B7-2025-00012I-A', 'form'],
    ['MKH01-B7-2025-000124-A', 'checksum'],
    ['MKH01-B7-2025-000132-A', 'checksum'],
    ['MKH01-B7-2025-000123-7', 'checksum'],
  ])('"%s": %s', (text, problem) => {
    expect(parseReference(text)).toEqual({ ok: false, problem });
  });

  it('gives back what was printed', () => {
    fc.assert(
      fc.property(parts, (given) => {
        const value = formatReference(given);
        expect(parseReference(value)).toEqual({ ok: true, value, parts: given });
        expect(parseReference(compact(value).toLowerCase())).toMatchObject({ ok: true, value });
      }),
    );
  });

  it('catches every wrong character', () => {
    fc.assert(
      fc.property(
        parts,
        fc.nat({ max: 17 }),
        fc.constantFrom(...CHARACTERS),
        (given, position, character) => {
          const right = compact(formatReference(given));
          fc.pre(right.charAt(position) !== character);
          const wrong = right.slice(0, position) + character + right.slice(position + 1);
          expect(parseReference(wrong).ok).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('catches every swap of neighbours that are not next to each other in the alphabet', () => {
    fc.assert(
      fc.property(parts, fc.nat({ max: 16 }), (given, position) => {
        const right = compact(formatReference(given));
        const a = right.charAt(position);
        const b = right.charAt(position + 1);
        const distance = (ALPHABET.indexOf(a) - ALPHABET.indexOf(b) + 36) % 36;
        // MOD 37,36 is blind to one in thirty-six of these; see the next test.
        fc.pre(![0, 1, 35].includes(distance));
        const wrong = right.slice(0, position) + b + a + right.slice(position + 2);
        expect(parseReference(wrong).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('MOD 37,36', () => {
  it('is blind to 72 of 45,360 swaps, all of them of neighbours in the alphabet', () => {
    let swaps = 0;
    const missed: number[] = [];
    // One character before them brings the sum into each of its 36 states.
    for (const before of CHARACTERS) {
      for (const a of CHARACTERS) {
        for (const b of CHARACTERS) {
          if (a === b) continue;
          swaps += 1;
          if (checkCharacter(before + a + b) === checkCharacter(before + b + a)) {
            missed.push((ALPHABET.indexOf(a) - ALPHABET.indexOf(b) + 36) % 36);
          }
        }
      }
    }
    expect(swaps).toBe(45_360);
    expect(missed).toHaveLength(72);
    expect(new Set(missed)).toEqual(new Set([1, 35]));
  });
});
