import type { Answer, AnswerPath, AnswerValue } from '../answers/answer.ts';
import { countCharacters } from './characters.ts';
import { checkFormat } from './formats.ts';
import type { Field } from './model.ts';
import { type Problem, type ProblemCode, problem } from './problem.ts';
import { expressionValue, type Row } from './rows.ts';

/** Whether an answer says anything: an empty text or list is none, a coded non-answer is one. */
export function isAnswered(answer: Answer | undefined): answer is Answer {
  if (!answer) return false;
  if (!('value' in answer)) return true;
  const { value } = answer;
  return !(value === '' || (Array.isArray(value) && value.length === 0));
}

/** Everything wrong with a given answer where it stands; whether one is missing is not asked here. */
export function checkAnswer(row: Row, field: Field, answer: Answer): readonly Problem[] {
  const path: AnswerPath = row.prefix + field.name;
  if (!('value' in answer)) {
    return field.nonAnswers.includes(answer.nonAnswer)
      ? []
      : [problem(path, 'nonAnswerNotAllowed', { params: { nonAnswer: answer.nonAnswer } })];
  }
  const problems = checkValue(row, field, path, answer.value, answer.asPrinted === true);
  if (problems.some((one) => one.blocking) || !field.constraint) return problems;
  const self = expressionValue(row.run.functions, field, answer.value);
  if (field.constraint.holds(row, self, null) === true) return problems;
  const { message, blocking } = field.constraint;
  return [
    ...problems,
    problem(path, 'constraint', {
      blocking,
      ...(typeof message === 'string' ? { messageKey: message } : { message }),
    }),
  ];
}

function checkValue(
  row: Row,
  field: Field,
  path: AnswerPath,
  value: AnswerValue,
  asPrinted: boolean,
): readonly Problem[] {
  switch (field.type) {
    case 'text':
      return typeof value === 'string'
        ? checkText(row, field, path, value, asPrinted)
        : [problem(path, 'wrongType')];
    case 'integer':
    case 'money':
      if (typeof value === 'number') return checkNumber(field, path, value);
      // What was typed and is no number is kept as text: it is told how one is written.
      return [
        problem(path, unreadable(value, field.type === 'money' ? 'moneyForm' : 'integerForm')),
      ];
    case 'date':
      return checkDate(row, field, path, value);
    case 'boolean':
      return typeof value === 'boolean' ? [] : [problem(path, 'wrongType')];
    case 'geopoint':
      return typeof value === 'object' && 'latitude' in value
        ? []
        : [problem(path, unreadable(value, 'geopointForm'))];
    case 'selectOne':
      return typeof value === 'string'
        ? checkChoices(row, field, path, [value])
        : [problem(path, 'wrongType')];
    case 'selectMultiple':
      return Array.isArray(value)
        ? checkChoices(row, field, path, value)
        : [problem(path, 'wrongType')];
    case 'calculate':
    case 'note':
      return [problem(path, 'notTyped')];
  }
}

function unreadable(value: AnswerValue, form: ProblemCode): ProblemCode {
  return typeof value === 'string' ? form : 'wrongType';
}

function checkText(
  row: Row,
  field: Field,
  path: AnswerPath,
  text: string,
  asPrinted: boolean,
): readonly Problem[] {
  const { minLength, maxLength } = field.limits;
  const problems: Problem[] = [];
  const length = countCharacters(text);
  if (minLength !== undefined && length < minLength) {
    problems.push(problem(path, 'tooShort', { params: { least: minLength, length } }));
  }
  if (maxLength !== undefined && length > maxLength) {
    problems.push(problem(path, 'tooLong', { params: { most: maxLength, length } }));
  }
  const code = field.format ? checkFormat(field.format, text, row.run.functions) : null;
  if (code) {
    // Nobody is turned away by a checksum: keyed twice as printed, it becomes a flag (domain/3).
    const printedSo = asPrinted && (code === 'idChecksum' || code === 'idTransposed');
    problems.push(problem(path, code, { blocking: !printedSo }));
  }
  return problems;
}

function checkNumber(field: Field, path: AnswerPath, value: number): readonly Problem[] {
  // Money is never below zero; what is owed has fields of its own.
  const least = field.limits.min ?? (field.type === 'money' ? 0 : undefined);
  const most = field.limits.max;
  if (least !== undefined && value < least)
    return [problem(path, 'tooSmall', { params: { least } })];
  if (most !== undefined && value > most) return [problem(path, 'tooLarge', { params: { most } })];
  return [];
}

function checkDate(
  row: Row,
  field: Field,
  path: AnswerPath,
  value: AnswerValue,
): readonly Problem[] {
  if (typeof value !== 'object' || !('calendar' in value)) return [problem(path, 'wrongType')];
  const { functions, today } = row.run;
  const day = functions.dayNumber(value);
  if (typeof day !== 'number') return [problem(path, day)];
  const { date, maxAge } = field.limits;
  if (date === 'past' && day > today) return [problem(path, 'dateInFuture')];
  if (date === 'future' && day < today) return [problem(path, 'dateInPast')];
  if (maxAge !== undefined && day <= today && (functions.ageOn(day, today) ?? 0) > maxAge) {
    return [problem(path, 'dateOutOfRange', { params: { years: maxAge } })];
  }
  return [];
}

function checkChoices(
  row: Row,
  field: Field,
  path: AnswerPath,
  names: readonly string[],
): readonly Problem[] {
  if (new Set(names).size < names.length) return [problem(path, 'duplicateChoice')];
  return names.every((name) => isOffered(row, field, name)) ? [] : [problem(path, 'notInList')];
}

/** Whether a choice stands in the field's list and its filter lets it through in this row. */
export function isOffered(row: Row, field: Field, name: string): boolean {
  const choice = field.choiceList?.byName.get(name);
  if (!choice) return false;
  return field.choiceFilter === null || field.choiceFilter(row, null, choice.columns) === true;
}
