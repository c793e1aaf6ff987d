import { z } from 'zod';
import { ActorId, IsoDay } from '../identity.ts';
import { DocumentKey, MatrixRowKey } from './caseKeys.ts';
import { DecisionContent, DecisionId } from './decision.ts';
import { MERGE_EVENT_PAYLOADS } from './mergeEvents.ts';
import { isStudyOfHeadquarters } from './studyEvents.ts';
import { ContactChannel } from './vocabulary.ts';

const words = z.string().trim().min(1).max(2000);

/** What a check at import finds; each has a sentence in `locales/{ar,en}/import.json`. */
export const ImportFindingCode = z.enum([
  'eventUnreadable',
  'formUnknown',
  'eventOutOfPlace',
  'answerProblem',
  'documentInvalid',
  'verdictMissing',
  'sealWrong',
  'promiseWrong',
  'changedApart',
  'changedAfterImport',
  'changedAfterReturn',
  'duplicateInBatch',
  'duplicateInRegistry',
  /** By name, birth date and the like most likely a person who is known: a person has to say. */
  'probablyKnown',
  /** A clerk keeps it back; `at` is why. */
  'heldByClerk',
]);
export type ImportFindingCode = z.infer<typeof ImportFindingCode>;

/** One reason for which a case is held for a person to look at. */
export const ImportFinding = z.strictObject({
  code: ImportFindingCode,
  /** The field, document, row, event kind, seal fault or identifier; null where it is the whole case. */
  at: z.string().max(400).nullable(),
  /** The reference of the other case, where there is one. */
  other: z.string().max(40).nullable(),
});
export type ImportFinding = z.infer<typeof ImportFinding>;

export const ReturnId = z.uuid().brand<'ReturnId'>();
export type ReturnId = z.infer<typeof ReturnId>;

export const ReturnReason = z.enum([
  'dataWrong',
  'documentWrong',
  'duplicate',
  'sealWrong',
  'unclear',
  'headquartersFault',
  'other',
]);
export type ReturnReason = z.infer<typeof ReturnReason>;

/** `FILE-000123`, given once to a beneficiary at their first import. */
export const FileNo = z.string().min(1).max(40);

/**
 * What headquarters does with a case, and what a branch answers to it. Events of headquarters are
 * written into its own journal and reach the branch by its feed; `decisionMade` never leaves
 * headquarters: the branch hears that a decision was reached, and on its day what it says.
 */
export const HEADQUARTERS_EVENT_PAYLOADS = {
  caseImported: z.strictObject({
    fileNo: FileNo,
    by: z.enum(['rule', 'clerk']),
    /** A clerk's, for a case in which something was found; left out where it was clean. */
    reason: words.optional(),
  }),
  caseHeld: z.strictObject({ findings: z.array(ImportFinding).min(1).max(100) }),
  caseReturned: z.strictObject({
    returnId: ReturnId,
    reason: ReturnReason,
    text: words,
    /**
     * `correction` opens the case again: what was sealed changes, so that it is signed and submitted
     * anew, and day 0 begins anew. `answer` wants a word of the branch and keeps signature and day 0.
     */
    wants: z.enum(['correction', 'answer']),
    about: z.strictObject({
      documents: z.array(DocumentKey).max(60),
      rows: z.array(MatrixRowKey).max(60),
      paths: z.array(z.string().max(400)).max(60),
    }),
  }),
  /** The branch's word on a return that wanted no correction. */
  returnAnswered: z.strictObject({ returnId: ReturnId, text: words }),
  caseSetAside: z.strictObject({ reason: words }),
  caseReadmitted: z.strictObject({ reason: words }),
  /** Headquarters moves the earliest day of the answer, only ever later (policy, section 5). */
  replyPostponed: z.strictObject({ replyNotBefore: IsoDay, contactFrom: IsoDay, reason: words }),
  decisionReached: z.strictObject({ decisionId: DecisionId }),
  decisionMade: z.strictObject({
    decision: DecisionContent,
    /** Left out in journals from before there were sessions, and where the director decided alone. */
    session: z
      .strictObject({
        sessionId: z.uuid(),
        number: z.string().min(1).max(40),
        /** Who voted: they do not decide on an appeal against it. */
        voters: z.array(ActorId).max(40),
      })
      .optional(),
  }),
  decisionReleased: z.strictObject({
    decision: DecisionContent,
    releasedOn: IsoDay,
    /** The director's reason for an answer before its day (P35); null on or after it. */
    override: z.strictObject({ reason: words }).nullable(),
  }),
  decisionTold: z.strictObject({
    decisionId: DecisionId,
    channel: ContactChannel,
    toldOn: IsoDay,
    /** Who heard it, where it was not the applicant. */
    toldTo: z.string().trim().max(200).nullable(),
  }),
  ...MERGE_EVENT_PAYLOADS,
} as const;

/** Of these kinds a branch writes some; what else stands here is believed of headquarters alone. */
const WRITTEN_AT_BRANCHES: ReadonlySet<string> = new Set(['returnAnswered', 'decisionTold']);

export function isWrittenAtHeadquartersOnly(kind: string): boolean {
  if (isStudyOfHeadquarters(kind)) return true;
  return Object.hasOwn(HEADQUARTERS_EVENT_PAYLOADS, kind) && !WRITTEN_AT_BRANCHES.has(kind);
}
