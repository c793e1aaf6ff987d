import { z } from 'zod';
import { rowsOf } from '#shared/domain/answers/answerSet.ts';
import { riyadhDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import {
  type ApplicantIdentity,
  applicantOf,
  type SearchKey,
  searchKeysOf,
  textAnswer,
} from '#shared/domain/case/applicantIdentity.ts';
import { isOver } from '#shared/domain/case/caseDue.ts';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';
import { isReferralOpen } from '#shared/domain/case/reduceReferral.ts';
import type { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { type BeneficiaryId, type CaseId, type Instant, IsoDay } from '#shared/domain/identity.ts';

/** So many things that are awaited are named in a list. */
const MOST_NAMES = 4;

/** How far a case has come, in numbers for a list. */
export const CaseProgress = z.strictObject({
  noticeShown: z.boolean(),
  servicesExplained: z.boolean(),
  inquiriesConfirmed: z.boolean(),
  answered: z.int(),
  conflicts: z.int(),
  documents: z.int(),
  verdicts: z.int(),
  signed: z.boolean(),
  papers: z.int(),
  /** What a case that was left incomplete still waits for; null for one that is not. */
  awaiting: z
    .strictObject({
      dueOn: IsoDay,
      /** Names of what has not come, the first few. */
      names: z.array(z.strictObject({ ar: z.string(), en: z.string() })).max(MOST_NAMES),
      count: z.int(),
    })
    .nullable(),
  /** The first question that lies with the social-research officer; null for none. */
  referral: z.strictObject({ question: z.string(), appointmentOn: IsoDay.nullable() }).nullable(),
});
export type CaseProgress = z.infer<typeof CaseProgress>;

/** Everything that lists and search keep of a case: a pure function of its state. */
export interface CaseProjection {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly beneficiaryId: BeneficiaryId;
  readonly applicant: ApplicantIdentity;
  /** All but the last four characters hidden, as papers print it. */
  readonly idMasked: string | null;
  readonly progress: CaseProgress;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly replyNotBefore: IsoDay | null;
  /** The last declaration was voided by a later change, and none stands (P34). */
  readonly declarationVoid: boolean;
  /** The Asia/Riyadh day on which it was opened, as days since 1970-01-01. */
  readonly openedDay: number;
  /** The family's category as it was stated; empty while it was not. */
  readonly category: string;
  /** Kinds of support asked for, each once, between spaces: ` cash food `; empty while none is. */
  readonly supports: string;
  /** Nothing more comes of this request. */
  readonly isOver: boolean;
  /** Without repetition, sorted. */
  readonly searchKeys: readonly SearchKey[];
}

export function projectCase(state: CaseState): CaseProjection {
  const applicant = applicantOf(state);
  return {
    caseId: state.caseId,
    reference: state.reference,
    status: state.status,
    beneficiaryId: state.beneficiaryId,
    applicant,
    idMasked: applicant.idNumber === null ? null : maskIdentifier(applicant.idNumber),
    progress: {
      noticeShown: state.privacyNotice !== null,
      servicesExplained: state.servicesExplained !== null,
      inquiriesConfirmed: state.inquiriesConfirmed !== null,
      answered: Object.keys(state.answers.values).length,
      conflicts: Object.keys(state.conflicts).length,
      documents: Object.keys(state.documents).length,
      verdicts: Object.keys(state.verdicts).length,
      signed: standingDeclaration(state) !== null,
      papers: state.papers.length,
      awaiting: awaitingOf(state),
      referral: referralOf(state),
    },
    openedAt: state.opened.at,
    updatedAt: state.last.at,
    submittedAt: state.submission?.at ?? null,
    replyNotBefore: state.submission?.replyNotBefore ?? null,
    declarationVoid: state.declarations.length > 0 && standingDeclaration(state) === null,
    openedDay: riyadhDayNumber(Date.parse(state.opened.at)),
    category: textAnswer(state, 'familyCategory') ?? '',
    supports: supportsOf(state),
    isOver: isOver(state.status),
    searchKeys: searchKeysOf(state, applicant),
  };
}

function supportsOf(state: CaseState): string {
  const kinds = rowsOf(state.answers, 'supportItems').map((rowId) =>
    textAnswer(state, `supportItems/${rowId}/type`),
  );
  const asked = [...new Set(kinds.filter((kind) => kind !== null))].sort();
  return asked.length === 0 ? '' : ` ${asked.join(' ')} `;
}

function awaitingOf({ incompleteness }: CaseState): CaseProgress['awaiting'] {
  if (incompleteness === null) return null;
  const { items, received, dueOn } = incompleteness;
  const awaited = items.filter(({ itemId }) => !Object.hasOwn(received, itemId));
  return {
    dueOn,
    names: awaited.slice(0, MOST_NAMES).map(({ name }) => name),
    count: awaited.length,
  };
}

/** A line of a list holds no more of a question. */
const LONGEST_QUESTION = 140;

function referralOf({ referrals }: CaseState): CaseProgress['referral'] {
  const open = referrals.find(isReferralOpen);
  const asked = open?.thread.at(-1);
  if (open === undefined || asked?.kind !== 'question') return null;
  const { text } = asked;
  return {
    question: text.length > LONGEST_QUESTION ? `${text.slice(0, LONGEST_QUESTION)}…` : text,
    appointmentOn: open.appointment?.on ?? null,
  };
}
