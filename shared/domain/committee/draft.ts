import { z } from 'zod';
import { FundingSource, RejectionCode } from '../case/decision.ts';

const typed = z.string().max(40);
const text = z.string().max(2000);

/** What is typed of one item before it is put to the vote; every choice stays when the outcome is changed. */
export const ItemDraft = z.strictObject({
  itemId: z.string().min(1).max(80),
  outcome: z.enum(['accepted', 'rejected', 'deferred']).nullable(),
  amount: typed,
  quantity: typed,
  monthly: z.boolean(),
  months: typed,
  fundingSource: FundingSource.nullable(),
  conditions: text,
  code: RejectionCode.nullable(),
  reason: text,
  awaited: text,
  /** A day as it stands in the boxes of a day field. */
  until: typed,
});
export type ItemDraft = z.infer<typeof ItemDraft>;
