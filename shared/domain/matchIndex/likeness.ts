import type { KnownStrength } from '../case/knownEvents.ts';

/**
 * Bits in which two codes of one person differ at the most as a rule, written down with care and without:
 * `npm run bench -- matching` says how often either holds, and how often somebody else is as near.
 */
const SURE_BITS = 44;
export const REVIEW_BITS = 62;

/** How like two codes are; null for not at all. */
export function likenessOf(apart: number): Exclude<KnownStrength, 'none'> | null {
  if (apart <= SURE_BITS) return 'sure';
  return apart <= REVIEW_BITS ? 'review' : null;
}
