import { z } from 'zod';
import { SurveyName } from '#shared/domain/case/caseEvent.ts';
import { BranchOfficeId } from '#shared/domain/identity.ts';
import { ScaleQuestion, SurveyQuestion } from '#shared/domain/survey/survey.ts';
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

/** Whether people would recommend it; nothing stands here of fewer than five answers. */
export const RecommendTotal = z.strictObject({
  answers: z.int().min(5),
  /** Of 10, to one decimal. */
  average: z.number().min(0).max(10),
  /** Those who would (9, 10) less those who would not (0 to 6), in per cent of all. */
  score: z.int().min(-100).max(100),
});
export type RecommendTotal = z.infer<typeof RecommendTotal>;

export const OpinionRow = z.strictObject({
  /** Null in the first row: all branches together, as far as their own totals are shown. */
  branchOfficeId: BranchOfficeId.nullable(),
  branchName: z.string().nullable(),
  totals: z.partialRecord(ScaleQuestion, OpinionTotal),
  recommend: RecommendTotal.nullable(),
});
export type OpinionRow = z.infer<typeof OpinionRow>;

export const OpinionTotals = z.strictObject({
  /** Whether a key of the survey lies in headquarters' folder; without it all stays sealed. */
  hasKey: z.boolean(),
  /** Answers that wait to be opened. */
  sealed: z.int(),
  /** Answers that open with none of the keys that are here. */
  unreadable: z.int(),
  surveys: z.array(
    z.strictObject({
      survey: SurveyName,
      /** In the order in which they are asked. */
      questions: z.array(SurveyQuestion),
      rows: z.array(OpinionRow),
    }),
  ),
});
export type OpinionTotals = z.infer<typeof OpinionTotals>;

/** What people wrote at one branch, in the order of the alphabet; long numbers in it are taken out. */
export const OpinionWords = z.strictObject({
  surveys: z.array(
    z.strictObject({
      survey: SurveyName,
      branches: z.array(
        z.strictObject({
          branchOfficeId: BranchOfficeId,
          branchName: z.string(),
          words: z.array(z.string()).max(500),
          /** How many more there are. */
          hidden: z.int(),
        }),
      ),
    }),
  ),
});
export type OpinionWords = z.infer<typeof OpinionWords>;

/** Totals alone: no answer of one person, nothing by employee, nothing by case (policy, P14 and P17). */
export const hqOpinionsContract = {
  totals: hqPermitted('opinions.read')
    .route({ method: 'GET', path: '/opinions' })
    .output(OpinionTotals),
  /** Only once five of a branch have answered, and five by five; never to anybody who decides (section 8). */
  words: hqPermitted('opinions.words')
    .route({ method: 'GET', path: '/opinions/words' })
    .output(OpinionWords),
};
