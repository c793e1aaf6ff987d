import { z } from 'zod';
import { IsoDay } from '../identity.ts';

export const DecisionId = z.uuid().brand<'DecisionId'>();
export type DecisionId = z.infer<typeof DecisionId>;

/** Why an item is not accepted, by its name in the settings (policy, section 9). Never "untruthful". */
export const RejectionCode = z
  .string()
  .regex(/^[a-z][A-Za-z]{1,39}$/)
  .refine((code) => code !== 'untruthful', { error: 'notAllowed' });
export type RejectionCode = z.infer<typeof RejectionCode>;

/** Where the money of an item comes from; zakat is kept apart. */
export const FundingSource = z.enum(['zakat', 'sadaqa', 'restricted']);
export type FundingSource = z.infer<typeof FundingSource>;

export const SupportPeriod = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once') }),
  z.strictObject({ kind: z.literal('monthly'), months: z.int().min(1).max(60) }),
]);
export type SupportPeriod = z.infer<typeof SupportPeriod>;

const plainText = z.string().trim().min(1).max(2000);
/** The row of `supportItems` in the answers. */
const SupportItemId = z.string().min(1).max(80);
/** Halalas. */
const amount = z.int().min(1).max(10_000_000_000);

/** What was decided of one support item; the state of the case follows from all of them. */
export const SupportItemDecision = z.discriminatedUnion('outcome', [
  z.strictObject({
    itemId: SupportItemId,
    outcome: z.literal('accepted'),
    /** A month's, where the period is monthly; null for support in kind. Halalas. */
    amount: amount.nullable(),
    quantity: z.int().min(1).max(100_000).nullable(),
    period: SupportPeriod,
    fundingSource: FundingSource,
    conditions: plainText.nullable(),
    reason: plainText.nullable(),
  }),
  z.strictObject({
    itemId: SupportItemId,
    outcome: z.literal('rejected'),
    code: RejectionCode,
    reason: plainText,
  }),
  z.strictObject({
    itemId: SupportItemId,
    outcome: z.literal('deferred'),
    reason: plainText,
    /** What has to be there before it is looked at again. */
    awaited: plainText,
    /** When it comes back at the latest; null where that is open. */
    until: IsoDay.nullable(),
  }),
]);
export type SupportItemDecision = z.infer<typeof SupportItemDecision>;

/** A decision as it is told to the beneficiary (N5). */
export const DecisionContent = z
  .strictObject({
    decisionId: DecisionId,
    /** As it is printed, and never given twice: `D-2026-000123`. */
    number: z.string().min(1).max(40),
    decidedOn: IsoDay,
    items: z.array(SupportItemDecision).min(1).max(60),
    /** Days after the notice in which an appeal may be filed. */
    appealDays: z.int().min(1).max(365),
    /** The decision that this one was made about, on appeal. */
    reviewOf: DecisionId.nullable(),
  })
  .refine(({ items }) => new Set(items.map(({ itemId }) => itemId)).size === items.length, {
    error: 'itemTwice',
  });
export type DecisionContent = z.infer<typeof DecisionContent>;

/** One accepted item makes the case accepted; else one that is deferred keeps it open. */
export function outcomeOf(
  items: readonly SupportItemDecision[],
): 'accepted' | 'rejected' | 'deferred' {
  if (items.some(({ outcome }) => outcome === 'accepted')) return 'accepted';
  return items.some(({ outcome }) => outcome === 'deferred') ? 'deferred' : 'rejected';
}

/**
 * What stands of several decisions on one case, the oldest first: each later one takes the place of what
 * was said before of the items that it names, and leaves the others as they are.
 */
export function standingItemsOf(
  decisions: readonly { readonly items: readonly SupportItemDecision[] }[],
): readonly SupportItemDecision[] {
  const standing = new Map<string, SupportItemDecision>();
  for (const { items } of decisions) for (const item of items) standing.set(item.itemId, item);
  return [...standing.values()];
}
