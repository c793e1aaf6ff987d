import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { permitted } from './base.ts';

/** Forms of the desk that belong to no case, and of whom somebody may be called away from. */
export const FormScope = z.union([
  z.enum(['contact', 'contact-who', 'complaint', 'complaint-who', 'newCase']),
  /** A new case that a contact becomes, by its id. */
  z.templateLiteral(['newCase/', z.uuid()]),
  /** A question to the social-research officer, by the id of the contact that it is about. */
  z.templateLiteral(['inquiry/', z.uuid()]),
  /** A further question or its withdrawal, and the answer that was heard, by the id of the referral. */
  z.templateLiteral(['inquiryThread/', z.uuid()]),
  z.templateLiteral(['inquiryAnswer/', z.uuid()]),
  /** What was done after a contact, by its id. */
  z.templateLiteral(['followUp/', z.uuid()]),
]);
export type FormScope = z.infer<typeof FormScope>;

/** As JSON; what it means is the form's own, which reads it again with its own schema. `null` drops it. */
const FormBody = z.string().max(60_000);

/** What the person at the desk is writing; nobody else at this desk reads it. Gone when it is recorded. */
export const formDraftsContract = {
  read: permitted('desk.use')
    .input(z.strictObject({ scope: FormScope }))
    .output(z.strictObject({ body: FormBody.nullable() })),
  /** Answers only after the commit. */
  save: permitted('desk.use')
    .input(z.strictObject({ scope: FormScope, body: FormBody }))
    .output(z.strictObject({ savedAt: Instant })),
};
