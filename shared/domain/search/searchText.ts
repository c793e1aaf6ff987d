import { stripBidi, toAsciiDigits } from '../identifiers/digits.ts';
import { normalizeName } from '../names/normalizeName.ts';

/** How a stored text and a typed one meet: both pass through the same function. */

const LONGEST_KEY = 200;

/** The words of a name as it is indexed or typed; one normaliser serves search and matching. */
export function nameWords(text: string): readonly string[] {
  return normalizeName(text).tokens.map((token) => token.text.slice(0, LONGEST_KEY));
}

/** Letters and digits of an id, passport or reference, upper-case. */
export function identityKey(text: string): string {
  return toAsciiDigits(stripBidi(text))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, LONGEST_KEY);
}

/** The digits of a number by which a phone is found: a Saudi mobile without country code and zero. */
export function mobileKey(text: string): string {
  const digits = toAsciiDigits(text).replace(/\D/gu, '');
  return (/^(?:00966|966)?0?(5\d*)$/u.exec(digits)?.[1] ?? digits).slice(0, LONGEST_KEY);
}
