import { stripBidi, toAsciiDigits } from '../../identifiers/digits.ts';
import { foldArabicLetters } from '../../names/arabicSpelling.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import { finding } from './finding.ts';

export interface PlaceRule {
  /** Hundredths from which two places match, and from which a person looks. */
  readonly match: number;
  readonly review: number;
  /** Words that only say what a place is: حي، شارع، طريق، مدينة. */
  readonly drop: readonly string[];
}

/**
 * Letters folded as in names; generic words dropped, and the article of each word too, since two
 * letters that all districts share would make الشوقية and الشرقية one.
 */
export function normalizePlace(text: string, drop: readonly string[]): string {
  const dropped = new Set(drop.map(foldLetters));
  return foldLetters(text)
    .split(' ')
    .filter((word) => word !== '' && !dropped.has(word) && !dropped.has(withoutArticle(word)))
    .map(withoutArticle)
    .join(' ');
}

function foldLetters(text: string): string {
  return foldArabicLetters(toAsciiDigits(stripBidi(text.normalize('NFKC'))))
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutArticle(word: string): string {
  return word.length > 4 && word.startsWith('ال') ? word.slice(2) : word;
}

/**
 * Compares places (M13). `stated` may be several spellings of one place, such as a choice in both
 * languages: the likest counts. Likeness is the share of letters that stay under the optimal string
 * alignment distance (Damerau: a swap of neighbours is one slip). Not Jaro-Winkler: districts of one
 * city share their beginnings, for which it gives a bonus.
 */
export function comparePlaces(
  stated: readonly string[],
  read: string,
  rule: PlaceRule,
): ComputedVerdict {
  const place = normalizePlace(read, rule.drop);
  const likeness = Math.max(
    0,
    ...stated.map((one) => likenessOf(normalizePlace(one, rule.drop), place)),
  );
  const similarity = Math.floor(likeness * 100);
  if (likeness === 1) return finding('match', 'equal');
  if (similarity >= rule.match) return finding('match', 'placeAlike', { similarity });
  if (similarity >= rule.review) return finding('review', 'placeSimilar', { similarity });
  return finding('mismatch', 'placeDiffers', { similarity });
}

/** 0 to 1; two empty texts say nothing and are not alike. */
export function likenessOf(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - alignmentDistance(a, b) / longest;
}

/** Longer texts are compared by their beginning, so that a pasted page cannot stop the desk. */
const LONGEST_COMPARED = 200;

function alignmentDistance(first: string, second: string): number {
  const a = first.slice(0, LONGEST_COMPARED);
  const b = second.slice(0, LONGEST_COMPARED);
  const cut = Math.max(first.length - a.length, second.length - b.length);
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let best = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (swapped) best = Math.min(best, (beforeLast[column - 2] ?? 0) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return (last[b.length] ?? 0) + cut;
}
