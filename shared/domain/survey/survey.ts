import { z } from 'zod';

/**
 * The survey that a beneficiary answers alone (policy P10, P14, P17; section 8). Its words are data,
 * in every language in which a person may be asked; headquarters may replace them.
 */

const words = z.string().trim().min(1).max(600);

/** The policy's questions by their numbers; S1 asks for some of them, S2 for all. */
export const SurveyQuestion = z.enum(['q1', 'q2', 'q3', 'q4', 'q5', 'q6', 'q7', 'q8']);
export type SurveyQuestion = z.infer<typeof SurveyQuestion>;

/** Whether one would recommend it, from 0 to 10; all others go by the scale. */
export const RECOMMENDATION = 'q7';
/** Whether it met the need: asked where something was delivered. */
export const NEED_MET = 'q6';

export const ScaleQuestion = SurveyQuestion.exclude([RECOMMENDATION]);
export type ScaleQuestion = z.infer<typeof ScaleQuestion>;

export const SCALE = ['5', '4', '3', '2', '1'] as const;

/** What one language says. */
const SurveyWords = z.strictObject({
  /** The language by its own name. */
  name: z.string().trim().min(1).max(40),
  direction: z.enum(['rtl', 'ltr']),
  title: words,
  alone: words,
  introduction: words,
  begin: words,
  questions: z.partialRecord(SurveyQuestion, words),
  /** The two ends of the recommendation. */
  recommend: z.strictObject({ no: words, yes: words }).optional(),
  scale: z.record(z.enum(SCALE), words),
  notApplicable: words,
  improve: words,
  improveHelp: words,
  back: words,
  next: words,
  send: words,
  sending: words,
  decline: words,
  /** With the places `{step}` and `{steps}`. */
  progress: words,
  answerFirst: words,
  thanks: words,
  thanksLine: words,
  declined: words,
  declinedLine: words,
  failed: words,
  staff: words,
});
export type SurveyWords = z.infer<typeof SurveyWords>;

/** A language of the survey; Arabic is always among them and comes first. */
export const SurveyLanguage = z.string().regex(/^[a-z]{2,3}$/);
export type SurveyLanguage = z.infer<typeof SurveyLanguage>;

export const Survey = z
  .strictObject({
    id: z.enum(['S1', 'S2']),
    version: z.int().min(1),
    /** In the order in which they are asked; the last may add what to improve. */
    asked: z.array(SurveyQuestion).min(1),
    languages: z.record(SurveyLanguage, SurveyWords),
  })
  .refine(({ languages }) => Object.hasOwn(languages, 'ar'), { error: 'Arabic is missing' })
  .refine(
    ({ asked, languages }) => Object.values(languages).every((each) => isWhole(asked, each)),
    {
      error: 'a question without its words',
    },
  );
export type Survey = z.infer<typeof Survey>;

function isWhole(asked: readonly SurveyQuestion[], { questions, recommend }: SurveyWords): boolean {
  const isSaid = asked.every((question) => questions[question] !== undefined);
  return isSaid && (recommend !== undefined || !asked.includes(RECOMMENDATION));
}

/** What the beneficiary is asked after the interview, and after notice or delivery. */
export interface Surveys {
  readonly S1: Survey;
  readonly S2: Survey;
}

/** The public half of the key of headquarters' survey, as `age` writes it. */
export const SurveyKey = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]{2,40}$/),
  version: z.int().min(1),
  recipient: z.string().regex(/^age1[0-9a-z]{58}$/),
  /** Stands in until the association's own key comes from headquarters. */
  isProvisional: z.boolean(),
});
export type SurveyKey = z.infer<typeof SurveyKey>;

const ScaleAnswer = z.union([z.int().min(1).max(5), z.literal('notApplicable')]);

/** What a person answered; a question that was passed over is left out. */
export const SurveyAnswers = z.strictObject({
  scale: z.partialRecord(ScaleQuestion, ScaleAnswer),
  /** Whether one would recommend it; left out where it was not asked, or passed over. */
  recommend: z.union([z.int().min(0).max(10), z.literal('notApplicable')]).optional(),
  /** What to improve, in the person's own words; empty for nothing. */
  improve: z.string().trim().max(600),
});
export type SurveyAnswers = z.infer<typeof SurveyAnswers>;

export const SURVEY_FORMAT = 'rifada.opinion.1';

/** What lies inside the envelope that only headquarters' survey can open. */
export const SealedOpinion = z.strictObject({
  format: z.literal(SURVEY_FORMAT),
  /** After the interview, or after notice or delivery. */
  survey: z.enum(['S1', 'S2']),
  version: z.int(),
  language: SurveyLanguage,
  answers: SurveyAnswers,
  /** Spaces, so that every envelope has the same length and tells nothing of what was written. */
  padding: z.string(),
});
export type SealedOpinion = z.infer<typeof SealedOpinion>;
