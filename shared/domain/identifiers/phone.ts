import { compactIdentifier } from './digits.ts';

export type Phone = { readonly kind: 'saudiMobile' | 'foreign'; readonly value: string };

function compactPhone(text: string): string {
  return compactIdentifier(text).replace(/[-()[\]\u2010-\u2015]/g, '');
}

/**
 * A Saudi mobile in any usual writing, as `+9665XXXXXXXX`; null for anything else, a landline too.
 * Spaces, dashes, brackets and marks of direction are passed over, Arabic digits are read.
 */
export function parseSaudiMobile(text: string): string | null {
  const match = /^(?:\+966|00966|966|0)?(5\d{8})$/.exec(compactPhone(text));
  return match === null ? null : `+966${match[1]}`;
}

/**
 * A phone of another country with its code (`+` or `00`), as `+` and 7 to 15 digits (ITU-T E.164);
 * null for anything else. A number under +966 is not foreign: a mistyped Saudi one must not slip
 * through here.
 */
export function parseForeignPhone(text: string): string | null {
  const compact = compactPhone(text).replace(/^00/, '+');
  return /^\+(?!966)[1-9]\d{6,14}$/.test(compact) ? compact : null;
}

/** A Saudi mobile or a foreign phone; null when it is neither. */
export function parsePhone(text: string): Phone | null {
  const mobile = parseSaudiMobile(text);
  if (mobile !== null) return { kind: 'saudiMobile', value: mobile };
  const foreign = parseForeignPhone(text);
  return foreign === null ? null : { kind: 'foreign', value: foreign };
}
