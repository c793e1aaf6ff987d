import { type Answer, type AnswerPath, isNonAnswer, PrintedDate } from '../answers/answer.ts';
import { answerAt, rowsOf, withoutRowIds } from '../answers/answerSet.ts';
import { isoDate, riyadhDayNumber, toDayNumber } from '../calendar/dayNumber.ts';
import type { CaseState } from '../case/caseState.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { CaseId, IsoDay } from '../identity.ts';
import { findField } from '../questionnaire/fields.ts';
import type { Field, Questionnaire } from '../questionnaire/model.ts';
import { validateAnswer } from '../questionnaire/validateAnswer.ts';
import type { Keeps, KnownRules } from './knownRules.ts';

/** Something that a person's file says, with the request in which it was last said and the day. */
export interface KnownAnswer {
  readonly path: AnswerPath;
  readonly answer: Answer;
  readonly saidOn: IsoDay;
  readonly caseId: CaseId;
  /** It may stand without being asked again; otherwise it is shown, and counts only once confirmed. */
  readonly isFresh: boolean;
}

export interface KnownFile {
  readonly answers: readonly KnownAnswer[];
  /** Rows of repeats, in their order: the members of the household. */
  readonly rows: readonly { readonly repeat: string; readonly rowId: string }[];
}

export interface KnowingContext {
  readonly rules: KnownRules;
  /** The form in which it is to stand: what does not fit it any more is not known. */
  readonly questionnaire: Questionnaire;
  readonly formOf: (state: CaseState) => Questionnaire;
  readonly today: IsoDay;
}

/**
 * What is known of a person from their requests: each field as it was last said, a repeat as a whole
 * from the last request that asked for it. What was refused or withdrawn later than it was said is not
 * known: it may be asked anew.
 * @param requests of one person, the one opened last first
 */
export function knownFile(requests: readonly CaseState[], context: KnowingContext): KnownFile {
  const { questionnaire, rules } = context;
  const fields = [...rules.keeps.keys()].filter(
    (path) => questionnaire.fieldByName.get(path)?.asked === true,
  );
  const repeats = new Set(
    fields.flatMap((path) => (path.includes('/') ? [path.slice(0, path.indexOf('/'))] : [])),
  );
  const rooted = fields
    .filter((path) => !path.includes('/'))
    .flatMap((path) => {
      const state = requests.find((each) => Object.hasOwn(each.answerSources, path));
      return state === undefined ? [] : knownAt(state, path, context);
    });
  const households = [...repeats].flatMap((repeat) => {
    const state = requests.find(
      (each) => rowsOf(each.answers, repeat).length > 0 || each.interviewCompleted !== null,
    );
    const rowIds = state === undefined ? [] : rowsOf(state.answers, repeat);
    return rowIds.map((rowId) => ({
      row: { repeat, rowId },
      answers: fields
        .filter((path) => path.startsWith(`${repeat}/`))
        .flatMap((path) =>
          state === undefined
            ? []
            : knownAt(state, `${repeat}/${rowId}/${path.slice(repeat.length + 1)}`, context),
        ),
    }));
  });
  return {
    answers: [...rooted, ...households.flatMap(({ answers }) => answers)],
    rows: households.map(({ row }) => row),
  };
}

function knownAt(
  state: CaseState,
  path: AnswerPath,
  context: KnowingContext,
): readonly KnownAnswer[] {
  const answer = answerAt(state.answers, path);
  const source = Object.hasOwn(state.answerSources, path) ? state.answerSources[path] : undefined;
  if (answer === undefined || source === undefined || isNonAnswer(answer)) return [];
  if (!fitsForm(state, path, answer, context)) return [];
  // What that request itself took from the file is as old as it was there.
  const before = Object.hasOwn(state.taken, path) ? state.taken[path] : undefined;
  const saidOn = before?.saidOn ?? isoDate(riyadhDayNumber(Date.parse(source.at)));
  const keeps = context.rules.keeps.get(withoutRowIds(path));
  const isFresh = keeps !== undefined && isFreshAnswer(keeps, answer, saidOn, context.today);
  // Nobody confirms a day that has passed: it is asked anew.
  if (keeps === 'untilItsDay' && !isFresh) return [];
  return [{ path, answer, saidOn, caseId: before?.caseId ?? state.caseId, isFresh }];
}

/** Another version of the form may ask something else under the same name, or offer other choices. */
function fitsForm(
  state: CaseState,
  path: AnswerPath,
  answer: Answer,
  { questionnaire, formOf, today }: KnowingContext,
): boolean {
  const then = formOf(state);
  if (then.id === questionnaire.id && then.version === questionnaire.version) return true;
  const before = findField(then, path);
  const now = findField(questionnaire, path);
  if (before === undefined || now === undefined || !asksTheSame(before, now)) return false;
  const problems = validateAnswer(questionnaire, path, answer, state.answers, {
    today: dayNumberOf(today),
  });
  return problems.every(({ blocking }) => !blocking);
}

function asksTheSame(one: Field, other: Field): boolean {
  return (
    one.type === other.type &&
    one.format === other.format &&
    one.choiceList?.name === other.choiceList?.name
  );
}

/** Whether an answer that was said on a day may still be taken over today. */
export function isFreshAnswer(
  keeps: Keeps,
  answer: Answer,
  saidOn: IsoDay,
  today: IsoDay,
): boolean {
  switch (keeps) {
    case 'always':
      return true;
    case 'untilItsDay': {
      const date = PrintedDate.safeParse('value' in answer ? answer.value : undefined);
      const day = date.success ? toDayNumber(date.data) : null;
      return day !== null && day >= dayNumberOf(today);
    }
    default:
      return dayNumberOf(today) - dayNumberOf(saidOn) <= keeps;
  }
}
