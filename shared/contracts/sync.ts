import { z } from 'zod';
import { CaseId, Instant } from '#shared/domain/identity.ts';
import { PageProblem, ScanId } from '#shared/domain/scans/scan.ts';
import { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { permitted } from './base.ts';
import { CaseSummary } from './cases.ts';

/** How it stands between this laptop and headquarters; each has its sentence in `locales/*\/sync.json`. */
export const SyncSituation = z.enum([
  'notEnrolled',
  /** Only files go to and fro: there is no address. */
  'byFileOnly',
  'neverTried',
  'sending',
  'allSent',
  'offline',
  'captivePortal',
  'hubUnavailable',
  'clockSkew',
  'deviceRevoked',
  'deviceUnknown',
  'wrongHubKey',
  'protocolTooOld',
  'refused',
  'locked',
  /** All entries are there, and pages of scans that something is wrong with stay here. */
  'pagesStay',
  /** What headquarters sent does not hang together; nothing of it was taken. */
  'feedBroken',
  /** Headquarters' answer came on a stick. */
  'stickAnswer',
]);
export type SyncSituation = z.infer<typeof SyncSituation>;

export const Enrolment = z.discriminatedUnion('state', [
  z.strictObject({ state: z.literal('none') }),
  z.strictObject({
    state: z.enum(['asking', 'refused']),
    /** Null where the request goes as a file. */
    hubUrl: z.string().nullable(),
    /** `XXXX-XXXX`, as headquarters sees it too. */
    code: z.string(),
    askedAt: Instant,
  }),
  z.strictObject({
    state: z.literal('enrolled'),
    hubUrl: z.string().nullable(),
    enrolledAt: Instant,
  }),
]);
export type Enrolment = z.infer<typeof Enrolment>;

export const SyncProgress = z.strictObject({
  eventsTotal: z.int(),
  eventsReceipted: z.int(),
  bytesSent: z.int(),
  batchNumber: z.int(),
  /** Pages of scans, which go after the events that name them. */
  filesTotal: z.int(),
  filesHeld: z.int(),
  fileBytesTotal: z.int(),
  /** What headquarters said that it holds, of what was to be sent. */
  fileBytesHeld: z.int(),
});
export type SyncProgress = z.infer<typeof SyncProgress>;

export const SyncStatus = z.strictObject({
  enrolment: Enrolment,
  situation: SyncSituation,
  /** While it sends; null otherwise. */
  progress: SyncProgress.nullable(),
  /** Events that have come in the run that is under way; null while none comes. */
  receiving: z.int().nullable(),
  /** What came from headquarters and from the branch's other laptops. */
  feed: z.strictObject({
    /** When headquarters' journal was last read to its end; null before the first time. */
    readAt: Instant.nullable(),
    /** How many events came in all. */
    events: z.int(),
    /** The place in headquarters' journal up to which it was read. */
    position: z.int(),
    /** Events that only a later version of this program can read. */
    parked: z.int(),
  }),
  /** When it tries again by itself; null while nothing is planned. */
  nextTryAt: Instant.nullable(),
  /** This laptop's clock less headquarters', in milliseconds; null while it was never measured. */
  clockSkewMs: z.int().nullable(),
  /** Cases by how far they have come: each in one place, and those that were returned in none of them. */
  counts: z.strictObject({
    /** Not submitted yet. */
    drafts: z.int(),
    onThisLaptop: z.int(),
    accepted: z.int(),
    inRegistry: z.int(),
    decided: z.int(),
    eventsWaiting: z.int(),
    pagesWaiting: z.int(),
    pageBytesWaiting: z.int(),
  }),
  /** How many cases of this laptop stand where at headquarters, as far as it has said so. */
  atHeadquarters: z.array(
    z.strictObject({
      id: z.enum(['imported', 'returned', 'decided', 'told']),
      count: z.int(),
    }),
  ),
  oldestWaitingAt: Instant.nullable(),
  /** Submitted cases that wait for a receipt, the last touched first; at most 20. */
  waiting: z.array(CaseSummary),
  /** The latest first; at most 50. */
  refusals: z.array(
    z.strictObject({
      position: z.int(),
      code: RefusalCode,
      at: Instant,
      /** Its content stays here; all that follows goes on. */
      withheld: z.boolean(),
      caseId: CaseId.nullable(),
      reference: z.string().nullable(),
      applicantName: z.string().nullable(),
    }),
  ),
  /** Pages of scans that cannot go, and why; at most 50. They are tried again when a person asks. */
  pageProblems: z.array(
    z.strictObject({
      caseId: CaseId,
      scanId: ScanId,
      page: z.int(),
      problem: PageProblem,
      reference: z.string().nullable(),
      applicantName: z.string().nullable(),
    }),
  ),
  /** The last thirty, the latest first. */
  contacts: z.array(
    z.strictObject({
      at: Instant,
      outcome: SyncSituation,
      events: z.int(),
      bytes: z.int(),
      files: z.int(),
      /** Events that came. */
      received: z.int(),
    }),
  ),
  lastContactAt: Instant.nullable(),
});
export type SyncStatus = z.infer<typeof SyncStatus>;

export const syncContract = {
  status: permitted('sync.use').output(SyncStatus),
  /** Begins at once, or says how it stands; what follows is seen in the status. */
  sendNow: permitted('sync.use').output(SyncStatus),
  /** Asks headquarters at this address to take the laptop in. */
  enrol: permitted('sync.enrol')
    .input(z.strictObject({ hubUrl: z.string().trim().max(300) }))
    .output(SyncStatus),
  /** Gives up a request that was not granted. */
  cancelEnrolment: permitted('sync.enrol').output(SyncStatus),
  /** The request as a file for a stick. */
  requestFile: permitted('sync.enrol').output(
    z.strictObject({ fileName: z.string(), content: z.string() }),
  ),
  /** Headquarters' answer from a stick, with the code that headquarters reads out. */
  takeAnswer: permitted('sync.enrol')
    .input(z.strictObject({ content: z.string().max(20_000), code: z.string().trim().max(20) }))
    .output(SyncStatus),
  /** Where headquarters is reached from now on; its key stays pinned. */
  setAddress: permitted('sync.enrol')
    .input(z.strictObject({ hubUrl: z.string().trim().max(300) }))
    .output(SyncStatus),
};
