import type { ComputedVerdict } from '../matrixRow.ts';
import { finding } from './finding.ts';
import { likenessOf, normalizePlace, type PlaceRule } from './places.ts';

/**
 * Names of schools, levels and businesses (M21, M24), compared as places are: letters folded, words
 * that only say what a thing is dropped, the likest of several spellings counted.
 */
export function compareTexts(
  stated: readonly string[],
  read: string,
  rule: PlaceRule & { readonly otherwise: 'mismatch' | 'review' },
): ComputedVerdict {
  const text = normalizePlace(read, rule.drop);
  const likeness = Math.max(
    0,
    ...stated.map((one) => likenessOf(normalizePlace(one, rule.drop), text)),
  );
  const similarity = Math.floor(likeness * 100);
  if (likeness === 1) return finding('match', 'equal');
  if (similarity >= rule.match) return finding('match', 'textAlike', { similarity });
  if (similarity >= rule.review) return finding('review', 'textSimilar', { similarity });
  return finding(rule.otherwise, 'textDiffers', { similarity });
}
