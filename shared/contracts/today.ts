import { z } from 'zod';
import { CaseDue } from '#shared/domain/case/caseDue.ts';
import { Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';
import { CaseSummary } from './cases.ts';
import { Contact } from './contacts.ts';

export const DueRow = z.strictObject({
  case: CaseSummary,
  due: CaseDue,
  /** What the document is called, for a row about one. */
  paperName: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
});
export type DueRow = z.infer<typeof DueRow>;

export const todayContract = {
  get: permitted('case.read').output(
    z.strictObject({
      /** Cases before submission, the last touched first; at most 50 of `draftTotal`. */
      drafts: z.array(CaseSummary),
      draftTotal: z.int(),
      /** Submitted here and waiting for headquarters' receipt; at most 20 of `waitingTotal`. */
      waiting: z.array(CaseSummary),
      waitingTotal: z.int(),
      /** Cases whose `replyNotBefore` has come. */
      replyDue: z.array(CaseSummary),
      /** What is due of other kinds, the first day first; at most 20 of each kind. */
      due: z.array(DueRow),
      /** How many more there are than `due` holds. */
      dueHidden: z.int(),
      /** Contacts of which somebody is to report back by today, the longest due first; at most 20. */
      followUps: z.array(Contact),
      /** All contacts of which somebody is to report back, whenever. */
      contactsWaiting: z.int(),
    }),
  ),
};

/** The line on top of every screen: always visible, always true. */
export const Safety = z.strictObject({
  /** Submitted cases that headquarters has not receipted; drafts stay here and do not count. */
  casesWaiting: z.int(),
  eventsWaiting: z.int(),
  oldestWaitingAt: Instant.nullable(),
  drafts: z.int(),
  /** Null until this laptop has first been in contact with headquarters. */
  lastContactAt: Instant.nullable(),
  /** At this moment something travels to headquarters. */
  sending: z.boolean(),
  lastSavedAt: Instant.nullable(),
  /** The last write to the side file failed: what is saved is saved, its witness is not. */
  headNotRecorded: z.boolean(),
  readOnly: z.boolean(),
  /** Counts up with every event that comes from elsewhere: what is shown is then read again. */
  arrivals: z.int(),
});
export type Safety = z.infer<typeof Safety>;

export const safetyContract = {
  get: permitted('desk.use').output(Safety),
};
