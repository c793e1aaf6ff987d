import {
  type ColumnMap,
  FIELD_ROLES,
  furtherField,
  type LinkageField,
  NAME_PARTS,
  roleField,
} from './fields.ts';
import {
  nameWords,
  plainCode,
  plainEmail,
  plainNamePart,
  plainPhone,
  plainPlace,
  plainSex,
  plainText,
} from './plainValue.ts';
import { type DayOrder, dateText, readBirthDate, readCalendar } from './readBirthDate.ts';

/** The fields that a file with these columns gives values for. */
export function fieldsOf(map: ColumnMap): readonly LinkageField[] {
  const roles = FIELD_ROLES.filter(
    (role) =>
      map[role] !== undefined ||
      (map.fullName !== undefined && NAME_PARTS.some((part) => part === role)),
  );
  // What plays a role is compared already, and compared twice it would count twice.
  const { compare = [], ignore = [], ...inRoles } = map;
  const taken = new Set<unknown>([...Object.values(inRoles), ...ignore]);
  const further = new Set(compare.filter((heading) => !taken.has(heading)));
  return [...roles.map(roleField), ...Array.from(further, furtherField)];
}

/** The values of one record, in the order of the fields; '' where nothing is known. */
export type RecordReader = (cells: readonly string[]) => string[];

/** Turns the rows of one file into plain values. */
export function createRecordReader(
  fields: readonly LinkageField[],
  map: ColumnMap,
  headings: readonly string[],
  order: DayOrder,
): RecordReader {
  const columnOf = (heading: string | undefined) =>
    heading === undefined ? -1 : headings.indexOf(heading);
  const fullName = columnOf(map.fullName);
  const calendar = columnOf(map.birthCalendar);
  const readers = fields.map((field) => {
    const role = FIELD_ROLES.find((known) => known === field.key);
    const column = columnOf(field.heading ?? (role === undefined ? undefined : map[role]));
    const plain = comesAgain(field) ? remembered(plainerOf(field)) : plainerOf(field);
    return (cells: readonly string[]): string => {
      const cell = cells[column] ?? '';
      if (cell === '') return '';
      if (field.kind !== 'date') return plain(cell);
      const date = readBirthDate(cell, readCalendar(cells[calendar] ?? ''), order);
      return date === null ? '' : dateText(date);
    };
  });
  const parts = NAME_PARTS.map((part) => fields.findIndex(({ key }) => key === part));
  return (cells) => {
    const values = readers.map((read) => read(cells));
    const name = cells[fullName] ?? '';
    if (name !== '') spreadName(values, parts, nameWords(name));
    return values;
  };
}

/** Given, father, grandfathers, family; two words are given and family, and parts of their own win. */
function spreadName(values: string[], parts: readonly number[], words: readonly string[]): void {
  const [given = '', ...rest] = words;
  const family = rest.length > 0 ? (rest.at(-1) ?? '') : '';
  const between = rest.slice(0, -1);
  const found = [given, between[0] ?? '', between.slice(1).join(' '), family];
  for (const [index, field] of parts.entries()) {
    if (field >= 0 && values[field] === '') values[field] = found[index] ?? '';
  }
}

function plainerOf(field: LinkageField): (cell: string) => string {
  switch (field.key) {
    case 'sex':
      return plainSex;
    case 'mobile':
      return plainPhone;
    case 'email':
      return plainEmail;
    case 'nationalId':
    case 'passport':
      return plainCode;
    default:
      if (field.kind === 'name') return plainNamePart;
      return field.group === 'place' ? plainPlace : plainText;
  }
}

/** Names and places are written again and again, numbers and addresses of one person are not. */
function comesAgain({ kind, key }: LinkageField): boolean {
  return kind !== 'code' && key !== 'email';
}

/** So many spellings of a column are remembered. */
const REMEMBERED = 100_000;

function remembered(plain: (cell: string) => string): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const found = known.get(cell);
    if (found !== undefined) return found;
    const made = plain(cell);
    if (known.size < REMEMBERED) known.set(cell, made);
    return made;
  };
}

/** Which comes first in a column of dates: told by values above twelve, day first where none tells. */
export function dayOrderOf(dates: readonly string[]): DayOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const date of dates) {
    const match = /^\D*(\d{1,2})\D+(\d{1,2})\D+\d{4}/.exec(date);
    if (match === null) continue;
    if (Number(match[1]) > 12) dayFirst += 1;
    if (Number(match[2]) > 12) monthFirst += 1;
  }
  return monthFirst > dayFirst ? 'monthFirst' : 'dayFirst';
}
