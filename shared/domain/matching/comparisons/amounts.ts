import type { ComputedVerdict } from '../matrixRow.ts';
import { finding } from './finding.ts';

export interface AmountTolerance {
  readonly percent: number;
  readonly halalas: number;
  readonly otherwise: 'mismatch' | 'review';
}

/**
 * Within the larger of a share of the document's amount and a fixed sum (M14: max(1 %, SAR 50), M16:
 * max(2 %, SAR 20)). The border itself is within. Amounts in halalas; no fraction is ever rounded.
 */
export function compareAmounts(
  stated: number,
  read: number,
  tolerance: AmountTolerance,
): ComputedVerdict {
  const differenceHalalas = Math.abs(stated - read);
  if (differenceHalalas === 0) return finding('match', 'equal');
  const share = Math.floor((Math.abs(read) * tolerance.percent) / 100);
  const allowedHalalas = Math.max(share, tolerance.halalas);
  const params = { differenceHalalas, allowedHalalas };
  return differenceHalalas <= allowedHalalas
    ? finding('matchWithTolerance', 'withinTolerance', params)
    : finding(tolerance.otherwise, 'beyondTolerance', params);
}

/** Equal counts, or a person says why they differ (M17). */
export function compareCounts(
  stated: number,
  read: number,
  otherwise: 'mismatch' | 'review',
): ComputedVerdict {
  return stated === read
    ? finding('match', 'equal')
    : finding(otherwise, 'countDiffers', { stated, read });
}
