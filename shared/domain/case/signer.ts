import { z } from 'zod';

/** Who may sign for another, by the answer to `applicantRole`. */
export const ActingRole = z.enum(['guardian', 'agent', 'heirsRepresentative']);
export type ActingRole = z.infer<typeof ActingRole>;

const personName = z.string().min(1).max(400);

/** The deed from which somebody acts for another, as it was recorded and read. */
const deed = z.strictObject({
  documentKey: z.string().regex(/^D\d{1,2}$/),
  number: z.string().min(1).max(200),
});

const acting = {
  name: personName,
  idNumber: z.string().min(1).max(40),
  onBehalfOf: personName,
  deed,
};
/** A choice of the questionnaire's list of relationships: what the signer is to the applicant. */
const relationship = z.string().min(1).max(40);

/** Who signs (P34). Nothing of it is typed at the signature: all comes from answers and documents. */
export const Signer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('applicant'), name: personName }),
  z.strictObject({ kind: z.literal('guardian'), ...acting, relationship }),
  /** `scope`: what the deed allows, a choice of its own form. */
  z.strictObject({ kind: z.literal('agent'), ...acting, scope: z.string().min(1).max(40) }),
  z.strictObject({ kind: z.literal('heirsRepresentative'), ...acting, relationship }),
]);
export type Signer = z.infer<typeof Signer>;
