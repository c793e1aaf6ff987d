import { z } from 'zod';
import { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { DocumentKey, MatrixRowKey } from '#shared/domain/case/caseKeys.ts';
import { ImportFinding, ReturnReason } from '#shared/domain/case/headquartersEvents.ts';
import { ActorId, CaseId, Instant, IsoDay } from '#shared/domain/identity.ts';
import { ImportNote } from '#shared/domain/import/importNote.ts';
import { ImportState } from '#shared/domain/import/importState.ts';
import { Association } from '#shared/domain/texts/textLibrary.ts';
import { hqPermitted } from './base.ts';

const reason = z.string().trim().min(1).max(2000);

export const ImportCounts = z.record(ImportState, z.int());
export type ImportCounts = z.infer<typeof ImportCounts>;

/** The cases of a list: those in one state, or all that only a person can bring on. */
export const ImportView = z.enum([...ImportState.options, 'person']);
export type ImportView = z.infer<typeof ImportView>;

/** How import stands: what goes on now, and how far all of it has come, counted at this moment. */
export const ImportOverview = z.strictObject({
  automatic: z.boolean(),
  stopped: z.boolean(),
  state: z.enum(['idle', 'working', 'databaseAway', 'failed']),
  /** Cases that were looked at and imported since this work was begun. */
  checked: z.int(),
  imported: z.int(),
  /** A clerk has said that what is clean is to be imported, and it is not done yet. */
  ordered: z.boolean(),
  /** Clean cases that are still to be imported by that order, or by the rule. */
  toImport: z.int(),
  counts: ImportCounts,
});
export type ImportOverview = z.infer<typeof ImportOverview>;

export const ImportCase = z.strictObject({
  caseId: CaseId,
  reference: z.string(),
  applicantName: z.string(),
  maskedId: z.string().nullable(),
  branchCode: z.string(),
  branchName: z.string(),
  fileNo: z.string().nullable(),
  submittedAt: Instant.nullable(),
  replyNotBefore: IsoDay.nullable(),
  state: ImportState,
  findings: z.array(ImportFinding),
  notes: z.array(ImportNote),
  /** What the branch was told with the return that is open, or why it lies aside. */
  said: z.strictObject({ reason: ReturnReason.nullable(), text: z.string() }).nullable(),
  /** Where the case stood when this was read: whoever acts on it says so. */
  seen: z.int(),
});
export type ImportCase = z.infer<typeof ImportCase>;

/** A case as it was looked at; if it has changed since, nothing is done. */
const SeenCase = z.strictObject({ caseId: CaseId, seen: z.int() });

export const ImportCaseFile = z.strictObject({
  case: ImportCase,
  /** In the order in which they are reduced; what cannot be read is counted beside. */
  events: z.array(CaseEvent),
  unreadable: z.int(),
  /** Names of those who worked on it, as the laptops and headquarters know them. */
  people: z.record(ActorId, z.string()),
  /** Cases that the findings and notes name, by their references. */
  others: z.record(
    z.string(),
    z.strictObject({ caseId: CaseId, applicantName: z.string(), fileNo: z.string().nullable() }),
  ),
});
export type ImportCaseFile = z.infer<typeof ImportCaseFile>;

export const hqImportsContract = {
  overview: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/imports' })
    .output(ImportOverview),
  /** Whether clean cases are imported by rule, and whether checks and imports are stopped. */
  setting: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/setting' })
    .input(z.strictObject({ automatic: z.boolean(), stopped: z.boolean() }))
    .output(ImportOverview),
  /** Of one batch, or of all; in one view, or in any state. The oldest submission first. */
  cases: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/imports/cases' })
    .input(
      z.strictObject({
        batchId: z.uuid().optional(),
        state: ImportView.optional(),
        offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(z.strictObject({ cases: z.array(ImportCase), total: z.int() })),
  caseFile: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/imports/cases/{caseId}' })
    .input(z.strictObject({ caseId: CaseId }))
    .output(ImportCaseFile),
  /**
   * The forms and rules with which a case is read, as they were published: those in force where no
   * versions are named, null where one of those named is not here.
   */
  rules: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/imports/rules' })
    .input(
      z.strictObject({
        questionnaire: z.string().max(100).optional(),
        documentRules: z.string().max(100).optional(),
        matchingRules: z.string().max(100).optional(),
      }),
    )
    .output(
      z.strictObject({
        rules: z
          .strictObject({
            questionnaire: z.unknown(),
            documentRules: z.unknown(),
            matchingRules: z.unknown(),
          })
          .nullable(),
      }),
    ),
  /** What every paper of headquarters carries. */
  letterhead: hqPermitted('cases.read')
    .route({ method: 'GET', path: '/imports/letterhead' })
    .output(Association),
  /** Imports every clean case of the batch, or of all, in the background. */
  importClean: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/clean' })
    .input(z.strictObject({ batchId: z.uuid().nullable() }))
    .output(ImportOverview),
  /** Imports a case that was held, or anew one that changed: somebody has looked, and says why. */
  importCase: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/cases/{caseId}/import' })
    .input(SeenCase.extend({ reason: reason.nullable() }))
    .output(ImportCase),
  holdCase: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/cases/{caseId}/hold' })
    .input(SeenCase.extend({ reason: reason.max(400) }))
    .output(ImportCase),
  returnCase: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/cases/{caseId}/return' })
    .input(
      SeenCase.extend({
        reason: ReturnReason,
        text: reason,
        wants: z.enum(['correction', 'answer']),
        about: z.strictObject({
          documents: z.array(DocumentKey).max(60),
          rows: z.array(MatrixRowKey).max(60),
          paths: z.array(z.string().max(400)).max(60),
        }),
      }),
    )
    .output(ImportCase),
  /** All of them, or none and a list of those on which headquarters has acted. */
  setAside: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/set-aside' })
    .input(
      z.union([
        z.strictObject({ caseIds: z.array(CaseId).min(1).max(500), reason }),
        z.strictObject({ batchId: z.uuid(), reason }),
      ]),
    )
    .output(z.strictObject({ setAside: z.int() })),
  /** Takes back that they were set aside. */
  readmit: hqPermitted('cases.import')
    .route({ method: 'POST', path: '/imports/readmit' })
    .input(z.strictObject({ caseIds: z.array(CaseId).min(1).max(500), reason }))
    .output(z.strictObject({ readmitted: z.int() })),
};
