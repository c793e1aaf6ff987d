import {
  type AnySQLiteColumn,
  blob,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
} from 'drizzle-orm/sqlite-core';
import { CONTACT_TABLES } from './contactSchema.ts';
import { FEED_TABLES } from './feedSchema.ts';
import { MATCH_TABLES } from './matchSchema.ts';

/**
 * The desk's tables as Drizzle knows them. The SQL in `migrations/` is what makes them, with the
 * CHECKs and STRICT that Drizzle cannot say; a test compares the two column by column.
 */

export const schemaMigration = sqliteTable('schema_migration', {
  idx: integer('idx').primaryKey(),
  madeAt: integer('made_at').notNull().unique(),
  hash: text('hash').notNull(),
  appliedAt: text('applied_at').notNull(),
});

export const device = sqliteTable('device', {
  singleton: integer('singleton').primaryKey(),
  deviceId: text('device_id').notNull(),
  epoch: integer('epoch').notNull(),
  lane: text('lane').notNull(),
  branchOfficeId: text('branch_office_id').notNull(),
  branchCode: text('branch_code').notNull(),
  branchName: text('branch_name').notNull(),
  training: integer('training', { mode: 'boolean' }).notNull(),
  publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
  privateKey: blob('private_key', { mode: 'buffer' }).notNull(),
});

export const journal = sqliteTable('journal', {
  position: integer('position').primaryKey(),
  eventId: text('event_id').notNull(),
  deviceId: text('device_id').notNull(),
  epoch: integer('epoch').notNull(),
  seq: integer('seq').notNull(),
  at: text('at').notNull(),
  hlc: text('hlc').notNull(),
  actorId: text('actor_id').notNull(),
  caseId: text('case_id'),
  casePrevious: integer('case_previous').references((): AnySQLiteColumn => journal.position),
  kind: text('kind').notNull(),
  formVersion: text('form_version'),
  base: text('base'),
  payloadHash: text('payload_hash').notNull(),
  previousHash: text('previous_hash').notNull(),
  headerHash: text('header_hash').notNull(),
  salt: blob('salt', { mode: 'buffer' }),
  payload: text('payload'),
});

export const receiptHead = sqliteTable('receipt_head', {
  singleton: integer('singleton').primaryKey(),
  position: integer('position')
    .notNull()
    .references(() => journal.position),
  headerHash: text('header_hash').notNull(),
  receiptedAt: text('receipted_at').notNull(),
});

export const referenceCounter = sqliteTable(
  'reference_counter',
  {
    lane: text('lane').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lane, table.year] })],
);

export const draft = sqliteTable(
  'draft',
  {
    caseId: text('case_id').notNull(),
    scope: text('scope').notNull(),
    body: text('body').notNull(),
    savedAt: text('saved_at').notNull(),
    actorId: text('actor_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.scope] })],
);

export const setting = sqliteTable('setting', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export const person = sqliteTable('person', {
  actorId: text('actor_id').primaryKey(),
  displayName: text('display_name').notNull(),
  role: text('role', { enum: ['representative', 'relationsOfficer'] }).notNull(),
  publicKey: text('public_key').notNull(),
  addedAt: text('added_at').notNull(),
});

export const formDraft = sqliteTable(
  'form_draft',
  {
    actorId: text('actor_id').notNull(),
    scope: text('scope').notNull(),
    body: text('body').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.actorId, table.scope] })],
);

export const beneficiary = sqliteTable(
  'beneficiary',
  {
    beneficiaryId: text('beneficiary_id').primaryKey(),
    name: text('name').notNull(),
    nameKey: text('name_key').notNull(),
    idNumber: text('id_number'),
    birthDate: text('birth_date'),
    mobile: text('mobile'),
    latestOpened: integer('latest_opened').notNull(),
    caseCount: integer('case_count').notNull(),
    openCount: integer('open_count').notNull(),
    category: text('category').notNull(),
    isNamed: integer('is_named', { mode: 'boolean' }).notNull(),
  },
  (table) => [
    index('beneficiary_latest').on(table.latestOpened, table.openCount, table.category),
    index('beneficiary_name').on(
      table.nameKey,
      table.latestOpened,
      table.openCount,
      table.category,
    ),
  ],
);

