import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';

/**
 * How a typed text and a stored one meet. Folds what Arabic writers vary without meaning
 * (domain rules for names, steps 1 to 5); the weighing of two names is the matching's business.
 */

/** Folded words of a name or of what was typed into the search, in their order. */
export function searchWords(text: string): readonly string[] {
  return toAsciiDigits(text)
    .normalize('NFKC')
    .replace(/[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\p{Cf}]/gu, '')
    .replace(/[أإآٱ]/gu, 'ا')
    .replace(/[ىی]/gu, 'ي')
    .replace(/ؤ/gu, 'و')
    .replace(/ئ/gu, 'ي')
    .replace(/ء/gu, '')
    .replace(/ة/gu, 'ه')
    .replace(/ک/gu, 'ك')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => word.slice(0, 200));
}

/** Letters and digits of an id, passport or reference, upper-case. */
export function identityKey(text: string): string {
  return searchWords(text).join('').slice(0, 200);
}

/** The digits of a number by which a phone is found: a Saudi mobile without country code and zero. */
export function mobileKey(text: string): string {
  const digits = toAsciiDigits(text).replace(/\D/gu, '');
  return (/^(?:00966|966)?0?(5\d*)$/u.exec(digits)?.[1] ?? digits).slice(0, 200);
}
