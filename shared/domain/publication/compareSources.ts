import { z } from 'zod';

/** One difference between two versions of a document. */
export const SourceChange = z.strictObject({
  /** Where, in the names of the document: `periods.replyDays`, `survey.mobile.label::ar`. */
  path: z.string(),
  kind: z.enum(['added', 'removed', 'changed']),
  /** What stood there; null where it was added. Long values are cut. */
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
  return compare('', before, after).filter(({ path }) => path !== 'version' && path !== VERSION);
}

/** That the number is another goes without saying. */
const VERSION = 'settings.version';

function compare(path: string, before: unknown, after: unknown): readonly SourceChange[] {
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ path, kind: 'added', before: null, after: text(after) }];
  if (after === undefined) return [{ path, kind: 'removed', before: text(before), after: null }];
  const members = membersOf(before, after);
  if (members === null) {
    return JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [{ path, kind: 'changed', before: text(before), after: text(after) }];
  }
  const [old, now] = members;
  const names = [...now.keys(), ...[...old.keys()].filter((name) => !now.has(name))];
  return names.flatMap((name) =>
    compare(path === '' ? name : `${path}.${name}`, old.get(name), now.get(name)),
  );
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

function nameOf(entry: Readonly<Record<string, unknown>>): string | null {
  const { list_name: list, name, type, row, code, key, id, from } = entry;
  if (typeof list === 'string' && typeof name === 'string') return `${list}/${name}`;
  // An end of a group has no name of its own.
  if (typeof type === 'string' && type.startsWith('end_')) return type;
  if (typeof name === 'string' && typeof from === 'string') return `${name} ${from}`;
  return [name, row, code, key, id, type].find((each) => typeof each === 'string') ?? null;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(value: unknown): string {
  const whole = typeof value === 'string' ? value : JSON.stringify(value);
  return whole.length > LONGEST ? `${whole.slice(0, LONGEST)}…` : whole;
}
