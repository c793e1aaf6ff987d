import type { AnswerPath, AnswerSet } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import { assertNever } from '../assertNever.ts';
import { checkAnswer, isAnswered } from './checkAnswer.ts';
import type {
  Evaluation,
  EvaluationContext,
  PathState,
  Progress,
  ProgressState,
  RepeatState,
} from './evaluation.ts';
import type { Compiled } from './expression/types.ts';
import type { Field, Item, Questionnaire, Repeat } from './model.ts';
import type { Problem } from './problem.ts';
import { type Row, rootRow } from './rows.ts';

/**
 * What applies, what is missing and what is wrong in a case. Pure: the same answers on the same day
 * give the same evaluation. Never throws on answers, whatever their shape.
 */
export function evaluate(
  questionnaire: Questionnaire,
  answers: AnswerSet,
  context: EvaluationContext,
): Evaluation {
  const root = rootOf(questionnaire, answers, context);
  const walk: Walk = { paths: new Map(), repeats: new Map(), rows: new Map() };
  const sections = questionnaire.sections.map((section) => ({
    section,
    ...finish(visitItems(section.items, root, walk), root.isRelevant(section.cell)),
  }));
  const problems = sections.flatMap((one) => one.problems);
  const missing = sections.flatMap((one) => one.missing);
  return {
    ...walk,
    sections,
    missing,
    problems,
    flags: problems.filter((one) => !one.blocking),
    complete: missing.length === 0 && problems.every((one) => !one.blocking),
  };
}

/** The root of one evaluation; each field below it is worked out when it is first asked for. */
export function rootOf(
  questionnaire: Questionnaire,
  answers: AnswerSet,
  context: EvaluationContext,
): Row {
  const { functions } = questionnaire;
  const { today, calculatedBySystem = {} } = context;
  return rootRow({ answers, functions, today, calculatedBySystem }, questionnaire.rootScope);
}

export function isRequired(required: Compiled | boolean, row: Row): boolean {
  return typeof required === 'boolean' ? required : required(row, null, null) === true;
}

interface Walk {
  readonly paths: Map<AnswerPath, PathState>;
  readonly repeats: Map<string, RepeatState>;
  readonly rows: Map<string, Progress>;
}

interface Tally {
  asked: number;
  answered: number;
  required: number;
  rows: number;
  readonly missing: AnswerPath[];
  readonly problems: Problem[];
}

function visitItems(items: readonly Item[], row: Row, walk: Walk, tally = newTally()): Tally {
  for (const item of items) {
    switch (item.kind) {
      case 'field':
        visitField(item, row, walk, tally);
        break;
      case 'group':
        visitItems(item.items, row, walk, tally);
        break;
      case 'repeat':
        visitRepeat(item, row, walk, tally);
        break;
      default:
        assertNever(item);
    }
  }
  return tally;
}

function visitField(field: Field, row: Row, walk: Walk, tally: Tally): void {
  const path = row.prefix + field.name;
  const relevant = row.isRelevant(field.cell);
  const answer = answerAt(row.run.answers, path);
  const answered = field.asked && isAnswered(answer);
  const required = relevant && isRequired(field.required, row);
  const problems = relevant && answered ? checkAnswer(row, field, answer) : [];
  const value = relevant ? countedValue(field, row) : null;
  walk.paths.set(path, {
    path,
    field,
    relevant,
    required,
    answer: answer ?? null,
    answered,
    value,
    problems,
  });
  if (!relevant || !field.asked) return;
  tally.asked += 1;
  if (answered) tally.answered += 1;
  if (required) tally.required += 1;
  if (required && !answered) tally.missing.push(path);
  tally.problems.push(...problems);
}

function countedValue(field: Field, row: Row): PathState['value'] {
  if (!field.calculation) return row.storedValue(field) ?? null;
  const value = row.valueOf(field.cell);
  return typeof value === 'object' ? null : value;
}

function visitRepeat(repeat: Repeat, row: Row, walk: Walk, tally: Tally): void {
  const path = row.prefix + repeat.name;
  const relevant = row.isRelevant(repeat.cell);
  const required = relevant && isRequired(repeat.required, row);
  const rows = row.rows(repeat.cell);
  walk.repeats.set(path, {
    repeat,
    path,
    relevant,
    required,
    rowIds: rows.map((one) => one.rowId),
  });
  if (relevant) tally.rows += rows.length;
  if (required) tally.required += 1;
  if (required && rows.length === 0) tally.missing.push(path);
  for (const inner of rows) {
    const inside = visitItems(repeat.items, inner, walk);
    walk.rows.set(`${path}/${inner.rowId}`, finish(inside, relevant));
    tally.asked += inside.asked;
    tally.answered += inside.answered;
    tally.required += inside.required;
    tally.rows += inside.rows;
    tally.missing.push(...inside.missing);
    tally.problems.push(...inside.problems);
  }
}

function newTally(): Tally {
  return { asked: 0, answered: 0, required: 0, rows: 0, missing: [], problems: [] };
}

function finish(tally: Tally, relevant: boolean): Progress {
  const { asked, answered, required, missing, problems } = tally;
  return { asked, answered, required, missing, problems, relevant, state: progressState(tally) };
}

function progressState(tally: Tally): ProgressState {
  if (tally.problems.some((one) => one.blocking)) return 'blocked';
  if (tally.missing.length === 0) return 'complete';
  return tally.answered > 0 || tally.rows > 0 ? 'started' : 'empty';
}
