import { z } from 'zod';
import { AnswerHeard, Appointment, ReferralId, ReferralReason } from '../case/referral.ts';
import { ActorId, Instant, IsoDay } from '../identity.ts';
import { ContactId } from './contactEvents.ts';

/** Why what somebody asked goes to the social-research officer before there is a case (P33). */
export const INQUIRY_REASONS = [
  'procedureUnclear',
  'documentMissing',
  'noIdentityDocument',
  'other',
] as const satisfies readonly ReferralReason[];

const said = z.string().trim().min(1).max(2000);

/** One word of the thread; sent a second time under the same id, as to a branch that joins, it counts once. */
const entry = { referralId: ReferralId, entryId: z.uuid() };

/** Referral of an inquiry, or of a lead of headquarters: the same thread as a case's, on a contact. */
export const INQUIRY_EVENT_PAYLOADS = {
  inquiryReferred: z.strictObject({
    ...entry,
    contactId: ContactId,
    reason: z.enum(INQUIRY_REASONS),
    question: said,
    askedOn: IsoDay,
    appointment: Appointment.nullable(),
  }),
  inquiryQuestionAdded: z.strictObject({ ...entry, question: said, askedOn: IsoDay }),
  inquiryAnswered: z.strictObject({
    ...entry,
    /** The officer's name. */
    answeredBy: z.string().trim().min(1).max(200),
    heard: AnswerHeard,
    answeredOn: IsoDay,
    text: said,
  }),
  /** The question has settled itself. */
  inquiryWithdrawn: z.strictObject({ ...entry, reason: said }),
} as const;

export type InquiryEventKind = keyof typeof INQUIRY_EVENT_PAYLOADS;
export const INQUIRY_EVENT_KINDS = Object.keys(
  INQUIRY_EVENT_PAYLOADS,
) as readonly InquiryEventKind[];

export const InquiryEntry = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('question'),
    entryId: z.uuid(),
    actorId: ActorId,
    on: IsoDay,
    text: z.string(),
  }),
  z.strictObject({
    kind: z.literal('answer'),
    entryId: z.uuid(),
    by: z.string(),
    heard: AnswerHeard,
    on: IsoDay,
    text: z.string(),
  }),
  z.strictObject({ kind: z.literal('withdrawal'), entryId: z.uuid(), text: z.string() }),
]);
export type InquiryEntry = z.infer<typeof InquiryEntry>;

export const InquiryReferral = z.strictObject({
  referralId: ReferralId,
  contactId: ContactId,
  reason: ReferralReason,
  appointment: Appointment.nullable(),
  askedBy: ActorId,
  askedAt: Instant,
  thread: z.array(InquiryEntry).min(1),
});
export type InquiryReferral = z.infer<typeof InquiryReferral>;

/** An event of a referral as any journal holds it. */
export interface InquiryEvent {
  readonly kind: string;
  readonly at: string;
  readonly actorId: string;
  readonly payload: unknown;
}

/** Where a referral stands: its last word says it. */
export type InquiryStanding = 'open' | 'answered' | 'withdrawn';

export function inquiryStanding({ thread }: Pick<InquiryReferral, 'thread'>): InquiryStanding {
  switch (thread.at(-1)?.kind) {
    case 'answer':
      return 'answered';
    case 'withdrawal':
      return 'withdrawn';
    default:
      return 'open';
  }
}

export function countInquiryAnswers({ thread }: Pick<InquiryReferral, 'thread'>): number {
  return thread.filter(({ kind }) => kind === 'answer').length;
}

/**
 * The referral after one more event; null where there is none yet. What is there already, and what
 * belongs to no referral that is known here, changes nothing.
 * @throws ZodError for a payload that is not of its kind
 */
export function reduceInquiry(
  referral: InquiryReferral | null,
  { kind, at, actorId, payload }: InquiryEvent,
): InquiryReferral | null {
  switch (kind) {
    case 'inquiryReferred': {
      if (referral !== null) return referral;
      const asked = INQUIRY_EVENT_PAYLOADS.inquiryReferred.parse(payload);
      const { referralId, contactId, reason, appointment, entryId, askedOn, question } = asked;
      const askedBy = ActorId.parse(actorId);
      return {
        referralId,
        contactId,
        reason,
        appointment,
        askedBy,
        askedAt: Instant.parse(at),
        thread: [{ kind: 'question', entryId, actorId: askedBy, on: askedOn, text: question }],
      };
    }
    case 'inquiryQuestionAdded': {
      const { entryId, question, askedOn } =
        INQUIRY_EVENT_PAYLOADS.inquiryQuestionAdded.parse(payload);
      const by = ActorId.parse(actorId);
      return withEntry(referral, {
        kind: 'question',
        entryId,
        actorId: by,
        on: askedOn,
        text: question,
      });
    }
    case 'inquiryAnswered': {
      const { entryId, answeredBy, heard, answeredOn, text } =
        INQUIRY_EVENT_PAYLOADS.inquiryAnswered.parse(payload);
      return withEntry(referral, {
        kind: 'answer',
        entryId,
        by: answeredBy,
        heard,
        on: answeredOn,
        text,
      });
    }
    case 'inquiryWithdrawn': {
      const { entryId, reason } = INQUIRY_EVENT_PAYLOADS.inquiryWithdrawn.parse(payload);
      return withEntry(referral, { kind: 'withdrawal', entryId, text: reason });
    }
    default:
      return referral;
  }
}

function withEntry(referral: InquiryReferral | null, entry: InquiryEntry): InquiryReferral | null {
  if (referral === null || referral.thread.some(({ entryId }) => entryId === entry.entryId)) {
    return referral;
  }
  return { ...referral, thread: [...referral.thread, entry] };
}
