import { z } from 'zod';
import { Answer, AnswerPath } from '../answers/answer.ts';
import { AnswerPatch } from '../answers/answerPatch.ts';
import { CONTACT_EVENT_PAYLOADS } from '../contacts/contactEvents.ts';
import { INQUIRY_EVENT_PAYLOADS } from '../contacts/inquiryReferral.ts';
import {
  ActorId,
  Base64Url,
  BeneficiaryId,
  BranchOfficeId,
  CaseId,
  DeviceId,
  EventId,
  Instant,
  IsoDay,
  Sha256Hex,
} from '../identity.ts';
import { MOST_PAGES, MOST_SCANS, ScanId, ScanPage, ScanSource } from '../scans/scan.ts';
import { CaseTerms } from '../settings/caseTerms.ts';
import { VersionedName } from '../versionedName.ts';
import { APPEAL_EVENT_PAYLOADS } from './appealEvents.ts';
import { awaitedItemReceived, leftIncomplete } from './awaited.ts';
import { DocumentKey, MatrixRowKey } from './caseKeys.ts';
import { FrozenValidity } from './frozenValidity.ts';
import { HEADQUARTERS_EVENT_PAYLOADS } from './headquartersEvents.ts';
import { KNOWN_EVENT_PAYLOADS } from './knownEvents.ts';
import { PAPER_SCAN_EVENT_PAYLOADS } from './paperScanEvents.ts';
import {
  caseReferred,
  referralAnswered,
  referralQuestionAdded,
  referralWithdrawn,
} from './referral.ts';
import { Seal } from './seal.ts';
import { SERVICE_EVENT_PAYLOADS } from './serviceEvents.ts';
import { STUDY_EVENT_PAYLOADS } from './studyEvents.ts';
import {
  ContactChannel,
  InitiatedBy,
  Language,
  PaperCode,
  Presentation,
  SpokenLanguage,
  Verdict,
} from './vocabulary.ts';

export { DocumentKey, FrozenValidity, MatrixRowKey, VersionedName };

const reasonText = z.string().trim().min(1).max(2000);

/** Why a verdict stands: the rule's own finding, and what the representative adds to it. */
export const VerdictReason = z.strictObject({
  code: z.string().max(60),
  text: reasonText.nullable(),
});
export type VerdictReason = z.infer<typeof VerdictReason>;

const caseOpened = z.strictObject({
  beneficiaryId: BeneficiaryId,
  branchOfficeId: BranchOfficeId,
  reference: z.string().max(40),
  /** 16 random bytes; with the reference it opens the state of the case to the paper's holder. */
  secret: Base64Url.length(22),
  channel: ContactChannel,
  initiatedBy: InitiatedBy,
  questionnaire: VersionedName,
  documentRules: VersionedName,
  matchingRules: VersionedName,
  /** Left out by programs that knew the first version of the settings only. */
  terms: CaseTerms.optional(),
});

const textShown = z.strictObject({ text: VersionedName, language: SpokenLanguage });

const inquiryRecorded = z.strictObject({
  inquiryId: z.uuid(),
  channel: ContactChannel,
  topic: z.string().trim().min(1).max(200),
  question: z.string().trim().min(1).max(2000),
  answer: z.string().trim().max(4000),
});

const said = { path: AnswerPath, saidOn: IsoDay, caseId: CaseId };

/** In a new request of a known person: what of their file stands in it, and what must be asked again. */
export const FromFile = z.strictObject({
  /** Paths whose answers, among the patches, were taken over as the file says them. */
  taken: z.array(z.strictObject(said)).max(2000),
  /** Too old to stand by itself: shown, and missing until the person has confirmed or changed it. */
  toConfirm: z.array(z.strictObject({ ...said, answer: Answer })).max(2000),
});
export type FromFile = z.infer<typeof FromFile>;

const answersChanged = z.strictObject({
  /** The key of the section whose page was left, or `matching` for a correction made there. */
  section: z.string().max(20),
  patches: z.array(AnswerPatch).min(1).max(2000),
  fromFile: FromFile.optional(),
});

const documentRecorded = z.strictObject({
  documentKey: DocumentKey,
  presentation: Presentation,
  originalSighted: z.boolean(),
  /** Why it is absent or cannot be read; null when it lies on the desk. */
  reason: reasonText.nullable(),
  /** What is read from the paper, against the document type's own small form. */
  patches: z.array(AnswerPatch).max(2000),
});