export const caseSummary = sqliteTable(
  'case_summary',
  {
    openedPosition: integer('opened_position').primaryKey(),
    caseId: text('case_id').notNull().unique(),
    reference: text('reference').notNull().unique(),
    status: text('status').notNull(),
    beneficiaryId: text('beneficiary_id')
      .notNull()
      .references(() => beneficiary.beneficiaryId),
    applicantName: text('applicant_name').notNull(),
    nameKey: text('name_key').notNull(),
    idNumber: text('id_number'),
    idMasked: text('id_masked'),
    birthDate: text('birth_date'),
    mobile: text('mobile'),
    progress: text('progress').notNull(),
    openedAt: text('opened_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    submittedAt: text('submitted_at'),
    replyNotBefore: text('reply_not_before'),
    declarationVoid: integer('declaration_void', { mode: 'boolean' }).notNull(),
    lastPosition: integer('last_position').notNull(),
    openedDay: integer('opened_day').notNull(),
    category: text('category').notNull(),
    supports: text('supports').notNull(),
    ownPosition: integer('own_position'),
  },
  (table) => [
    index('case_summary_last_position').on(
      table.lastPosition,
      table.status,
      table.openedDay,
      table.category,
      table.supports,
    ),
    index('case_summary_opened').on(
      table.openedPosition,
      table.status,
      table.openedDay,
      table.category,
      table.supports,
    ),
    index('case_summary_name').on(
      table.nameKey,
      table.openedPosition,
      table.status,
      table.openedDay,
      table.category,
      table.supports,
    ),
    index('case_summary_beneficiary').on(table.beneficiaryId),
    index('case_summary_unsubmitted').on(table.status),
  ],
);

export const searchRecent = sqliteTable('search_recent', {
  openedPosition: integer('opened_position')
    .primaryKey()
    .references(() => caseSummary.openedPosition),
  name: text('name').notNull(),
  identity: text('identity').notNull(),
  mobile: text('mobile').notNull(),
  birth: text('birth').notNull(),
  reference: text('reference').notNull(),
  tail: text('tail').notNull(),
});

export const caseUnopened = sqliteTable('case_unopened', {
  caseId: text('case_id').primaryKey(),
  ownPosition: integer('own_position')
    .notNull()
    .references(() => journal.position),
});

export const caseDue = sqliteTable(
  'case_due',
  {
    kind: text('kind', {
      enum: [
        'awaited',
        'referred',
        'answered',
        'returned',
        'reply',
        'paper',
        'conflict',
        'decision',
        'appeal',
        'more',
        'visit',
        'reminder',
        'lapsed',
        'register',
        'delivery',
        'settle',
        'opinion',
        'signedPaper',
      ],
    }).notNull(),
    day: text('day').notNull(),
    openedPosition: integer('opened_position')
      .notNull()
      .references(() => caseSummary.openedPosition),
    detail: text('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.day, table.openedPosition, table.detail] })],
);
export const hubLink = sqliteTable('hub_link', {
  singleton: integer('singleton').primaryKey(),
  url: text('url'),
  request: text('request'),
  hubId: text('hub_id'),
  hubPublicKey: blob('hub_public_key', { mode: 'buffer' }),
  state: text('state', { enum: ['asking', 'refused', 'enrolled'] }).notNull(),
  askedAt: text('asked_at').notNull(),
  enrolledAt: text('enrolled_at'),
  lastBatch: integer('last_batch').notNull(),
  clockSkewMs: integer('clock_skew_ms'),
  lastContactAt: text('last_contact_at'),
  stickRecipients: text('stick_recipients'),
});

export const syncContact = sqliteTable('sync_contact', {
  contactId: integer('contact_id').primaryKey(),
  at: text('at').notNull(),
  outcome: text('outcome').notNull(),
  events: integer('events').notNull(),
  bytes: integer('bytes').notNull(),
  files: integer('files').notNull(),
  received: integer('received').notNull(),
});

export const syncRefusal = sqliteTable('sync_refusal', {
  position: integer('position')
    .primaryKey()
    .references(() => journal.position),
  code: text('code').notNull(),
  at: text('at').notNull(),
  withheld: integer('withheld', { mode: 'boolean' }).notNull(),
  quarantineId: text('quarantine_id'),
});

export const attachmentQueue = sqliteTable(
  'attachment_queue',
  {
    scanId: text('scan_id').notNull(),
    page: integer('page').notNull(),
    caseId: text('case_id').notNull(),
    hash: text('hash').notNull(),
    bytes: integer('bytes').notNull(),
    position: integer('position')
      .notNull()
      .references(() => journal.position),
    heldAt: text('held_at'),
    problem: text('problem'),
  },
  (table) => [
    primaryKey({ columns: [table.scanId, table.page] }),
    index('attachment_queue_waiting').on(table.position, table.page),
    index('attachment_queue_hash').on(table.hash),
  ],
);

export const printedPaper = sqliteTable(
  'printed_paper',
  {
    paper: text('paper').notNull(),
    subject: text('subject').notNull(),
    copy: integer('copy').notNull(),
    language: text('language', { enum: ['ar', 'en'] }).notNull(),
    actorId: text('actor_id').notNull(),
    printedAt: text('printed_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.paper, table.subject, table.copy] })],
);

export const parcel = sqliteTable('parcel', {
  parcelId: text('parcel_id').primaryKey(),
  madeAt: text('made_at').notNull(),
  expiresAt: text('expires_at').notNull(),
  replyIdentity: text('reply_identity').notNull(),
  events: integer('events').notNull(),
  pages: integer('pages').notNull(),
  bytes: integer('bytes').notNull(),
  lastBatch: integer('last_batch').notNull(),
  answeredAt: text('answered_at'),
});

export const DESK_TABLES = [
  schemaMigration,
  device,
  journal,
  receiptHead,
  referenceCounter,
  draft,
  formDraft,
  setting,
  person,
  beneficiary,
  caseSummary,
  caseDue,
  hubLink,
  syncContact,
  syncRefusal,
  attachmentQueue,
  printedPaper,
  caseUnopened,
  searchRecent,
  ...FEED_TABLES,
  ...MATCH_TABLES,
  parcel,
  ...CONTACT_TABLES,
] as const;
