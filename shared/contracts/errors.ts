import { z } from 'zod';
import { APPEAL_REFUSALS } from '#shared/domain/case/appeal.ts';

/**
 * Every way in which the desk may refuse. The sentence for each stands in
 * `resources/locales/{ar,en}/errors.json` under the same code; nothing else crosses the boundary.
 */
export const DeskErrorCode = z.enum([
  'notUnlocked',
  'notPermitted',
  'inputInvalid',
  'wrongPassword',
  'passwordTooShort',
  'nameTaken',
  'recoveryCodeWrong',
  'recoveryCodeMistyped',
  'recoveryNotConfirmed',
  'alreadyFounded',
  'notFounded',
  'keyFileMissing',
  'keyFileDamaged',
  'keyStoreUnavailable',
  'databaseMissing',
  'databaseWrongKey',
  'databaseDamaged',
  'databaseInUse',
  'databaseNewer',
  'readOnlyRecovery',
  'diskFull',
  'diskFailed',
  'headNotRecorded',
  'caseNotFound',
  'paperNotFound',
  'ibanUnconfirmed',
  'ibanInvalid',
  'conditionsOpen',
  'aboveApproval',
  'identityExpired',
  'identityDiffers',
  'actionNotAllowed',
  'signatureWouldBeVoided',
  'signatureBlank',
  'witnessRequired',
  'witnessUnfit',
  'interpreterRequired',
  'shelfRequired',
  'paperOutdated',
  'statementOutdated',
  'answerRefused',
  'reasonRequired',
  'scanNotAllowed',
  'scanRefused',
  'scanInterrupted',
  'scanMissing',
  'scanElsewhere',
  'scanDamaged',
  'paperSealChanged',
  'paperScanTwice',
  'paperScansFull',
  'paperOfAnotherCase',
  'contactNotFound',
  'inquiryIsCase',
  'inquiryClosed',
  'complaintNotShown',
  'kioskStands',
  'opinionMissing',
  'hubAddressInvalid',
  'hubUnreachable',
  'hubNotOurs',
  'alreadyEnrolled',
  'notEnrolled',
  'enrolmentAnswerInvalid',
  'stickKeysUnknown',
  'stickBusy',
  'stickFileGone',
  'stickAnswerInterrupted',
  'copyFolderMissing',
  'copyFolderIsFile',
  'copyFolderNotWritable',
  'copyFolderInsideData',
  'copyFolderFull',
  'copyInterrupted',
  'copyAhead',
  'copyDamaged',
  'copyNewer',
  'copyJournalDamaged',
  'copyNotFound',
  'copyOfOtherDesk',
  ...APPEAL_REFUSALS,
  'unexpected',
]);
export type DeskErrorCode = z.infer<typeof DeskErrorCode>;

/** What the sentence may name: places in the case, groups of the recovery code, an id of the log entry. */
export const DeskErrorData = z.strictObject({
  blockers: z.array(z.record(z.string(), z.string())).optional(),
  groups: z.array(z.int()).optional(),
  logId: z.string().optional(),
  path: z.string().optional(),
});
export type DeskErrorData = z.infer<typeof DeskErrorData>;

type ErrorMap = Record<DeskErrorCode, { readonly data: z.ZodOptional<typeof DeskErrorData> }>;

/** The error map of every contract. */
export const DESK_ERRORS: ErrorMap = Object.fromEntries(
  DeskErrorCode.options.map((code) => [code, { data: DeskErrorData.optional() }]),
) as ErrorMap;
