import { csvFormOf, csvRows } from '#electron/commands/csvFile.ts';
import type { LabelledRecord, LabelledRegister } from './arabicRegister.ts';

/** Where the truth of a file stands. */
export interface TruthColumn {
  /** The heading of the column that tells the person. */
  readonly heading: string;
  /** The part of its cells that does, as the first bracket of a regular expression; all of them without. */
  readonly pattern: RegExp | null;
}

/** Reads one file or two whose rows say which person they are of; that column is left out. */
export async function readLabelledFiles(
  paths: readonly string[],
  truth: TruthColumn,
): Promise<LabelledRegister> {
  const files = await Promise.all(paths.map((path) => readOne(path, truth)));
  const [left, right] = files;
  if (left === undefined) throw new RangeError('no file');
  const headings = left.headings;
  const sameOrder = (cells: readonly string[]) =>
    headings.map((heading) => cells[right?.headings.indexOf(heading) ?? -1] ?? '');
  return {
    headings,
    left: left.records,
    right: right?.records.map((record) => ({ ...record, cells: sameOrder(record.cells) })) ?? [],
  };
}

async function readOne(path: string, { heading, pattern }: TruthColumn) {
  const records: LabelledRecord[] = [];
  let headings: readonly string[] | null = null;
  for await (const row of csvRows(path, await csvFormOf(path))) {
    if (headings === null) {
      headings = row;
      if (!row.includes(heading)) throw new RangeError(`${path}: no column ${heading}`);
      continue;
    }
    const at = headings.indexOf(heading);
    const cell = row[at] ?? '';
    const entity = pattern === null ? cell : (pattern.exec(cell)?.[1] ?? cell);
    records.push({ cells: row.with(at, ''), entity, care: 'first', person: null });
  }
  return { headings: (headings ?? []).map((name) => (name === heading ? '' : name)), records };
}
