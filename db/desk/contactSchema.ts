import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** The tables of contacts and complaints; `schema.ts` says what these definitions are for. */

export const contact = sqliteTable(
  'contact',
  {
    position: integer('position').primaryKey(),
    contactId: text('contact_id').notNull().unique(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    channel: text('channel').notNull(),
    initiatedBy: text('initiated_by').notNull(),
    beneficiaryId: text('beneficiary_id'),
    caseId: text('case_id'),
    name: text('name'),
    nameKey: text('name_key').notNull(),
    phone: text('phone'),
    phoneKey: text('phone_key').notNull(),
    topic: text('topic').notNull(),
    said: text('said').notNull(),
    answer: text('answer').notNull(),
    isSuggestion: integer('is_suggestion', { mode: 'boolean' }).notNull(),
    followUpBy: text('follow_up_by'),
  },
  (table) => [
    index('contact_channel').on(table.channel, table.position),
    index('contact_beneficiary').on(table.beneficiaryId, table.position),
    index('contact_case').on(table.caseId),
    index('contact_follow_up_due').on(table.followUpBy),
    index('contact_suggestion').on(table.position),
    index('contact_outreach').on(table.position),
    index('contact_name').on(table.nameKey),
    index('contact_phone').on(table.phoneKey),
  ],
);

export const contactFollowUp = sqliteTable(
  'contact_follow_up',
  {
    position: integer('position').primaryKey(),
    contactId: text('contact_id').notNull(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    outcome: text('outcome').notNull(),
    nextBy: text('next_by'),
  },
  (table) => [index('contact_follow_up_contact').on(table.contactId)],
);

export const contactReferral = sqliteTable(
  'contact_referral',
  {
    referralId: text('referral_id').primaryKey(),
    contactId: text('contact_id').notNull(),
    standing: text('standing').notNull(),
    state: text('state').notNull(),
  },
  (table) => [index('contact_referral_contact').on(table.contactId, table.standing)],
);

export const complaint = sqliteTable(
  'complaint',
  {
    position: integer('position').primaryKey(),
    complaintId: text('complaint_id').notNull().unique(),
    number: text('number').notNull().unique(),
    at: text('at').notNull(),
    actorId: text('actor_id').notNull(),
    channel: text('channel').notNull(),
    about: text('about').notNull(),
    text: text('text').notNull(),
    beneficiaryId: text('beneficiary_id'),
    caseId: text('case_id'),
    name: text('name'),
    phone: text('phone'),
    against: text('against'),
    recordedOn: text('recorded_on').notNull(),
    dueBy: text('due_by').notNull(),
    answer: text('answer'),
    answeredBy: text('answered_by'),
    answeredOn: text('answered_on'),
  },
  (table) => [
    index('complaint_beneficiary').on(table.beneficiaryId),
    index('complaint_open').on(table.dueBy),
  ],
);

export const complaintCounter = sqliteTable(
  'complaint_counter',
  {
    lane: text('lane').notNull(),
    year: integer('year').notNull(),
    last: integer('last').notNull(),
  },
  (table) => [primaryKey({ columns: [table.lane, table.year] })],
);

export const CONTACT_TABLES = [
  contact,
  contactFollowUp,
  contactReferral,
  complaint,
  complaintCounter,
] as const;
