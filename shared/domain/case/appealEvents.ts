import { z } from 'zod';
import { IsoDay } from '../identity.ts';
import { DecisionId } from './decision.ts';
import { ContactChannel } from './vocabulary.ts';

export const AppealId = z.uuid().brand<'AppealId'>();
export type AppealId = z.infer<typeof AppealId>;

const words = z.string().trim().min(1).max(2000);
/** Rows of `supportItems` in the answers. */
const itemIds = z
  .array(z.string().min(1).max(80))
  .min(1)
  .max(60)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'itemTwice' });

/** What a person says in an appeal (N9), taken down at a branch or at headquarters. */
export const AppealSaid = z.strictObject({
  decisionId: DecisionId,
  itemIds,
  channel: ContactChannel,
  filedOn: IsoDay,
  /** Why, in their own words. */
  grounds: words,
  /** What they bring that the committee had not seen; null where it is nothing. */
  newDocuments: words.nullable(),
  /** Why it is taken after its last day; null within it. */
  lateReason: words.nullable(),
});
export type AppealSaid = z.infer<typeof AppealSaid>;

/** What came in answer to what deferred items wait for. */
export const DeferralAnswerSaid = z.strictObject({ decisionId: DecisionId, itemIds, text: words });
export type DeferralAnswerSaid = z.infer<typeof DeferralAnswerSaid>;

/** What follows on a decision that was not the last word; written at branches and at headquarters. */
export const APPEAL_EVENT_PAYLOADS = {
  appealFiled: AppealSaid.extend({
    appealId: AppealId,
    /** As it is printed on the decision that it is against. */
    decisionNumber: z.string().min(1).max(40),
    place: z.enum(['branch', 'headquarters']),
  }),
  /** What the committee asked for before it looks at deferred items again is there. */
  deferralAnswered: DeferralAnswerSaid,
} as const;