const verdictRecorded = z.strictObject({
  rowKey: MatrixRowKey,
  documentKey: DocumentKey,
  verdict: Verdict,
  /** What the rule itself found; a person may set another verdict with a reason. */
  computed: Verdict,
  reason: VerdictReason.nullable(),
  ruleVersion: VersionedName,
  statedPaths: z.array(z.string().max(400)).max(200),
  stated: z.string().max(4000).nullable(),
  read: z.string().max(4000).nullable(),
  statedNormalized: z.string().max(4000).nullable(),
  readNormalized: z.string().max(4000).nullable(),
  originalSighted: z.boolean(),
  /** Of the pages of the document's scans that stood then; left out where it had none. */
  scanHashes: z
    .array(Sha256Hex)
    .min(1)
    .max(MOST_PAGES * MOST_SCANS)
    .optional(),
});

/** Only where the rules that the case began with name a legal basis for this type of document. */
const scanAttached = z.strictObject({
  scanId: ScanId,
  documentKey: DocumentKey,
  source: ScanSource,
  pages: z.array(ScanPage).min(1).max(MOST_PAGES),
  /** The document rules that allow it, and the basis as they name it. */
  basis: z.strictObject({ rules: VersionedName, legalBasis: z.string().trim().min(1).max(300) }),
});

/** The pictures are destroyed with it; that there was a scan, and why there is none, stays. */
const scanRemoved = z.strictObject({ scanId: ScanId, reason: reasonText });

const caseSubmitted = z.strictObject({
  /** The Asia/Riyadh day of the signed submission: day 0 of the promise (P35). */
  dayZero: IsoDay,
  replyNotBefore: IsoDay,
  contactFrom: IsoDay,
  statement: VersionedName,
  language: SpokenLanguage,
  toldAndUnderstood: z.literal(true),
  validAtSubmission: z.array(FrozenValidity).max(200),
});

const paperPrinted = z.strictObject({
  paper: PaperCode,
  language: Language,
  copy: z.int().min(1),
  /** The referral (N4), or the list of what was awaited (N2), of which there may be several. */
  subject: z.uuid().optional(),
  /** On a declaration printed for signature on paper: the data that it shows. */
  contentHash: Sha256Hex.optional(),
});

/** S1 after the interview, S2 after notice or delivery (policy, section 8). */
export const SurveyName = z.enum(['S1', 'S2']);
export type SurveyName = z.infer<typeof SurveyName>;

const opinionGiven = z.strictObject({
  survey: SurveyName,
  /** The public key of headquarters' survey to which it is sealed. */
  key: VersionedName,
  /** An `age` envelope, base64url: no code at the desk opens it (policy, section 8). */
  ciphertext: Base64Url.min(1).max(20_000),
});

/** The payload of every kind of event that belongs to a case. */
export const CASE_EVENT_PAYLOADS = {
  caseOpened,
  privacyNoticeShown: textShown,
  servicesExplained: textShown,
  inquiryRecorded,
  inquiriesConfirmed: z.strictObject({}),
  answersChanged,
  interviewCompleted: z.strictObject({}),
  documentRecorded,
  verdictRecorded,
  scanAttached,
  scanRemoved,
  matchingCompleted: z.strictObject({}),
  declarationSigned: z.strictObject({ seal: Seal }),
  caseSubmitted,
  leftIncomplete,
  awaitedItemReceived,
  caseReferred,
  referralQuestionAdded,
  referralAnswered,
  referralWithdrawn,
  paperPrinted,
  opinionGiven,
  opinionDeclined: z.strictObject({ survey: SurveyName }),
  ...KNOWN_EVENT_PAYLOADS,
  ...PAPER_SCAN_EVENT_PAYLOADS,
  ...HEADQUARTERS_EVENT_PAYLOADS,
  ...SERVICE_EVENT_PAYLOADS,
  ...APPEAL_EVENT_PAYLOADS,
  ...STUDY_EVENT_PAYLOADS,
} as const;

export const CaseEventKind = z.enum(
  Object.keys(CASE_EVENT_PAYLOADS) as [keyof typeof CASE_EVENT_PAYLOADS],
);
export type CaseEventKind = keyof typeof CASE_EVENT_PAYLOADS;

