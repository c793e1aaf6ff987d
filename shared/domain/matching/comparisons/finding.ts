import type { Verdict } from '../../case/vocabulary.ts';
import type { ComputedVerdict } from '../matrixRow.ts';
import type { ReasonCode, ReasonParams } from '../reasonCodes.ts';

export function finding(
  verdict: Verdict,
  reasonCode: ReasonCode,
  params: ReasonParams = {},
): ComputedVerdict {
  return { verdict, reasonCode, params };
}

/** From the best to the worst: a row of several parts is as good as its worst part. */
const SEVERITY: readonly Verdict[] = [
  'notApplicable',
  'match',
  'matchWithTolerance',
  'review',
  'illegible',
  'notPresented',
  'mismatch',
];

/** The first of the best findings. @throws RangeError for an empty list */
export function bestOf(findings: readonly ComputedVerdict[]): ComputedVerdict {
  const [first, ...others] = findings;
  if (first === undefined) throw new RangeError('no findings');
  return others.reduce(
    (best, one) => (SEVERITY.indexOf(one.verdict) < SEVERITY.indexOf(best.verdict) ? one : best),
    first,
  );
}

/** The first of the worst findings. @throws RangeError for an empty list */
export function worstOf(findings: readonly ComputedVerdict[]): ComputedVerdict {
  const [first, ...others] = findings;
  if (first === undefined) throw new RangeError('no findings');
  return others.reduce(
    (worst, one) => (SEVERITY.indexOf(one.verdict) > SEVERITY.indexOf(worst.verdict) ? one : worst),
    first,
  );
}
