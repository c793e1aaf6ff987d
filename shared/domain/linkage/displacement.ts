import type { LinkageField } from './fields.ts';
import { DIFFERENT, DISPLACED, MISSING, NEAR, SIMILAR } from './levels.ts';

/** Two records whose fields are compared; codes as dictionaries give them, 0 for a value that is missing. */
export interface ComparedSides {
  codeOfA(field: number): number;
  codeOfB(field: number): number;
  /** The level of what the one has in a field and a value of the other's. */
  levelBetween(fieldOfA: number, codeOfB: number): number;
}

/** Into which columns the values of a field may have come. */
export interface OtherColumns {
  readonly all: readonly number[];
  /** Those that move up where this one was left out: of a line and of an address, never a person's own. */
  readonly movingUp: readonly number[];
}

/** By field. */
export function otherColumns(fields: readonly LinkageField[]): readonly OtherColumns[] {
  return fields.map(({ group, scope }, field) => {
    const all = fields.flatMap((other, at) =>
      group !== null && at !== field && other.group === group ? [at] : [],
    );
    const movingUp = all.filter((at) => scope !== 'person' && fields[at]?.scope !== 'person');
    return { all, movingUp };
  });
}

/**
 * The level of two different values of a field that may stand in one another's columns: DISPLACED when two
 * columns were exchanged, be it with a slip, NEAR when one of the values stands elsewhere and the other is nowhere.
 * A value that was left out, so that the next one stands in its place and nothing in the place of that, is DISPLACED, too.
 * It is one thing that happened, so it is told of the first of the two fields; the second is MISSING where
 * they were exchanged, and DIFFERENT otherwise. What has its own counterpart in place was not displaced:
 * many a son bears the name that stands for his brother's father as well.
 */
export function displacement(
  field: number,
  { all, movingUp }: OtherColumns,
  sides: ComparedSides,
): number {
  const ofA = sides.codeOfA(field);
  const ofB = sides.codeOfB(field);
  let level = DIFFERENT;
  for (const other of all) {
    const otherOfA = sides.codeOfA(other);
    const otherOfB = sides.codeOfB(other);
    const aIsThere = otherOfB === ofA;
    const bIsThere = otherOfA === ofB;
    if ((!aIsThere && !bIsThere) || otherOfA === otherOfB) continue;
    const isEmptied = (aIsThere ? otherOfA : otherOfB) === 0;
    if (isEmptied && movingUp.includes(other)) return DISPLACED;
    if (isExchange(field, other, sides)) return field < other ? DISPLACED : MISSING;
    if (field < other) level = NEAR;
  }
  return level;
}

/** One of two values stands in the other column, and so does the other one, or nearly. */
function isExchange(field: number, other: number, sides: ComparedSides): boolean {
  const aIsThere = sides.codeOfB(other) === sides.codeOfA(field);
  const bIsThere = sides.codeOfA(other) === sides.codeOfB(field);
  if (aIsThere && bIsThere) return true;
  const [fieldOfA, codeOfB] = aIsThere
    ? [other, sides.codeOfB(field)]
    : [field, sides.codeOfB(other)];
  return (
    sides.codeOfA(fieldOfA) !== 0 &&
    codeOfB !== 0 &&
    sides.levelBetween(fieldOfA, codeOfB) <= SIMILAR
  );
}
