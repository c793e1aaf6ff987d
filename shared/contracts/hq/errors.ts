import { z } from 'zod';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { COMMITTEE_ERROR_CODES, COMMITTEE_ERROR_STATUS } from './committeeErrors.ts';
import { STUDY_ERROR_CODES, STUDY_ERROR_STATUS } from './studyErrors.ts';

/** Every way in which headquarters may refuse a person; the sentences stand in the locales. */
export const HqErrorCode = z.enum([
  'notSignedIn',
  'notPermitted',
  'inputInvalid',
  'wrongPassword',
  'tooManyAttempts',
  'passwordTooShort',
  'userNameTaken',
  'setupCodeWrong',
  'alreadySetUp',
  'notFound',
  'scanNotHere',
  'fileTooLarge',
  'transferLost',
  'keyNotConfirmed',
  'codeMismatch',
  'requestAnswered',
  'trainingApart',
  'branchCodeTaken',
  'lastAdministrator',
  'ownAdministration',
  'actionNotAllowed',
  'itemsNotCovered',
  'replyOnlyLater',
  'reasonNotOffered',
  /** Somebody saved it anew since it was looked at. */
  'draftChanged',
  /** What somebody wrote here lies nowhere else: no file takes its place. */
  'draftBeingWritten',
  'documentTooLarge',
  'documentFaulty',
  'ibanUnconfirmed',
  'ibanInvalid',
  'conditionsOpen',
  'aboveApproval',
  'identityExpired',
  'identityDiffers',
  /** Who gave the first answer does not answer the appeal against it. */
  'ownComplaint',
  /** It is no longer as it was looked at. */
  'caseChanged',
  /** With the list of the cases that were imported, returned or decided already. */
  'headquartersHasActed',
  ...STUDY_ERROR_CODES,
  /** Somebody else decided on the two persons meanwhile, or their data changed. */
  'pairChanged',
  /** It only repeats another request of the same person, which is named. */
  'caseRepeats',
  ...COMMITTEE_ERROR_CODES,
  'databaseAway',
  'unexpected',
]);
export type HqErrorCode = z.infer<typeof HqErrorCode>;

export const HqErrorData = z.strictObject({
  logId: z.string().optional(),
  /** People that the sentence names. */
  names: z.array(z.string()).max(40).optional(),
  /** Cases that stand in the way. */
  cases: z
    .array(z.strictObject({ caseId: CaseId, reference: z.string(), status: CaseStatus }))
    .max(500)
    .optional(),
});
export type HqErrorData = z.infer<typeof HqErrorData>;

/** What each refusal is over HTTP. */
export const HQ_ERROR_STATUS = {
  notSignedIn: 401,
  notPermitted: 403,
  inputInvalid: 400,
  wrongPassword: 401,
  tooManyAttempts: 429,
  passwordTooShort: 422,
  userNameTaken: 409,
  setupCodeWrong: 401,
  alreadySetUp: 409,
  notFound: 404,
  scanNotHere: 404,
  fileTooLarge: 413,
  transferLost: 409,
  keyNotConfirmed: 409,
  codeMismatch: 409,
  requestAnswered: 409,
  trainingApart: 409,
  branchCodeTaken: 409,
  lastAdministrator: 409,
  ownAdministration: 409,
  actionNotAllowed: 409,
  itemsNotCovered: 422,
  replyOnlyLater: 422,
  reasonNotOffered: 422,
  draftChanged: 409,
  draftBeingWritten: 409,
  documentTooLarge: 422,
  documentFaulty: 422,
  ibanUnconfirmed: 422,
  ibanInvalid: 422,
  conditionsOpen: 422,
  aboveApproval: 422,
  identityExpired: 422,
  identityDiffers: 422,
  ownComplaint: 403,
  caseChanged: 409,
  headquartersHasActed: 409,
  ...STUDY_ERROR_STATUS,
  pairChanged: 409,
  caseRepeats: 409,
  ...COMMITTEE_ERROR_STATUS,
  databaseAway: 503,
  unexpected: 500,
} as const satisfies Record<HqErrorCode, number>;

export interface HqErrorItem {
  readonly status: number;
  readonly data: z.ZodOptional<typeof HqErrorData>;
}

/** Named, so that the types of contracts and routers say its name instead of every code at every procedure. */
export interface HqErrorMap extends Record<HqErrorCode, HqErrorItem> {}

export const HQ_ERRORS: HqErrorMap = Object.fromEntries(
  HqErrorCode.options.map((code) => [
    code,
    { status: HQ_ERROR_STATUS[code], data: HqErrorData.optional() },
  ]),
) as Record<HqErrorCode, HqErrorItem>;
