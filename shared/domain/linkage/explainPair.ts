import { z } from 'zod';
import type { LinkageField } from './fields.ts';
import {
  DIFFERENT,
  DISPLACED,
  EQUAL_RARE,
  isEqualLevel,
  MISSING,
  NEAR,
  SIMILAR,
  VARIANT,
} from './levels.ts';

/** How a field of two records agrees, in words that stay when levels change. */
export const Agreement = z.enum([
  'unknown',
  'equalRare',
  'equal',
  'variant',
  'similar',
  'displaced',
  'near',
  'different',
]);
export type Agreement = z.infer<typeof Agreement>;

/** What a field says about the question whether two records are one person. */
export interface FieldEvidence {
  readonly field: string;
  readonly kind: LinkageField['kind'];
  readonly agreement: Agreement;
  /**
   * In bits: by how much the odds rise or fall through this field beside all others. A father's name in
   * common weighs little where siblings explain it as well.
   */
  readonly weight: number;
}

export interface PairExplanation {
  readonly probability: number;
  /** In bits, of all fields together. */
  readonly weight: number;
  /** In the order of the fields; those that neither record tells are left out. */
  readonly fields: readonly FieldEvidence[];
}

export function agreementOf(level: number): Agreement {
  if (level === EQUAL_RARE) return 'equalRare';
  if (isEqualLevel(level)) return 'equal';
  switch (level) {
    case VARIANT:
      return 'variant';
    case SIMILAR:
      return 'similar';
    case DISPLACED:
      return 'displaced';
    case NEAR:
      return 'near';
    case DIFFERENT:
      return 'different';
    default:
      return 'unknown';
  }
}

/**
 * `logOddsOf` gives the odds of levels, with or without some of them. A field that `isTold` says both have,
 * although it is MISSING, was exchanged with another, which carries the weight of both.
 */
export function explainLevels(
  fields: readonly LinkageField[],
  levels: Uint8Array,
  isTold: (field: number) => boolean,
  logOddsOf: (levels: Uint8Array) => number,
): PairExplanation {
  const logOdds = logOddsOf(levels);
  const nothing = logOddsOf(new Uint8Array(levels.length));
  return {
    probability: 1 / (1 + Math.exp(-logOdds)),
    weight: (logOdds - nothing) / Math.LN2,
    fields: fields.flatMap(({ key, kind }, index): FieldEvidence[] => {
      const level = levels[index] ?? MISSING;
      if (level === MISSING) {
        return isTold(index) ? [{ field: key, kind, agreement: 'displaced', weight: 0 }] : [];
      }
      const without = logOddsOf(levels.with(index, MISSING));
      return [
        {
          field: key,
          kind,
          agreement: agreementOf(level),
          weight: (logOdds - without) / Math.LN2,
        },
      ];
    }),
  };
}
