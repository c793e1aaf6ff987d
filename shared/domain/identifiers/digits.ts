const ARABIC_INDIC_ZERO = 0x0660;
const PERSIAN_ZERO = 0x06f0;

/**
 * Arabic (U+0660-0669) and Persian (U+06F0-06F9) digits as ASCII; the thousands mark `٬` dropped, the
 * decimal mark `٫` as `.`. Everything else stays. Values are stored in ASCII digits only.
 */
export function toAsciiDigits(text: string): string {
  return text
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_INDIC_ZERO))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - PERSIAN_ZERO))
    .replaceAll('\u066c', '')
    .replaceAll('\u066b', '.');
}

/** Drops the invisible marks of direction and width that copied text brings along. */
export function stripBidi(text: string): string {
  return text.replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** What is left of an identifier as typed: ASCII digits, no invisible marks, no white space. */
export function compactIdentifier(text: string): string {
  return toAsciiDigits(stripBidi(text)).replace(/\s/g, '');
}

const AMOUNT = /^(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d{1,2}))?$/;

/**
 * Reads an amount of riyals as typed (`١٢٬٣٤٥٫٥٠`, `12,345.5`) into halalas (1 SAR = 100 halalas).
 * @returns null for another form, a sign, more than two decimals, or more than a safe integer holds.
 */
export function parseAmountText(text: string): number | null {
  const match = AMOUNT.exec(toAsciiDigits(stripBidi(text)).trim());
  if (match === null) return null;
  const [, riyals = '', halalas = ''] = match;
  const amount = Number(riyals.replaceAll(',', '') + halalas.padEnd(2, '0'));
  return Number.isSafeInteger(amount) ? amount : null;
}
