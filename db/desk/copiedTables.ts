import { bytesOfHex, hexOf } from '#shared/protocol/bytes.ts';
import type { CopyCell, CopyTable } from '#shared/protocol/copy/copyManifest.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** What the journal cannot give back, in an order in which rows may be put back after the journal. */
export const COPIED_TABLES = [
  'device',
  'setting',
  'draft',
  'form_draft',
  'reference_counter',
  'complaint_counter',
  'receipt_head',
  'hub_link',
  'sync_contact',
  'sync_refusal',
  'attachment_queue',
  'printed_paper',
  'parcel',
  'published_reference',
] as const;

/** What comes back with the journal's own rows, or is made from them. */
export const REBUILT_TABLES = [
  'schema_migration',
  'journal',
  'person',
  'beneficiary',
  'case_summary',
  'case_due',
  'case_unopened',
  'search_recent',
  'contact',
  'contact_follow_up',
  'contact_referral',
  'complaint',
] as const;

/** What headquarters sends again to a journal that was put back. */
export const SENT_AGAIN_TABLES = [
  'feed_chain',
  'feed_event',
  'feed_head',
  'known_person',
  'match_index',
  'match_part',
  'match_block',
] as const;

/** All rows of the copied tables, as they stand at this moment. */
export function readCopiedTables(db: DeskReader): readonly CopyTable[] {
  return COPIED_TABLES.map((name) => {
    const statement = db.sqlite.prepare(`SELECT * FROM ${name}`);
    const columns = statement.columns().map((column) => column.name);
    const rows = statement.raw().all() as readonly (readonly unknown[])[];
    return { name, columns, rows: rows.map((row) => row.map(cellOf)) };
  });
}

/**
 * Puts the rows back into the tables of the schema that they were read from.
 * @throws SqliteError for a table, a column or a value that this schema does not have
 */
export function writeCopiedTables(writer: DeskWriter, tables: readonly CopyTable[]): void {
  // A migration may have put its own first rows there: the copy says what they became.
  for (const { name } of inOrder(tables).toReversed()) writer.sqlite.exec(`DELETE FROM ${name}`);
  for (const { name, columns, rows } of inOrder(tables)) {
    const places = columns.map(() => '?').join(', ');
    const insert = writer.sqlite.prepare(
      `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`,
    );
    for (const row of rows) insert.run(row.map(valueOf));
  }
}

/** Every lane in which this desk has counted, its own among them. */
export function lanesIn(tables: readonly CopyTable[]): ReadonlySet<string> {
  const lanes = new Set<string>();
  for (const { columns, rows } of tables) {
    const at = columns.indexOf('lane');
    for (const row of at < 0 ? [] : rows) {
      const lane = row[at];
      if (typeof lane === 'string') lanes.add(lane);
    }
  }
  return lanes;
}

function inOrder(tables: readonly CopyTable[]): readonly CopyTable[] {
  const order: readonly string[] = COPIED_TABLES;
  return tables.toSorted((one, other) => order.indexOf(one.name) - order.indexOf(other.name));
}

function cellOf(value: unknown): CopyCell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (value instanceof Uint8Array) return { bytes: hexOf(value) };
  throw new TypeError(`a cell of type ${typeof value}`);
}

function valueOf(cell: CopyCell): string | number | null | Uint8Array {
  return cell !== null && typeof cell === 'object' ? bytesOfHex(cell.bytes) : cell;
}
