import { z } from 'zod';
import { VersionedName } from '#shared/domain/case/caseEvent.ts';
import { InterpreterGiven, SigningGiven, WitnessGiven } from '#shared/domain/case/signing.ts';
import { Language, PaperCode, SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { ActorId, IsoDay } from '#shared/domain/identity.ts';
import { Appended, CaseInput, permitted } from './base.ts';

/** The promise as it would be made today (P35). */
export const Promised = z.strictObject({
  dayZero: IsoDay,
  replyNotBefore: IsoDay,
  contactFrom: IsoDay,
});
export type Promised = z.infer<typeof Promised>;

export const Colleague = z.strictObject({ actorId: ActorId, displayName: z.string() });
export type Colleague = z.infer<typeof Colleague>;

export const declarationContract = {
  /** Everyone of this desk but the one who sits at it. */
  colleagues: permitted('declaration.sign').output(
    z.strictObject({ colleagues: z.array(Colleague) }),
  ),
  /**
   * Who signs comes from the answers and the deed, never from here. Refuses a blank mark with
   * `signatureBlank`, a thumb without a witness with `witnessRequired`, a witness who cannot be one
   * with `witnessUnfit`, an interview in another language without its interpreter with
   * `interpreterRequired`, and paper that was not printed of these data with `paperOutdated`. The desk
   * makes the seal and drops the draft of the signing.
   */
  sign: permitted('declaration.sign')
    .input(
      CaseInput.extend({
        declaration: VersionedName,
        language: SpokenLanguage,
        /** In which the staff's own words stand: the interpreter's affirmation. */
        screenLanguage: Language,
        consentToVerify: z.boolean(),
        readAloud: z.literal(true),
        signing: SigningGiven,
        witness: WitnessGiven.nullable(),
        interpreter: InterpreterGiven.nullable(),
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
        language: SpokenLanguage,
        toldAndUnderstood: z.literal(true),
        toldReplyNotBefore: IsoDay,
      }),
    )
    .output(Appended),
};

/** A copy of a paper of no case that is printed now. */
export const CountedCopy = z.strictObject({
  paper: z.enum(['N4', 'complaintReceipt']),
  /** The referral of a slip, or the complaint of a receipt. */
  subject: z.uuid(),
  language: Language,
});
export type CountedCopy = z.infer<typeof CountedCopy>;

export const papersContract = {
  /** Counts one more copy of a paper; reprints are numbered. N3 before signing is for signature on paper. */
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
  /** The same for a paper that belongs to no case: its copies are counted by what it is about. */
  printOfNoCase: permitted('papers.print')
    .input(CountedCopy)
    .output(z.strictObject({ copy: z.int().min(1) })),
};
