import type { FieldAnswer } from '../documents/caseRow.ts';
import { compareHolder } from './comparisons/persons.ts';
import type { DisplayValue } from './displayValue.ts';
import type { Comparison } from './matchingRules.ts';
import type { ComputedVerdict } from './matrixRow.ts';
import type { RowContext, RowFinding } from './rowContext.ts';
import { displayOf, fieldsAt, joinedName, normalizedOf, repeatOf, textValue } from './rowSide.ts';
import { beforeComparing } from './singleRow.ts';

type StudentComparison = Extract<Comparison, { kind: 'student' }>;

/**
 * Whom a school statement names (M21): any of the household who studies, or the applicant. What is
 * shown as stated is the pupil whom the paper names, and where it names nobody of them, all who study.
 */
export function studentRow(context: RowContext, comparison: StudentComparison): RowFinding {
  const { rule, paper } = context;
  const [reading] = rule.readings;
  const [readField] = reading === undefined ? [] : fieldsAt(paper, reading);
  const read: DisplayValue =
    readField === undefined
      ? { kind: 'missing' }
      : displayOf(rule.value, readField.field, readField.answer);
  const applicantFields = rule.stated
    .filter((pattern) => repeatOf(pattern) === null)
    .flatMap((pattern) => fieldsAt(context.interview, pattern))
    .filter(({ relevant }) => relevant);
  const applicant = joinedName(applicantFields);
  const students = studentFields(context, comparison);
  const names = students.flatMap(({ answer }) => textValue(answer) ?? []);
  const all = statedNames(names, applicant);
  const early = beforeComparing(context, all, read, readField);
  const verdict: ComputedVerdict | null =
    early === null && read.kind === 'name'
      ? compareHolder(applicant ?? '', names, read.text, comparison.otherwise)
      : early === 'unread'
        ? null
        : early;
  return {
    statedPaths: (students.length > 0 ? students : applicantFields).map(({ path }) => path),
    readPaths: readField === undefined ? [] : [readField.path],
    corrections: [],
    stated: named(verdict, applicant) ?? all,
    read: read.kind === 'missing' ? null : read,
    // Of all who study and the applicant: a change of any of them asks for the verdict again.
    statedNormalized: normalizedOf({
      kind: 'list',
      items: [...names, ...(applicant === null ? [] : [applicant])].map(asName),
    }),
    readNormalized: normalizedOf(read),
    computed: verdict,
  };
}

/** The names of the members who study; one whose standing was not said may study too. */
function studentFields(
  { rule, interview }: RowContext,
  { status, notStudying }: StudentComparison,
): readonly FieldAnswer[] {
  return rule.stated.flatMap((pattern) => {
    const repeat = repeatOf(pattern);
    if (repeat === null) return [];
    const standings = new Map(
      fieldsAt(interview, `${repeat}/*/${status}`).map(({ path, answer }) => [
        rowPath(path),
        textValue(answer),
      ]),
    );
    return fieldsAt(interview, pattern).filter(
      ({ path }) => !notStudying.includes(standings.get(rowPath(path)) ?? ''),
    );
  });
}

function rowPath(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}

function statedNames(students: readonly string[], applicant: string | null): DisplayValue {
  const [only, another] = students;
  if (only === undefined) return applicant === null ? { kind: 'missing' } : asName(applicant);
  return another === undefined ? asName(only) : { kind: 'list', items: students.map(asName) };
}

/** The one whom the paper was found to name; null when that is nobody of them. */
function named(verdict: ComputedVerdict | null, applicant: string | null): DisplayValue | null {
  if (verdict?.verdict !== 'match') return null;
  const member = verdict.params['person'];
  if (typeof member === 'string') return asName(member);
  return applicant === null ? null : asName(applicant);
}

function asName(text: string): DisplayValue {
  return { kind: 'name', text };
}
