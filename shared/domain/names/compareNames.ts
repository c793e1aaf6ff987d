import { type NameToken, type NormalizedName, normalizeName } from './normalizeName.ts';

/** Why two names came to their verdict; each code has its sentence in the locales. */
export const NAME_REASONS = [
  /** Written alike to the letter. */
  'equal',
  /** Equal but for spelling. */
  'spelling',
  /** One leaves out later forefathers, or a second family. */
  'shorterForm',
  /** The families differ by the article ال alone. */
  'clanArticle',
  /** One letter of one word differs. */
  'oneLetter',
  /** The same words in another order. */
  'order',
  'fatherMissing',
  /** One has no family name. */
  'familyMissing',
  /** Two different writings, as Arabic and Latin. */
  'scripts',
  /** آلX against الX or X. */
  'clan',
  /** One or two words against more. */
  'twoAgainstMore',
  'different',
  /** One of the two holds no letters. */
  'empty',
] as const;
export type NameReason = (typeof NAME_REASONS)[number];

export interface NameComparison {
  readonly verdict: 'match' | 'review' | 'mismatch';
  readonly reason: NameReason;
}

type Tokens = readonly NameToken[];

/** From so many words on, a name is long enough to overlook ال in the family, or a second family. */
const LONG_NAME = 4;

/**
 * Compares a stated name with one read from a paper, by the rules of the field for Arabic names. A name
 * alone never merges two files. Where the written rules would let a missing first name or a missing
 * father pass as a shorter form (a father against his son), the stricter verdict is taken.
 */
export function compareNames(stated: string, read: string): NameComparison {
  const a = normalizeName(stated);
  const b = normalizeName(read);
  if (a.tokens.length === 0 || b.tokens.length === 0) {
    return { verdict: 'mismatch', reason: 'empty' };
  }
  if (haveEqualTokens(a, b)) {
    return { verdict: 'match', reason: stated.trim() === read.trim() ? 'equal' : 'spelling' };
  }
  if (a.script !== b.script || a.script === 'mixed') {
    return { verdict: 'review', reason: 'scripts' };
  }
  if (a.tokens.length === b.tokens.length) return compareSameLength(a.tokens, b.tokens);
  return a.tokens.length < b.tokens.length
    ? compareShorter(a.tokens, b.tokens)
    : compareShorter(b.tokens, a.tokens);
}

function haveEqualTokens(a: NormalizedName, b: NormalizedName): boolean {
  return (
    a.tokens.length === b.tokens.length &&
    a.tokens.every((token, index) => areEqual(token, b.tokens[index]))
  );
}

function compareSameLength(a: Tokens, b: Tokens): NameComparison {
  const pairs = a.flatMap((left, index) => {
    const right = b[index];
    return right === undefined || areEqual(left, right) ? [] : [{ left, right, index }];
  });
  const [only, second] = pairs;
  if (only !== undefined && second === undefined) {
    if (differByClan(only.left, only.right)) return { verdict: 'review', reason: 'clan' };
    if (only.index === a.length - 1 && differByArticle(only.left, only.right)) {
      return { verdict: a.length >= LONG_NAME ? 'match' : 'review', reason: 'clanArticle' };
    }
    if (isOneLetterApart(only.left.text, only.right.text)) {
      return { verdict: 'review', reason: 'oneLetter' };
    }
  }
  const sorted = (tokens: Tokens) =>
    tokens
      .map((token) => token.text)
      .toSorted()
      .join('|');
  if (sorted(a) === sorted(b)) return { verdict: 'review', reason: 'order' };
  return { verdict: 'mismatch', reason: 'different' };
}

function compareShorter(shorter: Tokens, longer: Tokens): NameComparison {
  const familyOfShorter = shorter.at(-1);
  const familyOfLonger = longer.at(-1);
  const articleOnly =
    familyOfShorter !== undefined &&
    familyOfLonger !== undefined &&
    differByArticle(familyOfShorter, familyOfLonger);
  const asWritten = articleOnly ? [...shorter.slice(0, -1), familyOfLonger] : shorter;
  if (!areEqual(shorter[0], longer[0]) || !isOrderedSubsequence(asWritten, longer)) {
    return { verdict: 'mismatch', reason: 'different' };
  }
  if (shorter.length <= 2) return { verdict: 'review', reason: 'twoAgainstMore' };
  if (!areEqual(shorter[1], longer[1])) return { verdict: 'review', reason: 'fatherMissing' };
  const long = shorter.length >= LONG_NAME;
  if (articleOnly) return { verdict: long ? 'match' : 'review', reason: 'clanArticle' };
  if (long || areEqual(familyOfShorter, familyOfLonger)) {
    return { verdict: 'match', reason: 'shorterForm' };
  }
  return { verdict: 'review', reason: 'familyMissing' };
}

function areEqual(a: NameToken | undefined, b: NameToken | undefined): boolean {
  return a !== undefined && b !== undefined && a.text === b.text;
}

/** The name without آل or ال. */
function bareName(token: NameToken): string {
  return token.text.replace(/^ال ?/, '');
}

function differByClan(a: NameToken, b: NameToken): boolean {
  return a.clan !== b.clan && bareName(a) === bareName(b);
}

function differByArticle(a: NameToken, b: NameToken): boolean {
  return !a.clan && !b.clan && a.text !== b.text && bareName(a) === bareName(b);
}

function isOrderedSubsequence(part: Tokens, whole: Tokens): boolean {
  let found = 0;
  for (const token of whole) {
    if (areEqual(part[found], token)) found += 1;
  }
  return found === part.length;
}

/** One letter put in, left out or taken for another (a Levenshtein distance of one). */
function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return short.slice(a.length === b.length ? start + 1 : start) === long.slice(start + 1);
}
