import { z } from 'zod';
import { ContactChannel } from '../case/vocabulary.ts';
import { ContactId } from '../contacts/contactEvents.ts';
import { BranchOfficeId } from '../identity.ts';

const short = z.string().trim().max(200);
const long = z.string().trim().max(4000);

/** Somebody has to be reachable: by name and number, or in whatever way they wrote. */
const leadFields = {
  channel: ContactChannel,
  name: short.nullable(),
  phone: z.string().trim().max(40).nullable(),
  /** How else they are reached: an address, an account, a relative. */
  reach: short.nullable(),
  need: short.min(1),
  said: long,
};

export const NewLead = z
  .strictObject(leadFields)
  .refine(({ name, phone, reach }) => [name, phone, reach].some((each) => (each ?? '') !== ''));
export type NewLead = z.infer<typeof NewLead>;

/**
 * A lead is a contact that began at headquarters (policy, ways in): under the same id it becomes a task
 * of a branch, whose interview continues it.
 */
export const LEAD_EVENT_PAYLOADS = {
  leadRecorded: z.strictObject({ leadId: ContactId, ...leadFields }),
  leadAnswered: z.strictObject({ leadId: ContactId, answer: long.min(1) }),
  leadSent: z.strictObject({
    leadId: ContactId,
    branchOfficeId: BranchOfficeId,
    /** What headquarters asks of the branch, beside what the person said. */
    note: long,
  }),
} as const;
