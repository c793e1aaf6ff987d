import type { Answer, AnswerPath, AnswerValue, RowId } from '../answers/answer.ts';
import type { Field, Repeat, Section } from './model.ts';
import type { Problem } from './problem.ts';

/** What the evaluation needs to know besides the answers. */
export interface EvaluationContext {
  /** The Asia/Riyadh civil day, as days since 1970-01-01. */
  readonly today: number;
  /** Values of the fields that the desk fills itself, by path. */
  readonly calculatedBySystem?: Readonly<Record<AnswerPath, AnswerValue>>;
}

/** One field in one place. */
export interface PathState {
  readonly path: AnswerPath;
  readonly field: Field;
  readonly relevant: boolean;
  readonly required: boolean;
  /** The stored answer, kept even where it does not apply (any more). */
  readonly answer: Answer | null;
  readonly answered: boolean;
  /** What counts: the answer's value where it applies, or the calculated one; else null. */
  readonly value: AnswerValue | null;
  /** Of a relevant answer. That a required one is missing stands in `missing`, not here. */
  readonly problems: readonly Problem[];
}

/**
 * `blocked`: something given must be put right; `complete`: nothing required is missing;
 * `empty`: something is, and nothing was said yet.
 */
export type ProgressState = 'empty' | 'started' | 'complete' | 'blocked';

/** How far a section, or a row of a repeat, has come. All counts are of relevant fields. */
export interface Progress {
  readonly relevant: boolean;
  readonly asked: number;
  readonly answered: number;
  readonly required: number;
  /** Required and not answered, in the order of the form; a repeat's path when it needs a row. */
  readonly missing: readonly AnswerPath[];
  readonly problems: readonly Problem[];
  readonly state: ProgressState;
}

export interface SectionState extends Progress {
  readonly section: Section;
}

export interface RepeatState {
  readonly repeat: Repeat;
  /** With row ids: `supportItems/r2/previousHelp`. */
  readonly path: string;
  readonly relevant: boolean;
  readonly required: boolean;
  readonly rowIds: readonly RowId[];
}

/** A case seen through its questionnaire on one day. */
export interface Evaluation {
  /** Every field in every place, in the order of the form. */
  readonly paths: ReadonlyMap<AnswerPath, PathState>;
  readonly sections: readonly SectionState[];
  readonly repeats: ReadonlyMap<string, RepeatState>;
  /** Each row by its path, `family/r1`. */
  readonly rows: ReadonlyMap<string, Progress>;
  readonly missing: readonly AnswerPath[];
  readonly problems: readonly Problem[];
  /** The problems that stop nothing and are kept for headquarters. */
  readonly flags: readonly Problem[];
  /** Nothing missing and nothing to put right: the guard of `draft → interviewed`. */
  readonly complete: boolean;
}
