import type { Answer, AnswerValue } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { answerAt, rowsOf } from '#shared/domain/answers/answerSet.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { type DayNumber, fromDayNumber } from '#shared/domain/calendar/dayNumber.ts';
import type { AssessedRow } from '#shared/domain/case/assessCase.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { applicantName } from '#shared/domain/case/whoSigns.ts';
import type { NeededDocument } from '#shared/domain/documents/neededDocuments.ts';
import type { Field, Item } from '#shared/domain/questionnaire/model.ts';

/** By which a deed can be named that nobody has stated the number of. */
const TRAINING_DEED_NO = '440219871';

/**
 * What would stand in a paper that agrees with everything stated: for training only, where papers are
 * invented. A reading that a row compares takes the stated value; the rest is plausible filling.
 */
export function trainingReadings(
  needed: NeededDocument,
  matrix: readonly AssessedRow[],
  state: CaseState,
  today: DayNumber,
): readonly AnswerPatch[] {
  const stated = new Map<string, Answer>(ownReadings(state));
  for (const { row } of matrix) {
    if (row.documentKey !== needed.documentKey) continue;
    for (const [index, path] of row.readPaths.entries()) {
      // The parts of a name are one reading; a register's head has a name and a number.
      if (row.stated.kind === 'name') {
        if (row.readPaths.length === 1 || /name/i.test(path))
          stated.set(path, { value: row.stated.text });
        continue;
      }
      if (row.stated.kind === 'identifier' && /name/i.test(path)) continue;
      const from = row.statedPaths[Math.min(index, row.statedPaths.length - 1)];
      const answer = from === undefined ? undefined : answerAt(state.answers, from);
      if (answer !== undefined) stated.set(path, answer);
    }
  }
  return needed.form.sections.flatMap(({ items }) => readingsOf(items, stated, state, today));
}

/** What papers say of their holder and of themselves where no row compares it. */
function ownReadings(state: CaseState): readonly (readonly [string, Answer])[] {
  const name = applicantName(state);
  const idNumber = answerAt(state.answers, 'idNumber');
  const deedNo = answerAt(state.answers, 'agentDeedNo');
  return [
    ...(name === null ? [] : [['holderName', { value: name }] as const]),
    ...(idNumber === undefined ? [] : [['holderIdNumber', idNumber] as const]),
    ['number', deedNo ?? { value: TRAINING_DEED_NO }],
  ];
}

function readingsOf(
  items: readonly Item[],
  stated: ReadonlyMap<string, Answer>,
  state: CaseState,
  today: DayNumber,
): readonly AnswerPatch[] {
  return items.flatMap((item): readonly AnswerPatch[] => {
    if (item.kind === 'group') return readingsOf(item.items, stated, state, today);
    if (item.kind === 'repeat') return members(item.name, item.items, state);
    // The lines for machines carry check digits that nobody invents by hand.
    if (!item.asked || item.appearance.includes('mrz')) return [];
    const value = fillingOf(item, today);
    const printed = stated.get(item.name);
    const answer = fits(item, printed) ? printed : value === null ? null : { value };
    return answer == null ? [] : [set(item.name, answer)];
  });
}

/** A paper that proves what was stated may say it in words of its own: `husband` for `widowed`. */
function fits(field: Field, answer: Answer | undefined): boolean {
  if (answer === undefined) return false;
  if (field.type !== 'selectOne' || !('value' in answer)) return true;
  return field.choices.some(({ name }) => name === answer.value);
}

/** Rows of a register: the members of the family, as far as the paper prints what was stated of them. */
function members(
  repeat: string,
  items: readonly Item[],
  { answers }: CaseState,
): readonly AnswerPatch[] {
  return rowsOf(answers, 'family').flatMap((rowId) => [
    { op: 'addRow' as const, repeat, rowId },
    ...items.flatMap((item) => {
      const answer = answerAt(answers, `family/${rowId}/${item.name}`);
      return answer === undefined ? [] : [set(`${repeat}/${rowId}/${item.name}`, answer)];
    }),
  ]);
}

function fillingOf(field: Field, today: DayNumber): AnswerValue | null {
  const ahead = /expiry|until|end/i.test(field.name);
  switch (field.type) {
    case 'date':
      return fromDayNumber(addDays(today, ahead ? 400 : -20), 'gregorian');
    case 'selectOne':
      return field.choices[0]?.name ?? null;
    default:
      return null;
  }
}

function set(path: string, answer: Answer): AnswerPatch {
  return { op: 'set', path, answer, base: null };
}
