import type { Answer, PrintedDate } from '../answers/answer.ts';
import { type FieldAnswer, fieldAnswer, rowsOfRepeat } from '../documents/caseRow.ts';
import { searchKeyOf } from '../names/normalizeName.ts';
import type { Choice, Field, Questionnaire } from '../questionnaire/model.ts';
import type { Row } from '../questionnaire/rows.ts';
import { normalizeDate } from './comparisons/dates.ts';
import { normalizeIdentifier } from './comparisons/identifiers.ts';
import type { DisplayValue } from './displayValue.ts';
import type { ValueKind } from './matchingRules.ts';

/** A form with the rows of its answers: the interview, or the readings of one document. */
export interface FilledForm {
  readonly form: Questionnaire;
  readonly root: Row;
}

/** `family` of a pattern for a field in all rows of a repeat; null for a field of the root. */
export function repeatOf(pattern: string): string | null {
  const [first = '', star] = pattern.split('/');
  return star === '*' ? first : null;
}

/**
 * The fields that a pattern means, in the order of the rows. Inside `row`, a pattern of that row's
 * repeat means its own field.
 */
export function fieldsAt(
  { form, root }: FilledForm,
  pattern: string,
  row: Row | null = null,
): readonly FieldAnswer[] {
  const repeat = repeatOf(pattern);
  const name = pattern.split('/').at(-1) ?? '';
  if (repeat === null) return present(fieldAnswer(form, root, name));
  const rows = row?.scope.schemaPath === repeat ? [row] : rowsOfRepeat(form, root, repeat);
  return rows.flatMap((one) => present(fieldAnswer(form, one, name)));
}

/** Whether everything that a paper must show is read, so that what is left empty is not printed. */
export function requiredAreRead({ form, root }: FilledForm): boolean {
  return [...form.fieldByName.values()].every(
    (field) =>
      field.required !== true ||
      field.schemaPath !== field.name ||
      fieldsAt({ form, root }, field.name).every(({ answer }) => answer !== undefined),
  );
}

function present(found: FieldAnswer | undefined): readonly FieldAnswer[] {
  return found === undefined ? [] : [found];
}

/** Whether this version of the form has the field at all. */
export function knows(form: Questionnaire, pattern: string): boolean {
  return form.fieldByName.has(pattern.replace('/*/', '/'));
}

/** The choices of the first of these fields that has any, by name: the states of a nationality. */
export function statesAt(
  filled: FilledForm,
  patterns: readonly string[],
): ReadonlyMap<string, Choice> {
  const lists = patterns
    .flatMap((pattern) => fieldsAt(filled, pattern))
    .flatMap(({ field }) => (field.choiceList === null ? [] : [field.choiceList.byName]));
  return lists[0] ?? new Map();
}

export function textValue(answer: Answer | undefined): string | null {
  if (answer === undefined || !('value' in answer)) return null;
  return typeof answer.value === 'string' && answer.value.trim() !== '' ? answer.value : null;
}

export function dateValue(answer: Answer | undefined): PrintedDate | null {
  if (answer === undefined || !('value' in answer)) return null;
  return typeof answer.value === 'object' && 'calendar' in answer.value ? answer.value : null;
}

/** The parts of a name as one name; null when no part was given. */
export function joinedName(parts: readonly FieldAnswer[]): string | null {
  const name = parts
    .filter((part) => part.relevant)
    .map((part) => textValue(part.answer)?.trim() ?? '')
    .filter((part) => part !== '')
    .join(' ');
  return name === '' ? null : name;
}

/** What a screen shows of one answer. */
export function displayOf(kind: ValueKind, field: Field, answer: Answer | undefined): DisplayValue {
  if (answer === undefined) return { kind: 'missing' };
  if ('nonAnswer' in answer) {
    return { kind: 'nonAnswer', code: answer.nonAnswer, reason: answer.reason };
  }
  const { value } = answer;
  if (typeof value === 'number') {
    return kind === 'money' ? { kind: 'money', halalas: value } : { kind: 'number', value };
  }
  if (typeof value === 'string') {
    if (value.trim() === '') return { kind: 'missing' };
    if (field.choiceList !== null) return choiceOf(field, value);
    return kind === 'name' || kind === 'identifier' || kind === 'iban'
      ? { kind, text: value }
      : { kind: 'text', text: value };
  }
  if (typeof value === 'boolean') return { kind: 'text', text: String(value) };
  if ('calendar' in value) return { kind: 'date', date: value };
  if ('latitude' in value) return { kind: 'text', text: `${value.latitude} ${value.longitude}` };
  return { kind: 'list', items: value.map((name) => choiceOf(field, name)) };
}

function choiceOf(field: Field, name: string): DisplayValue {
  return { kind: 'choice', name, label: field.choiceList?.byName.get(name)?.label ?? null };
}

/** The value as it is compared and kept beside the verdict; null when nothing was given. */
export function normalizedOf(value: DisplayValue | null): string | null {
  if (value === null) return null;
  switch (value.kind) {
    case 'missing':
      return null;
    case 'name':
      // A name without letters is kept as it is: it must still be told from another.
      return searchKeyOf(value.text) || value.text;
    case 'identifier':
    case 'iban':
      return normalizeIdentifier(value.text);
    case 'text':
      return value.text.normalize('NFKC').replace(/\s+/g, ' ').trim();
    case 'date':
      return normalizeDate(value.date);
    case 'money':
      return String(value.halalas);
    case 'number':
      return String(value.value);
    case 'choice':
      return value.name;
    case 'list':
      return value.items.map((item) => normalizedOf(item) ?? '').join('; ');
    case 'nonAnswer':
      return `${value.code}: ${value.reason}`;
  }
}
