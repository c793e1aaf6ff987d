import { inTransaction } from '#db/desk/connection.ts';
import { indexRecentKeys } from '#db/desk/searchKeys.ts';
import type { DeskStore } from '#db/desk/store.ts';

const PROJECTIONS = [
  'person',
  'beneficiary',
  'case_summary',
  'search_words',
  'case_due',
  'contact',
  'contact_follow_up',
  'contact_referral',
  'complaint',
] as const;

/** Every row of every projection, in an order that does not depend on how it was written. */
export function projectionRows({ reader }: DeskStore): Readonly<Record<string, readonly string[]>> {
  inTransaction(reader, indexRecentKeys);
  // What stands in the index itself, word by word: its own table keeps no text.
  reader.sqlite.exec(
    `CREATE VIRTUAL TABLE IF NOT EXISTS temp.search_words
     USING fts5vocab(main, case_search, 'instance')`,
  );
  return Object.fromEntries(
    PROJECTIONS.map((table) => [
      table,
      reader.sqlite
        .prepare(`SELECT * FROM ${table}`)
        .all()
        .map((row) => JSON.stringify(row))
        .sort(),
    ]),
  );
}
