import { z } from 'zod';
import { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { CASE_EVENT_PAYLOADS, CaseEvent, VersionedName } from '#shared/domain/case/caseEvent.ts';
import { Stroke } from '#shared/domain/case/drawnMark.ts';
import { KnownPersonAnswer } from '#shared/domain/case/knownEvents.ts';
import { MarkKind, SigningLevel } from '#shared/domain/case/signing.ts';
import {
  CaseStatus,
  ContactChannel,
  InitiatedBy,
  SpokenLanguage,
} from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { ActorId, BeneficiaryId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { CaseExport } from '#shared/protocol/caseExport.ts';
import { Appended, CaseInput, permitted } from './base.ts';

const drawn = z.array(Stroke).max(400);

/** The signing as far as it has come: whose marks are drawn, and what was typed about the people. */
export const SigningDraft = z.strictObject({
  level: SigningLevel,
  by: MarkKind,
  shelf: z.string().max(120),
  marks: z.strictObject({ signer: drawn, witness: drawn, interpreter: drawn }),
  /** Width divided by height of the pad. */
  aspect: z.number().min(0.1).max(10),
  witness: z.strictObject({
    by: z.enum(['idNumber', 'employee']),
    name: z.string().max(200),
    idNumber: z.string().max(40),
    employee: z.string().max(60),
  }),
  interpreter: z.strictObject({ name: z.string().max(200), affirmed: z.boolean() }),
});
export type SigningDraft = z.infer<typeof SigningDraft>;

/** What is being worked on and is not an event yet; kept through a crash, gone when its page is left. */
export const DraftBody = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('answers'), patches: z.array(AnswerPatch).max(2000) }),
  z.strictObject({ kind: z.literal('signing'), signing: SigningDraft }),
  /** A half-written form of the desk's own, such as a referral: what stands in its fields, by name. */
  z.strictObject({
    kind: z.literal('form'),
    values: z.record(z.string().max(80), z.string().max(4000)),
  }),
]);
export type DraftBody = z.infer<typeof DraftBody>;

/** A section of the questionnaire by its key (`sectionKey`), a document's key, `declaration`, or a form (`formActionOf`). */
export const DraftScope = z
  .string()
  .max(60)
  .regex(/^[A-Za-z][A-Za-z0-9]*(\/[A-Za-z0-9-]+)?$/);
export type DraftScope = z.infer<typeof DraftScope>;

export const Draft = z.strictObject({ scope: DraftScope, body: DraftBody, savedAt: Instant });
export type Draft = z.infer<typeof Draft>;

/** A case as the desk hands it over: its events, reduced by the same reducer on both sides. */
export const CaseFile = z.strictObject({
  events: z.array(CaseEvent),
  drafts: z.array(Draft),
  /** Names of the people who acted on it. */
  people: z.record(ActorId, z.string()),
  /** Sequence up to which headquarters has given its receipt for this device; null for none yet. */
  receiptedThrough: z.int().nullable(),
});
export type CaseFile = z.infer<typeof CaseFile>;

export const CaseSummary = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  status: CaseStatus,
  beneficiaryId: BeneficiaryId,
  applicantName: z.string().nullable(),
  maskedId: z.string().nullable(),
  openedAt: Instant,
  updatedAt: Instant,
  submittedAt: Instant.nullable(),
  replyNotBefore: IsoDay.nullable(),
  signatureVoided: z.boolean(),
  /** What a case that was left incomplete waits for, the first few by name, and until when. */
  awaiting: z
    .strictObject({
      dueOn: IsoDay,
      names: z.array(z.strictObject({ ar: z.string(), en: z.string() })),
      count: z.int(),
    })
    .nullable(),
  /** The question that lies with the social-research officer, cut short for a line. */
  referral: z.strictObject({ question: z.string(), appointmentOn: IsoDay.nullable() }).nullable(),
  hasDraft: z.boolean(),
  /** False while events of this case wait for headquarters' receipt. */
  receipted: z.boolean(),
});
export type CaseSummary = z.infer<typeof CaseSummary>;

/** How the list of cases goes: the last changed first, by the day of opening, or by name. */
export const CaseOrder = z.enum(['changed', 'openedLast', 'openedFirst', 'name']);
export type CaseOrder = z.infer<typeof CaseOrder>;

export const casesContract = {
  open: permitted('case.write')
    .input(
      z.strictObject({
        channel: ContactChannel,
        initiatedBy: InitiatedBy,
        /** A known person's file; null makes a new one. */
        beneficiaryId: BeneficiaryId.nullable(),
        /** What was typed into "do we know this person?", so that it is not asked twice. */
        stated: z.array(AnswerPatch).max(20),
        /** The contact that becomes this case; what was asked and answered goes along. */
        contactId: ContactId.nullable().optional(),
        /** What was answered to those who were found for what was stated: people who are not meant. */
        known: z.array(KnownPersonAnswer).max(20).optional(),
      }),
    )
    .output(z.strictObject({ caseId: CaseId })),
  get: permitted('case.read').input(CaseInput).output(CaseFile),
  list: permitted('case.read')
    .input(
      z.strictObject({
        status: z.array(CaseStatus).max(30).optional(),
        /** A choice of the form's `familyCategory`. */
        category: z.string().min(1).max(80).optional(),
        /** A kind of support that is asked for, among others. */
        support: z.string().min(1).max(80).optional(),
        /** Opened on this Asia/Riyadh day or later; and on this or earlier. */
        since: IsoDay.optional(),
        until: IsoDay.optional(),
        /** Only what somebody must do something about. */
        attention: z.boolean().default(false),
        order: CaseOrder.default('changed'),
        offset: z.int().min(0).default(0),
        limit: z.int().min(1).max(200).default(50),
      }),
    )
    .output(z.strictObject({ cases: z.array(CaseSummary), total: z.int() })),
  /** Finds by a typed reference or by the text of a paper's QR; `paperNotFound` when it is not here. */
  findByPaper: permitted('case.read')
    .input(z.strictObject({ text: z.string().max(300) }))
    .output(z.strictObject({ caseId: CaseId })),
  showPrivacyNotice: permitted('case.write')
    .input(CaseInput.extend({ text: VersionedName, language: SpokenLanguage }))
    .output(Appended),
  explainServices: permitted('case.write')
    .input(CaseInput.extend({ text: VersionedName, language: SpokenLanguage }))
    .output(Appended),
  recordInquiry: permitted('case.write')
    .input(CaseInput.extend(CASE_EVENT_PAYLOADS.inquiryRecorded.omit({ inquiryId: true }).shape))
    .output(Appended),
  confirmInquiries: permitted('case.write').input(CaseInput).output(Appended),
  export: permitted('case.export').input(CaseInput).output(CaseExport),
};
