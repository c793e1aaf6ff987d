import {
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  unique,
} from 'drizzle-orm/sqlite-core';

const feedChain = sqliteTable(
  'feed_chain',
  {
    chainId: integer('chain_id').primaryKey(),
    deviceId: text('device_id').notNull(),
    epoch: integer('epoch').notNull(),
    seq: integer('seq').notNull(),
    headerHash: text('header_hash').notNull(),
  },
  (table) => [unique().on(table.deviceId, table.epoch)],
);

const feedEvent = sqliteTable(
  'feed_event',
  {
    arrival: integer('arrival').primaryKey(),
    ownPosition: integer('own_position').notNull(),
    chainId: integer('chain_id')
      .notNull()
      .references(() => feedChain.chainId),
    seq: integer('seq').notNull(),
    kind: text('kind').notNull(),
    caseId: text('case_id'),
    header: text('header').notNull(),
    salt: blob('salt', { mode: 'buffer' }),
    payload: text('payload'),
    parked: integer('parked').notNull(),
  },
  (table) => [
    unique().on(table.chainId, table.seq),
    index('feed_event_case').on(table.caseId, table.arrival),
    index('feed_event_parked').on(table.arrival),
  ],
);

const feedHead = sqliteTable('feed_head', {
  singleton: integer('singleton').primaryKey(),
  cursor: text('cursor').notNull(),
  hlc: text('hlc'),
  readAt: text('read_at').notNull(),
});

const knownPerson = sqliteTable(
  'known_person',
  {
    actorId: text('actor_id').notNull(),
    publicKey: text('public_key').notNull(),
    displayName: text('display_name').notNull(),
    atHeadquarters: integer('at_headquarters').notNull(),
    since: text('since').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.publicKey] })],
);

const publishedReference = sqliteTable(
  'published_reference',
  {
    kind: text('kind').notNull(),
    id: text('id').notNull(),
    version: integer('version').notNull(),
    source: text('source').notNull(),
    reason: text('reason').notNull(),
    publishedBy: text('published_by').notNull(),
    publishedAt: text('published_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.id, table.version] })],
);

/** What comes down from headquarters. */
export const FEED_TABLES = [
  feedChain,
  feedEvent,
  feedHead,
  knownPerson,
  publishedReference,
] as const;
