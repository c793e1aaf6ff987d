import { z } from 'zod';
import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { NewLead } from '#shared/domain/hub/lead.ts';
import { BranchOfficeId, Instant } from '#shared/domain/identity.ts';
import { hqPermitted } from './base.ts';

/** `sent` lies with a branch; what the branch reported, or that it became a case, ends it. */
export const LeadState = z.enum(['open', 'answered', 'sent', 'followedUp', 'case']);
export type LeadState = z.infer<typeof LeadState>;

export const Lead = z.strictObject({
  leadId: ContactId,
  recordedAt: Instant,
  recordedBy: z.string(),
  channel: ContactChannel,
  name: z.string().nullable(),
  phone: z.string().nullable(),
  reach: z.string().nullable(),
  need: z.string(),
  said: z.string(),
  answer: z.string().nullable(),
  branchName: z.string().nullable(),
  sentAt: Instant.nullable(),
  /** What the branch has reported last. */
  outcome: z.string().nullable(),
  /** The case that it became, where headquarters holds it. */
  caseReference: z.string().nullable(),
  state: LeadState,
  /** Where its question to the social-research officer stands; null for none. */
  referral: z.enum(['open', 'answered']).nullable(),
});
export type Lead = z.infer<typeof Lead>;

export const LeadView = z.enum(['open', 'sent', 'all']);
export type LeadView = z.infer<typeof LeadView>;

export const hqLeadsContract = {
  /** What waits first, then the latest. */
  list: hqPermitted('leads.read')
    .route({ method: 'GET', path: '/leads' })
    .input(
      z.strictObject({
        view: LeadView.default('open'),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(1_000).default(50),
      }),
    )
    .output(z.strictObject({ leads: z.array(Lead), next: z.int().nullable(), open: z.int() })),
  /** Branches to which a lead may be sent. */
  branches: hqPermitted('leads.read')
    .route({ method: 'GET', path: '/leads/branches' })
    .output(
      z.strictObject({
        branches: z.array(
          z.strictObject({ branchOfficeId: BranchOfficeId, code: z.string(), name: z.string() }),
        ),
      }),
    ),
  record: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/leads' })
    .input(NewLead)
    .output(Lead),
  answer: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/leads/{leadId}/answer' })
    .input(z.strictObject({ leadId: ContactId, answer: z.string().trim().min(1).max(4000) }))
    .output(Lead),
  /** A task of the branch from its next contact on; once. */
  send: hqPermitted('leads.write')
    .route({ method: 'POST', path: '/leads/{leadId}/send' })
    .input(
      z.strictObject({
        leadId: ContactId,
        branchOfficeId: BranchOfficeId,
        note: z.string().trim().max(2000),
      }),
    )
    .output(Lead),
};
