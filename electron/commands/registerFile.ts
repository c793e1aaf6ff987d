import type { ColumnMap, LinkageField } from '#shared/domain/linkage/fields.ts';
import { guessColumns } from '#shared/domain/linkage/guessColumns.ts';
import { createRecordReader, dayOrderOf, fieldsOf } from '#shared/domain/linkage/recordReader.ts';
import { type Register, RegisterBuilder } from '#shared/domain/linkage/register.ts';
import { CsvFaultError, type CsvForm, csvFormOf, csvRows } from './csvFile.ts';

export interface RegisterFile {
  readonly register: Register;
  /** By record: what names its row; the number of the row where no column does. */
  readonly ids: readonly string[];
}

/** A map names a heading that no file has. */
export class HeadingMissingError extends Error {
  readonly heading: string;
  readonly file: string;

  constructor(heading: string, file: string) {
    super(heading);
    this.heading = heading;
    this.file = file;
  }
}

/** After so many records it is told how far reading has come. */
const RECORDS_TOLD = 200_000;
/** So many rows are looked at before the first is taken in: they tell the order of day and month. */
const ROWS_LOOKED_AT = 2000;

interface LookedAt {
  readonly path: string;
  readonly form: CsvForm;
  readonly headings: readonly string[];
  readonly map: ColumnMap;
  readonly dates: readonly string[];
}

/** Reads one file or two into a register; only codes and distinct values stay in memory. */
export async function readRegister(
  paths: readonly string[],
  map: ColumnMap | null,
  onRead: (records: number) => void = () => undefined,
): Promise<RegisterFile> {
  const files: LookedAt[] = [];
  for (const path of paths) files.push(await look(path, map));
  if (map !== null) refuseUnknownHeadings(map, files);
  const fields = commonFields(files);
  const builder = new RegisterBuilder(fields);
  const ids: string[] = [];
  for (const [index, file] of files.entries()) {
    if (index === 1) builder.beginRight();
    const read = createRecordReader(fields, file.map, file.headings, dayOrderOf(file.dates));
    const idColumn = file.map.id === undefined ? -1 : file.headings.indexOf(file.map.id);
    let row = -1;
    for await (const cells of rowsOf(file.path, file.form)) {
      row += 1;
      if (row === 0) continue;
      builder.add(read(cells));
      ids.push(cells[idColumn] || String(row));
      if (ids.length % RECORDS_TOLD === 0) onRead(ids.length);
    }
  }
  return { register: builder.finish(), ids };
}

async function look(path: string, map: ColumnMap | null): Promise<LookedAt> {
  const form = await named(path, csvFormOf(path));
  let headings: readonly string[] | null = null;
  let used: ColumnMap = {};
  const dates: string[] = [];
  let seen = 0;
  for await (const row of rowsOf(path, form)) {
    if (headings === null) {
      headings = row;
      used = columnsOf(map, row);
    } else {
      dates.push(row[used.birthDate === undefined ? -1 : headings.indexOf(used.birthDate)] ?? '');
    }
    seen += 1;
    if (seen > ROWS_LOOKED_AT) break;
  }
  if (headings === null) throw new CsvFaultError({ code: 'empty' }, path);
  return { path, form, headings, map: used, dates };
}

/** A map that names nothing to compare only says what to leave aside, or which column names the row. */
function columnsOf(map: ColumnMap | null, headings: readonly string[]): ColumnMap {
  if (map === null) return guessColumns(headings);
  if (fieldsOf(map).length > 0) return map;
  const { ignore = [] } = map;
  return { ...guessColumns(headings.filter((heading) => !ignore.includes(heading))), ...map };
}

async function* rowsOf(path: string, form: CsvForm): AsyncIterable<readonly string[]> {
  try {
    yield* csvRows(path, form);
  } catch (error) {
    throw error instanceof CsvFaultError ? new CsvFaultError(error.fault, path) : error;
  }
}

async function named<Value>(path: string, work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof CsvFaultError ? new CsvFaultError(error.fault, path) : error;
  }
}

/** What only one of two files tells is no evidence. */
function commonFields(files: readonly LookedAt[]): readonly LinkageField[] {
  const [first, second] = files.map(({ map, headings }) => fieldsOf(presentColumns(map, headings)));
  if (first === undefined) return [];
  return second === undefined
    ? first
    : first.filter(({ key }) => second.some((field) => field.key === key));
}

function presentColumns(map: ColumnMap, headings: readonly string[]): ColumnMap {
  const here = (heading: unknown) => typeof heading === 'string' && headings.includes(heading);
  const { compare = [], ignore = [], ...roles } = map;
  const present = Object.entries(roles).filter(([, heading]) => here(heading));
  return { ...Object.fromEntries(present), compare: compare.filter(here), ignore };
}

function refuseUnknownHeadings(map: ColumnMap, files: readonly LookedAt[]): void {
  const { compare = [], ignore: _ignored, ...roles } = map;
  for (const heading of [...Object.values(roles), ...compare]) {
    if (heading === undefined || files.some(({ headings }) => headings.includes(heading))) continue;
    throw new HeadingMissingError(heading, files.map(({ path }) => path).join(', '));
  }
}
