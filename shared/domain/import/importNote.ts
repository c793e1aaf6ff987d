import { z } from 'zod';

/**
 * What whoever imports should know, and what holds nothing up: an account or a telephone that another
 * file has too, and a paper that ran out after the submission, which is the officer's to weigh.
 */
export const ImportNote = z.strictObject({
  code: z.enum(['perhapsKnown', 'expiredSince']),
  /** The kind of identifier, or the document. */
  at: z.string().max(400),
  /** The reference of the other case, where there is one. */
  other: z.string().max(40).nullable(),
});
export type ImportNote = z.infer<typeof ImportNote>;
