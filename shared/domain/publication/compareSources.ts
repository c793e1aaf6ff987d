import { z } from 'zod';
import { isEntry, labelOf, membersByName, type SourceLabel } from './sourceMembers.ts';

/** One difference between two versions of a document. */
export const SourceChange = z.strictObject({
  /** Where, in the names of the document: `periods.replyDays`, `survey.mobile.label::ar`. */
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** What the question, paper or row is called that it is about; null where it has no such words. */
  label: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
  /** What stood there; null where that is nothing, or more than a value. Long values are cut. */
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type SourceChange = z.infer<typeof SourceChange>;

const LONGEST = 300;

/**
 * What differs between two sources, in the order of the later one. Entries of a list are known by their
 * own names where they have such, so that a row that is put between others is one difference.
 */
export function compareSources(before: unknown, after: unknown): readonly SourceChange[] {
  return compare({ path: '', label: null }, before, after).filter(
    ({ path }) => !NUMBERS.includes(path),
  );
}

/** That the number is another goes without saying. */
const NUMBERS: readonly string[] = ['version', 'settings.version'];

interface Place {
  readonly path: string;
  readonly label: SourceLabel | null;
}

function compare(at: Place, before: unknown, after: unknown): readonly SourceChange[] {
  const place = { path: at.path, label: labelOf(after) ?? labelOf(before) ?? at.label };
  const change = (kind: SourceChange['kind']) => [
    { ...place, kind, before: sourceText(before), after: sourceText(after) },
  ];
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return change('added');
  if (after === undefined) return change('removed');
  const members = membersOf(before, after);
  if (members === null) {
    return JSON.stringify(before) === JSON.stringify(after) ? [] : change('changed');
  }
  const [old, now] = members;
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names.flatMap((name) => {
    const path = place.path === '' ? name : `${place.path}.${name}`;
    return compare({ path, label: place.label }, old.get(name), now.get(name));
  });
}

type Members = ReadonlyMap<string, unknown>;

/** Null where the two are values, or lists of values, and are compared whole. */
function membersOf(before: unknown, after: unknown): readonly [Members, Members] | null {
  if (Array.isArray(before) && Array.isArray(after)) {
    const old = membersByName(before);
    const now = membersByName(after);
    return old === null || now === null ? null : [old, now];
  }
  if (isEntry(before) && isEntry(after)) {
    return [new Map(Object.entries(before)), new Map(Object.entries(after))];
  }
  return null;
}

/** A value as a list of changes shows it: null where it is none, or more than one. */
export function sourceText(value: unknown): string | null {
  if (value === undefined || isEntry(value)) return null;
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}
