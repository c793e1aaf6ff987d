/** What an entry is called, in the languages of the screens. */
export interface SourceLabel {
  readonly ar: string;
  readonly en: string;
}

type Entry = Readonly<Record<string, unknown>>;
type Members = ReadonlyMap<string, unknown>;

export function isEntry(value: unknown): value is Entry {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Null where the entries have no names. A name that comes again is told apart by its number. */
export function membersByName(entries: readonly unknown[]): Members | null {
  const named = new Map<string, unknown>();
  for (const entry of entries) {
    if (!isEntry(entry)) return null;
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

/** The words of an entry: of a sheet's row, a paper, a row of the matrix, a reason, a page. */
export function labelOf(value: unknown): SourceLabel | null {
  if (!isEntry(value)) return null;
  const { label, words, title } = value;
  const found = [label, words, title].find(isEntry);
  const ar = found?.['ar'] ?? value['label::ar'];
  const en = found?.['en'] ?? value['label::en'];
  return typeof ar === 'string' && typeof en === 'string' ? { ar, en } : null;
}
