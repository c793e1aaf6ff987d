import pg from 'pg';
import { readJournal } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';

const ROWS = 500;

/**
 * The least that could be done: the journal's rows, read from the same desk, as multi-row inserts of 500
 * into a bare table with a key, a transaction each; no check, no signature, no receipt.
 */
export async function rawInserts(store: DeskStore, url: string, table: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`CREATE TABLE ${table} (position bigint PRIMARY KEY, header text NOT NULL,
    header_hash text NOT NULL, salt bytea, payload text)`);
  const begun = performance.now();
  let position = 0;
  for (;;) {
    const rows = readJournal(store.reader, position, ROWS);
    const last = rows.at(-1);
    if (!last) break;
    const places = rows.map((_, row) => {
      const first = row * 5;
      return `($${first + 1},$${first + 2},$${first + 3},$${first + 4},$${first + 5})`;
    });
    const values = rows.flatMap((row) => [
      row.position,
      JSON.stringify(row.header),
      row.headerHash,
      row.salt,
      row.payload,
    ]);
    await client.query(`INSERT INTO ${table} VALUES ${places.join(',')}`, values);
    position = last.position;
  }
  const took = performance.now() - begun;
  await client.query(`DROP TABLE ${table}`);
  await client.end();
  return took;
}
