import { FIELD_ROLES, type FieldRole, type LinkageField, roleField } from './fields.ts';
import { createRecordReader, fieldsOf } from './recordReader.ts';

/** What is known of a person, as written; whatever is not known is left out or ''. */
export type PersonText = Readonly<
  Partial<Record<FieldRole | 'fullName' | 'birthCalendar', string | undefined>>
>;

/** The fields by which people are compared, in the order of their values. */
export const PERSON_FIELDS: readonly LinkageField[] = FIELD_ROLES.map(roleField);

const HEADINGS = [...FIELD_ROLES, 'fullName', 'birthCalendar'] as const;
const READER = createRecordReader(
  fieldsOf(Object.fromEntries(FIELD_ROLES.map((role) => [role, role]))),
  Object.fromEntries(HEADINGS.map((heading) => [heading, heading])),
  HEADINGS,
  'dayFirst',
);

/**
 * The values by which a person is compared, in the order of `PERSON_FIELDS`: names folded, numbers compact,
 * the birth date in its own calendar. Nothing is refused: what cannot be read is taken as not known.
 */
export function personValues(person: PersonText): readonly string[] {
  return READER(HEADINGS.map((heading) => person[heading] ?? ''));
}
