import { z } from 'zod';
import { DocumentKey } from '#shared/domain/case/caseKeys.ts';
import { IsoDay } from '#shared/domain/identity.ts';

/** What is to be awaited; whoever takes it names it, and says why, from the rules of the case. */
export const AwaitedRequest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('document'), documentKey: DocumentKey }),
  z.strictObject({ kind: z.literal('answer'), path: z.string().max(400) }),
  z.strictObject({ kind: z.literal('other'), text: z.string().trim().min(1).max(400) }),
]);
export type AwaitedRequest = z.infer<typeof AwaitedRequest>;

/** A list of what is awaited, by when, and where it is handed in. */
export const LeftIncompleteRequest = z.strictObject({
  items: z.array(AwaitedRequest).min(1).max(60),
  dueOn: IsoDay,
  place: z.string().trim().min(1).max(200),
});
export type LeftIncompleteRequest = z.infer<typeof LeftIncompleteRequest>;
