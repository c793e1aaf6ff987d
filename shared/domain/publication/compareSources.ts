import { z } from 'zod';

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

type Label = SourceChange['label'];

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
  readonly label: Label;
}

function compare(at: Place, before: unknown, after: unknown): readonly SourceChange[] {
  const place = { path: at.path, label: labelOf(after) ?? labelOf(before) ?? at.label };
  const change = (kind: SourceChange['kind']) => [
    { ...place, kind, before: text(before), after: text(after) },
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
    const old = byName(before);
    const now = byName(after);
    return old === null || now === null ? null : [old, now];
  }
  if (isObject(before) && isObject(after)) {
    return [new Map(Object.entries(before)), new Map(Object.entries(after))];
  }
  return null;
}

/** Null where the entries have no names. A name that comes again is told apart by its number. */
function byName(entries: readonly unknown[]): Members | null {
  const named = new Map<string, unknown>();
  for (const entry of entries) {
    if (!isObject(entry)) return null;
    const name = nameOf(entry);
    if (name === null) return null;
    let unique = name;
    for (let number = 2; named.has(unique); number += 1) unique = `${name} (${number})`;
    named.set(unique, entry);
  }
  return named;
}

function nameOf(entry: Entry): string | null {
  const { list_name: list, name, type, row, code, key, id, from } = entry;
  if (typeof list === 'string' && typeof name === 'string') return `${list}/${name}`;
  // An end of a group has no name of its own.
  if (typeof type === 'string' && type.startsWith('end_')) return type;
  if (typeof name === 'string' && typeof from === 'string') return `${name} ${from}`;
  return [name, row, code, key, id, type].find((each) => typeof each === 'string') ?? null;
}

/** The words of an entry: of a sheet's row, of a paper or a row of the matrix, of a reason. */
function labelOf(value: unknown): Label {
  if (!isObject(value)) return null;
  const { label, words } = value;
  const found = isObject(label) ? label : isObject(words) ? words : null;
  const ar = found?.['ar'] ?? value['label::ar'];
  const en = found?.['en'] ?? value['label::en'];
  return typeof ar === 'string' && typeof en === 'string' ? { ar, en } : null;
}

type Entry = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  if (value === undefined || isObject(value)) return null;
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}
