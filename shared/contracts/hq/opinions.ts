import { z } from 'zod';
import { SurveyName } from '#shared/domain/case/caseEvent.ts';
import { BranchOfficeId } from '#shared/domain/identity.ts';
import { ScaleQuestion } from '#shared/domain/survey/survey.ts';
import { hqPermitted } from './base.ts';

/** What was answered to one question; nothing stands here of fewer than five answers. */
export const OpinionTotal = z.strictObject({
  answers: z.int().min(5),
  /** Of 5, to one decimal. */
  average: z.number().min(1).max(5),
  /** In per cent: those who were satisfied or very satisfied. */
  satisfied: z.int().min(0).max(100),
});
export type OpinionTotal = z.infer<typeof OpinionTotal>;

export const OpinionRow = z.strictObject({
  /** Null in the first row: all branches together, as far as their own totals are shown. */
  branchOfficeId: BranchOfficeId.nullable(),
  branchName: z.string().nullable(),
  totals: z.partialRecord(ScaleQuestion, OpinionTotal),
});
export type OpinionRow = z.infer<typeof OpinionRow>;

export const OpinionTotals = z.strictObject({
  /** Whether a key of the survey lies in headquarters' folder; without it all stays sealed. */
  hasKey: z.boolean(),
  /** Answers that wait to be opened. */
  sealed: z.int(),
  /** Answers that open with none of the keys that are here. */
  unreadable: z.int(),
  questions: z.array(ScaleQuestion),
  surveys: z.array(z.strictObject({ survey: SurveyName, rows: z.array(OpinionRow) })),
});
export type OpinionTotals = z.infer<typeof OpinionTotals>;

/** Totals alone: no answer of one person, nothing by employee, nothing by case (policy, P14 and P17). */
export const hqOpinionsContract = {
  totals: hqPermitted('opinions.read')
    .route({ method: 'GET', path: '/opinions' })
    .output(OpinionTotals),
};
