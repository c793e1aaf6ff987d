import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

const matchIndex = sqliteTable('match_index', {
  version: integer('version').primaryKey(),
  indexKey: blob('index_key', { mode: 'buffer' }).notNull(),
  blocks: integer('blocks').notNull(),
  through: integer('through').notNull(),
  whole: integer('whole').notNull(),
  readAt: text('read_at').notNull(),
});

const matchPart = sqliteTable(
  'match_part',
  {
    version: integer('version').notNull(),
    part: integer('part').notNull(),
    entries: blob('entries', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.part] })],
);

const matchBlock = sqliteTable(
  'match_block',
  {
    version: integer('version').notNull(),
    block: integer('block').notNull(),
    bits: blob('bits', { mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.version, table.block] })],
);

/** Headquarters' match index, as Drizzle knows it. */
export const MATCH_TABLES = [matchIndex, matchPart, matchBlock] as const;
