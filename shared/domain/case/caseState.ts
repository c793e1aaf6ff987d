import type { Answer, AnswerPath, AnswerSet } from '../answers/answer.ts';
import type {
  ActorId,
  BeneficiaryId,
  BranchOfficeId,
  CaseId,
  DeviceId,
  EventId,
  Instant,
  IsoDay,
} from '../identity.ts';
import type { CaseTerms } from '../settings/caseTerms.ts';
import type { AfterDecision } from './appealState.ts';
import type { LeftIncomplete } from './awaited.ts';
import type { CaseEventPayload, DocumentKey, MatrixRowKey, VersionedName } from './caseEvent.ts';
import type { AtHeadquarters } from './headquartersState.ts';
import type { KnownAtCase } from './knownState.ts';
import type { PaperScan } from './paperScans.ts';
import type { ReferralId } from './referral.ts';
import type { Seal } from './seal.ts';
import type { AtService } from './serviceState.ts';
import type { AtStudy } from './studyState.ts';
import type { CaseStatus, ContactChannel, InitiatedBy, SpokenLanguage } from './vocabulary.ts';

/** Who did something, when, and by which event it is on record. */
export interface Mark {
  readonly eventId: EventId;
  readonly at: Instant;
  readonly actorId: ActorId;
}

export interface TextShown extends Mark {
  readonly text: VersionedName;
  readonly language: SpokenLanguage;
}

export interface Inquiry extends Mark, CaseEventPayload<'inquiryRecorded'> {}

/** A document as it lies recorded: how it was presented and what was read from it. */
export interface RecordedDocument extends Mark {
  readonly documentKey: DocumentKey;
  readonly presentation: CaseEventPayload<'documentRecorded'>['presentation'];
  readonly originalSighted: boolean;
  readonly reason: string | null;
  readonly readings: AnswerSet;
}

export interface RecordedVerdict extends Mark, CaseEventPayload<'verdictRecorded'> {}

/** A scan of a document; its pictures lie beside the database until it is removed. */
export interface AttachedScan extends Mark, CaseEventPayload<'scanAttached'> {
  /** Who removed it and why; null while it stands. */
  readonly removed: (Mark & { readonly reason: string }) | null;
}

export interface SignedDeclaration extends Mark {
  readonly seal: Seal;
  readonly deviceId: DeviceId;
  /** The change after it that voided it; null while it stands. */
  readonly voidedBy: Mark | null;
}

export interface Submission extends Mark, CaseEventPayload<'caseSubmitted'> {}

export interface PrintedPaper extends Mark, CaseEventPayload<'paperPrinted'> {}

/** What a case waits for until it is complete; what came of it is kept by item. */
export interface Incompleteness extends Mark, LeftIncomplete {
  readonly received: Readonly<Record<string, Mark>>;
}

export interface ReferralQuestion extends Mark {
  readonly kind: 'question';
  readonly text: string;
}

export interface ReferralAnswer extends Mark, CaseEventPayload<'referralAnswered'> {
  readonly kind: 'answer';
  /** For each row that the referral is about the verdict to which the answer was given. */
  readonly verdicts: Readonly<Record<MatrixRowKey, EventId>>;
}

/** A referral to the social-research officer (P33) with its questions and answers, oldest first. */
export interface Referral extends Omit<CaseEventPayload<'caseReferred'>, 'question'> {
  readonly referralId: ReferralId;
  readonly opened: Mark;
  readonly thread: readonly (ReferralQuestion | ReferralAnswer)[];
  readonly withdrawn: (Mark & { readonly reason: string }) | null;
}

/** Values that two people gave the same field apart, each knowing nothing of the other. */
export interface FieldConflict {
  readonly path: AnswerPath;
  readonly candidates: readonly { readonly mark: Mark; readonly answer: Answer | null }[];
}

export interface OpinionAsked extends Mark {
  readonly outcome: 'given' | 'declined';
}

/** When and in which request of the same person something was said. */
export interface SaidBefore {
  readonly saidOn: IsoDay;
  readonly caseId: CaseId;
}

/** A case, reduced from its events; the same on the desk, at HQ and in the verifier. */
export interface CaseState {
  readonly caseId: CaseId;
  readonly beneficiaryId: BeneficiaryId;
  readonly branchOfficeId: BranchOfficeId;
  readonly reference: string;
  readonly secret: string;
  /** What a list says of it: that it is referred or incomplete comes before how far it has come. */
  readonly status: CaseStatus;
  /** How far the case has come on its way, whatever it waits for: a referral returns here. */
  readonly stage: CaseStatus;
  readonly channel: ContactChannel;
  readonly initiatedBy: InitiatedBy;
  readonly questionnaire: VersionedName;
  readonly documentRules: VersionedName;
  readonly matchingRules: VersionedName;
  /** The periods and places that it began with. */
  readonly terms: CaseTerms;
  readonly opened: Mark;
  readonly privacyNotice: TextShown | null;
  readonly servicesExplained: TextShown | null;
  readonly inquiries: readonly Inquiry[];
  readonly inquiriesConfirmed: Mark | null;
  readonly answers: AnswerSet;
  /** For each path the event that gave it its present value: the `base` of the next change. */
  readonly answerSources: Readonly<Record<AnswerPath, Mark>>;
  readonly conflicts: Readonly<Record<AnswerPath, FieldConflict>>;
  /** Answers that stand as the person's file says them, with the day on which they were said there. */
  readonly taken: Readonly<Record<AnswerPath, SaidBefore>>;
  /** What the file says and is too old to stand: no answer until it is confirmed or changed. */
  readonly toConfirm: Readonly<Record<AnswerPath, SaidBefore & { readonly answer: Answer }>>;
  /** Who of the people known elsewhere the applicant may be. */
  readonly known: KnownAtCase;
  readonly interviewCompleted: Mark | null;
  readonly documents: Readonly<Record<DocumentKey, RecordedDocument>>;
  readonly verdicts: Readonly<Record<MatrixRowKey, RecordedVerdict>>;
  /** Oldest first, removed ones too. */
  readonly scans: readonly AttachedScan[];
  readonly matchingCompleted: Mark | null;
  /** Oldest first; at most the last one stands. */
  readonly declarations: readonly SignedDeclaration[];
  /** Pictures of sheets that were signed by ink; oldest first, removed ones too. */
  readonly paperScans: readonly PaperScan[];
  readonly submission: Submission | null;
  /** Null while nothing is awaited. */
  readonly incompleteness: Incompleteness | null;
  /** Oldest first. */
  readonly referrals: readonly Referral[];
  readonly papers: readonly PrintedPaper[];
  /** Whether the person was asked for their opinion (S1) and answered; what they said is sealed. */
  readonly opinion: OpinionAsked | null;
  readonly headquarters: AtHeadquarters;
  /** The officer's study, what it asked of the branch, and whether the case lapsed meanwhile. */
  readonly study: AtStudy;
  /** Registration and delivery (P36, P37), and how it ended. */
  readonly service: AtService;
  /** Appeals, and answers to what deferred items wait for. */
  readonly afterDecision: AfterDecision;
  readonly last: Mark;
  readonly eventCount: number;
}

/** The scans of a document that stand, oldest first. */
export function scansOf(state: CaseState, documentKey: DocumentKey): readonly AttachedScan[] {
  return state.scans.filter((scan) => scan.removed === null && scan.documentKey === documentKey);
}

/** The declaration that stands, or null when none was signed or the last was voided. */
export function standingDeclaration(state: CaseState): SignedDeclaration | null {
  const last = state.declarations.at(-1);
  return last && last.voidedBy === null ? last : null;
}
