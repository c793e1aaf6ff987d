import type { FieldAnswer } from '../documents/caseRow.ts';
import { decidingReading, ISSUE_DATE } from '../documents/documentValidity.ts';
import { compareSingle, compareValidity, type SingleComparison } from './compareRow.ts';
import { finding } from './comparisons/finding.ts';
import type { DisplayValue } from './displayValue.ts';
import type { ComputedVerdict, Correction } from './matrixRow.ts';
import type { RowContext, RowFinding } from './rowContext.ts';
import {
  displayOf,
  fieldsAt,
  joinedName,
  normalizedOf,
  repeatOf,
  requiredAreRead,
} from './rowSide.ts';

/** A row that holds one stated value against one reading. */
export function singleRow(context: RowContext, comparison: SingleComparison): RowFinding {
  const { rule, interview, paper, row } = context;
  const statedFields = statedFieldsOf(context, comparison);
  const [reading, ...otherReadings] = rule.readings;
  const [readField] = reading === undefined ? [] : fieldsAt(paper, reading);
  const others = otherReadings.flatMap((pattern) => fieldsAt(paper, pattern));
  const stated = statedDisplay(context, statedFields);
  const read: DisplayValue =
    readField === undefined
      ? { kind: 'missing' }
      : displayOf(rule.value, readField.field, readField.answer);
  const early = beforeComparing(context, stated, read, readField);
  const computed =
    early === 'unread'
      ? null
      : (early ??
        compareSingle(comparison, context, stated, read) ??
        // A value of a kind that the comparison does not know: a person looks.
        finding('review', 'readByPerson'));
  const own = comparison.kind === 'nameAmong' ? fieldsAt(interview, comparison.idNumber, row) : [];
  return {
    statedPaths: statedFields.map(({ path }) => path),
    readPaths: [...(readField === undefined ? [] : [readField]), ...others].map(({ path }) => path),
    corrections: correctionsOf(context, computed, statedFields, readField),
    stated,
    read: read.kind === 'missing' ? null : read,
    statedNormalized: together(normalizedOf(stated), own),
    readNormalized: together(normalizedOf(read), others),
    computed,
  };
}

/** M25: nothing is stated; the paper's own dates speak, as of the day. */
export function validityRow(context: RowContext): RowFinding {
  const { needed, paper } = context;
  const names = [...new Set([decidingReading(needed.validity) ?? ISSUE_DATE, ISSUE_DATE])];
  const [deciding, issue] = names.flatMap((name) => fieldsAt(paper, name));
  const fields = [deciding, issue].filter((field) => field !== undefined);
  const read = fields.map(({ field, answer }) => displayOf('date', field, answer));
  const shown = read.find((value) => value.kind === 'date') ?? null;
  const computed = compareValidity(context);
  return {
    statedPaths: [],
    readPaths: fields.map(({ path }) => path),
    corrections: [],
    stated: { kind: 'missing' },
    read: shown,
    statedNormalized: null,
    readNormalized:
      shown === null ? null : read.map((value) => normalizedOf(value) ?? '').join('; '),
    // While the form is still being filled, a date that is missing is not read yet.
    computed: computed.reasonCode === 'dateMissing' && !requiredAreRead(paper) ? null : computed,
  };
}

/** The fields that the row is about; `claimed` of a holder stands for all of them when answered. */
function statedFieldsOf(
  { rule, interview, row }: RowContext,
  comparison: SingleComparison,
): readonly FieldAnswer[] {
  if (comparison.kind === 'holder' && comparison.claimed !== undefined) {
    const claimed = fieldsAt(interview, comparison.claimed, row).filter(
      ({ relevant, answer }) => relevant && answer !== undefined,
    );
    if (claimed.length > 0) return claimed;
  }
  return rule.stated
    .filter((pattern) => row !== null || repeatOf(pattern) === null)
    .flatMap((pattern) => fieldsAt(interview, pattern, row))
    .filter((field) => field.relevant);
}

function statedDisplay({ rule }: RowContext, fields: readonly FieldAnswer[]): DisplayValue {
  const [field, another] = fields;
  if (field === undefined) return { kind: 'missing' };
  if (rule.comparison.kind === 'readByPerson') {
    // Whoever reads the paper sees all that was said of the matter.
    const items = fields
      .map((one) => displayOf(rule.value, one.field, one.answer))
      .filter((value) => value.kind !== 'missing');
    const [only, second] = items;
    if (only !== undefined) return second === undefined ? only : { kind: 'list', items };
  }
  if (another === undefined || rule.value !== 'name') {
    return displayOf(rule.value, field.field, field.answer);
  }
  const text = joinedName(fields);
  return text === null ? displayOf(rule.value, field.field, field.answer) : { kind: 'name', text };
}

/** What can be said before the two are held together; null when both hold a value. */
export function beforeComparing(
  { rule, paper }: RowContext,
  stated: DisplayValue,
  read: DisplayValue,
  readField: FieldAnswer | undefined,
): ComputedVerdict | 'unread' | null {
  if (read.kind === 'missing') {
    const optional = readField !== undefined && readField.field.required !== true;
    return optional && requiredAreRead(paper) ? finding('notApplicable', 'notPrinted') : 'unread';
  }
  // Said to be missing on the paper by whoever read it: a person has to stand by that.
  if (read.kind === 'nonAnswer') return finding('review', 'notPrinted');
  if (stated.kind === 'nonAnswer') return finding('review', 'statedNotAnswered');
  if (stated.kind === 'missing') {
    return finding(rule.blocksSigning ? 'review' : 'notApplicable', 'notStated');
  }
  return null;
}

function correctionsOf(
  { rule }: RowContext,
  computed: ComputedVerdict | null,
  statedFields: readonly FieldAnswer[],
  readField: FieldAnswer | undefined,
): readonly Correction[] {
  const [stated, another] = statedFields;
  if (!rule.correctable || stated === undefined || another !== undefined) return [];
  if (computed === null || computed.verdict === 'match' || readField?.answer === undefined)
    return [];
  if (!('value' in readField.answer) || stated.field.type !== readField.field.type) return [];
  return [{ stated: stated.path, read: readField.path }];
}

/** A value with the others on which the verdict hangs too, so that a change of any of them shows. */
function together(first: string | null, others: readonly FieldAnswer[]): string | null {
  if (first === null || others.length === 0) return first;
  const rest = others.map(({ field, answer }) => normalizedOf(displayOf('text', field, answer)));
  return [first, ...rest.map((one) => one ?? '')].join('; ').slice(0, 4000);
}