export type CaseEventPayload<Kind extends CaseEventKind> = z.infer<
  (typeof CASE_EVENT_PAYLOADS)[Kind]
>;

/** The payload of events that belong to the desk itself rather than to a case. */
export const DESK_EVENT_PAYLOADS = {
  deskFounded: z.strictObject({
    branchOfficeId: BranchOfficeId,
    branchCode: z.string().max(8),
    branchName: z.string().trim().min(1).max(120),
    lane: z.string().length(2),
    devicePublicKey: Base64Url,
    training: z.boolean(),
  }),
  representativeAdded: z.strictObject({
    actorId: ActorId,
    displayName: z.string().trim().min(1).max(120),
    role: z.enum(['representative', 'relationsOfficer']),
    publicKey: Base64Url,
  }),
  /** Headquarters took this laptop in: from here on its branch and lane are those given here. */
  deskEnrolled: z.strictObject({
    hubId: z.uuid(),
    hubPublicKey: Base64Url.length(43),
    branchOfficeId: BranchOfficeId,
    branchCode: z.string().max(8),
    branchName: z.string().trim().min(1).max(120),
    lane: z.string().length(2),
  }),
  /**
   * The desk was made again from a copy: this is the first event of a new epoch with a lane of its own.
   * Whatever the epoch before had after this place is not in this journal.
   */
  deskRestored: z.strictObject({
    fromEpoch: z.int().min(1),
    fromSeq: z.int().min(1),
    /** Of the last event that came back. */
    headerHash: Sha256Hex,
    copyMadeAt: Instant,
    lane: z.string().length(2),
  }),
  ...CONTACT_EVENT_PAYLOADS,
  ...INQUIRY_EVENT_PAYLOADS,
} as const;

export type DeskEventKind = keyof typeof DESK_EVENT_PAYLOADS;
export type DeskEventPayload<Kind extends DeskEventKind> = z.infer<
  (typeof DESK_EVENT_PAYLOADS)[Kind]
>;

/** Everything of an event but what it says: this is what the chain and HQ's receipts are made over. */
export const EventHeader = z.strictObject({
  eventId: EventId,
  deviceId: DeviceId,
  /** The life of a device's journal: a restored copy begins a new one, by a greater number. */
  epoch: z.int().min(1),
  /** 1, 2, 3 … without gap inside one device and epoch. */
  seq: z.int().min(1),
  at: Instant,
  /** Hybrid logical clock: 15 digits of milliseconds, 5 of the counter; sorts as text. */
  hlc: z.string().regex(/^\d{15}-\d{5}$/),
  actorId: ActorId,
  caseId: CaseId.nullable(),
  kind: z.string().max(40),
  formVersion: z.string().max(100).nullable(),
  /** The event of this case that the writer had last seen; null for the first. */
  base: EventId.nullable(),
  /** SHA-256 over salt and canonical payload, so that a payload can be destroyed and the chain still holds. */
  payloadHash: Sha256Hex,
  /** SHA-256 over the canonical header before it; 64 zeros before the first. */
  previousHash: Sha256Hex,
});
export type EventHeader = z.infer<typeof EventHeader>;

const caseEventBase = EventHeader.omit({
  kind: true,
  payloadHash: true,
  previousHash: true,
}).extend({ caseId: CaseId });

/** An event of a case as the reducer and the screens see it. */
export type CaseEvent = {
  [Kind in CaseEventKind]: Readonly<z.infer<typeof caseEventBase>> & {
    readonly kind: Kind;
    readonly payload: CaseEventPayload<Kind>;
  };
}[CaseEventKind];

/** Checks the envelope and then the payload by its kind. */
export const CaseEvent: z.ZodType<CaseEvent> = z.discriminatedUnion(
  'kind',
  (Object.keys(CASE_EVENT_PAYLOADS) as CaseEventKind[]).map((kind) =>
    caseEventBase.extend({ kind: z.literal(kind), payload: CASE_EVENT_PAYLOADS[kind] }),
  ) as never,
) as never;

/** Reads the payload of a case event of this kind; throws `ZodError` when it is not one. */
export function parseCasePayload<Kind extends CaseEventKind>(
  kind: Kind,
  payload: unknown,
): CaseEventPayload<Kind> {
  const schema: z.ZodType = CASE_EVENT_PAYLOADS[kind];
  return schema.parse(payload) as CaseEventPayload<Kind>;
}
