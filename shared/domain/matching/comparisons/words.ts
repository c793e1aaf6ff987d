import type { ComputedVerdict } from '../matrixRow.ts';
import { finding } from './finding.ts';

/**
 * A word of one list against a word of another (M5, M10): the same, or the table says that the word
 * read supports the word stated.
 */
export function compareWords(
  stated: string,
  read: string,
  table: Readonly<Record<string, readonly string[]>>,
  otherwise: 'mismatch' | 'review',
): ComputedVerdict {
  if (stated === read) return finding('match', 'equal');
  const supported = Object.hasOwn(table, read) ? (table[read] ?? []) : [];
  return supported.includes(stated)
    ? finding('match', 'sameMeaning')
    : finding(otherwise, 'differs');
}

/**
 * What was stated follows from a paper (M10: widowed, from the death certificate of the spouse). A
 * statement of which the paper cannot speak is left alone, unless the paper proves another.
 */
export function compareImplied(
  stated: string,
  read: string,
  proofs: Readonly<Record<string, readonly string[]>>,
): ComputedVerdict {
  const proof = Object.hasOwn(proofs, stated) ? proofs[stated] : undefined;
  if (proof?.includes(read)) return finding('match', 'documentSupports');
  const provesAnother = Object.values(proofs).some((readings) => readings.includes(read));
  return proof !== undefined || provesAnother
    ? finding('mismatch', 'documentDoesNotSupport')
    : finding('notApplicable', 'documentSilent');
}

/** What a person found in a paper that only a person can read (M20); null until they have said it. */
export function compareJudgement(judgement: string | null): ComputedVerdict {
  switch (judgement) {
    case 'supports':
      return finding('match', 'documentSupports');
    case 'doesNotSupport':
      return finding('mismatch', 'documentDoesNotSupport');
    case 'unclear':
      return finding('review', 'documentUnclear');
    default:
      return finding('review', 'readByPerson');
  }
}
