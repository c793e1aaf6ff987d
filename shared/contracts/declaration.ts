import { z } from 'zod';
import { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { DrawnMark } from '#shared/domain/case/seal.ts';
import { Language, PaperCode } from '#shared/domain/case/vocabulary.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** The promise as it would be made today (P35). */
export const Promised = z.strictObject({
  dayZero: IsoDay,
  replyNotBefore: IsoDay,
  contactFrom: IsoDay,
});
export type Promised = z.infer<typeof Promised>;

export const declarationContract = {
  /** Refuses a blank mark with `signatureBlank`. The desk makes the seal and drops the mark's draft. */
  sign: permitted('declaration.sign')
    .input(
      CaseInput.extend({
        declaration: VersionedName,
        language: Language,
        consentToVerify: z.boolean(),
        readAloud: z.literal(true),
        mark: DrawnMark,
      }),
    )
    .output(Appended),
};

export const submissionContract = {
  promise: permitted('case.read').input(CaseInput).output(Promised),
  /** Refuses with `statementOutdated` when the day has turned since the date was told. */
  submit: permitted('case.submit')
    .input(
      CaseInput.extend({
        statement: VersionedName,
        language: Language,
        toldAndUnderstood: z.literal(true),
        toldReplyNotBefore: IsoDay,
      }),
    )
    .output(Appended),
};

export const papersContract = {
  /** Counts one more copy of a paper; reprints are numbered. */
  print: permitted('papers.print')
    .input(
      CaseInput.extend({
        paper: PaperCode,
        language: Language,
        /** The referral of a slip (N4). */
        subject: z.uuid().optional(),
      }),
    )
    .output(Appended.extend({ copy: z.int().min(1) })),
};
