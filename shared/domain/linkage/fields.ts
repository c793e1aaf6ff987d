import { z } from 'zod';

/** How two values of a field are compared. */
export const FieldKind = z.enum(['name', 'date', 'code', 'text', 'category']);
export type FieldKind = z.infer<typeof FieldKind>;

/**
 * With whom a person shares the value as a rule: with nobody, with brothers and sisters, with the house.
 * `open` says that nothing is known beforehand.
 */
export type FieldScope = 'person' | 'lineage' | 'household' | 'place' | 'open';

/** Fields of one group can have been written into one another's columns. */
export type FieldGroup = 'name' | 'place' | null;

export interface LinkageField {
  /** One of `FIELD_ROLES`; of a further column something that no role is called. */
  readonly key: string;
  /** Of a further column that is to be compared; null for a role. */
  readonly heading: string | null;
  readonly kind: FieldKind;
  readonly scope: FieldScope;
  readonly group: FieldGroup;
}

const ROLE_FIELDS = {
  given: { kind: 'name', scope: 'person', group: 'name' },
  father: { kind: 'name', scope: 'lineage', group: 'name' },
  grandfather: { kind: 'name', scope: 'lineage', group: 'name' },
  family: { kind: 'name', scope: 'lineage', group: 'name' },
  sex: { kind: 'category', scope: 'open', group: null },
  nationalId: { kind: 'code', scope: 'person', group: null },
  passport: { kind: 'code', scope: 'person', group: null },
  birthDate: { kind: 'date', scope: 'person', group: null },
  mobile: { kind: 'code', scope: 'household', group: null },
  email: { kind: 'text', scope: 'household', group: null },
  street: { kind: 'text', scope: 'place', group: 'place' },
  district: { kind: 'text', scope: 'place', group: 'place' },
  city: { kind: 'text', scope: 'place', group: 'place' },
  region: { kind: 'text', scope: 'place', group: 'place' },
  postalCode: { kind: 'text', scope: 'place', group: 'place' },
  occupation: { kind: 'text', scope: 'open', group: null },
} as const satisfies Readonly<Record<string, Omit<LinkageField, 'key' | 'heading'>>>;

export type FieldRole = keyof typeof ROLE_FIELDS;

/** The roles that are evidence, in the order in which their fields stand. */
export const FIELD_ROLES: readonly FieldRole[] = [
  'given',
  'father',
  'grandfather',
  'family',
  'sex',
  'nationalId',
  'passport',
  'birthDate',
  'mobile',
  'email',
  'street',
  'district',
  'city',
  'region',
  'postalCode',
  'occupation',
];

/** The parts into which a full name is taken apart. */
export const NAME_PARTS = ['given', 'father', 'grandfather', 'family'] as const;

/** The field of a role. */
export function roleField(role: FieldRole): LinkageField {
  return { key: role, heading: null, ...ROLE_FIELDS[role] };
}

/**
 * A further column: its values are compared as text, and with whom they are shared is learnt, also where its
 * heading is the name of a role.
 */
export function furtherField(heading: string): LinkageField {
  return { key: `compare ${heading}`, heading, kind: 'text', scope: 'open', group: 'place' };
}

const heading = z.string().trim().min(1);

/**
 * Which columns of a file play which role. `id` names the row and is never evidence; `fullName` is taken
 * apart into the four parts; `birthCalendar` only helps to read `birthDate`.
 */
export const ColumnMap = z.strictObject({
  id: heading.optional(),
  fullName: heading.optional(),
  birthCalendar: heading.optional(),
  given: heading.optional(),
  father: heading.optional(),
  grandfather: heading.optional(),
  family: heading.optional(),
  sex: heading.optional(),
  nationalId: heading.optional(),
  passport: heading.optional(),
  birthDate: heading.optional(),
  mobile: heading.optional(),
  email: heading.optional(),
  street: heading.optional(),
  district: heading.optional(),
  city: heading.optional(),
  region: heading.optional(),
  postalCode: heading.optional(),
  occupation: heading.optional(),
  /** Headings of further columns that are compared. */
  compare: z.array(heading).max(64).optional(),
  /** Headings that are left aside although their names say something. */
  ignore: z.array(heading).optional(),
});
export type ColumnMap = z.infer<typeof ColumnMap>;

/** What a column can be, beside `compare` and `ignore`. */
export type ColumnRole = Exclude<keyof ColumnMap, 'compare' | 'ignore'>;
