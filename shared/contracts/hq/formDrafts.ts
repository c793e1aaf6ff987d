import { z } from 'zod';
import { Instant } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

/** Of one form of headquarters: its name, and the ids of what it is about. */
export const HqFormScope = z
  .string()
  .max(120)
  .regex(/^[a-z][A-Za-z]*(?:\.[0-9a-f-]{1,36}){0,2}$/);

/** The fields of the form by name, as they stand on the screen. */
export const HqFormFields = z
  .record(z.string().max(120), z.string().max(20_000))
  .refine((fields) => Object.keys(fields).length <= 200);
export type HqFormFields = z.infer<typeof HqFormFields>;

export const HqFormDraft = z.strictObject({
  scope: HqFormScope,
  fields: HqFormFields,
  savedAt: Instant,
});
export type HqFormDraft = z.infer<typeof HqFormDraft>;

/** What somebody writes and has not recorded: kept at headquarters, theirs alone, dropped once recorded. */
export const hqFormDraftsContract = {
  own: hqPermitted('hq.use')
    .route({ method: 'GET', path: '/form-drafts' })
    .output(z.strictObject({ drafts: z.array(HqFormDraft) })),
  /** Answers only after the commit. */
  save: hqPermitted('hq.use')
    .route({ method: 'POST', path: '/form-drafts' })
    .input(z.strictObject({ scope: HqFormScope, fields: HqFormFields }))
    .output(z.strictObject({ savedAt: Instant })),
  drop: hqPermitted('hq.use')
    .route({ method: 'POST', path: '/form-drafts/drop' })
    .input(z.strictObject({ scope: HqFormScope }))
    .output(z.void()),
};
