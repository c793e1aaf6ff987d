import { compactIdentifier } from './digits.ts';

export type IbanProblem = 'country' | 'length' | 'form' | 'checksum';

export type IbanCheck =
  | {
      readonly ok: true;
      /** Compact, as it is stored: 24 characters. */
      readonly value: string;
      /** The two digits of the bank. */
      readonly bank: string;
    }
  | { readonly ok: false; readonly problem: IbanProblem };

const SAUDI_IBAN_LENGTH = 24;

/**
 * Checks a Saudi IBAN: `SA`, two check digits, two digits of the bank, 18 letters or digits; modulo 97
 * of the rearranged number is 1 (ISO 13616). Spaces, small letters and Arabic digits are accepted.
 */
export function checkIban(text: string): IbanCheck {
  const value = compactIdentifier(text).replaceAll('-', '').toUpperCase();
  if (!/^[A-Z]{2}/.test(value)) return { ok: false, problem: 'form' };
  if (!value.startsWith('SA')) return { ok: false, problem: 'country' };
  if (value.length !== SAUDI_IBAN_LENGTH) return { ok: false, problem: 'length' };
  if (!/^SA\d{4}[A-Z0-9]{18}$/.test(value)) return { ok: false, problem: 'form' };
  if (remainderBy97(value.slice(4) + value.slice(0, 4)) !== 1) {
    return { ok: false, problem: 'checksum' };
  }
  return { ok: true, value, bank: value.slice(4, 6) };
}

/** `SA03 8000 0000 6080 1016 7519`: in fours, as papers print it; to be shown left to right. */
export function formatIban(compact: string): string {
  return compact.replace(/(.{4})(?=.)/g, '$1 ');
}

/** Letters stand for 10 to 35; the number is too long for arithmetic, so it is taken digit by digit. */
function remainderBy97(characters: string): number {
  let remainder = 0;
  for (const character of characters) {
    for (const digit of String(Number.parseInt(character, 36))) {
      remainder = (remainder * 10 + Number(digit)) % 97;
    }
  }
  return remainder;
}
