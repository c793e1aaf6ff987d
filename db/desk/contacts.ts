import { ContactChannel, InitiatedBy } from '#shared/domain/case/vocabulary.ts';
import { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import {
  ActorId,
  BeneficiaryId,
  CaseId,
  type Instant,
  type IsoDay,
} from '#shared/domain/identity.ts';
import { mobileKey, nameWords } from '#shared/domain/search/searchText.ts';
import type { DeskReader } from './connection.ts';

/** A contact as it stands. */
export interface StoredContact {
  /** Counts up in the order in which contacts were recorded. */
  readonly position: number;
  readonly contactId: ContactId;
  readonly at: Instant;
  readonly actorId: ActorId;
  readonly channel: ContactChannel;
  readonly initiatedBy: InitiatedBy;
  readonly beneficiaryId: BeneficiaryId | null;
  readonly caseId: CaseId | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly topic: string;
  readonly said: string;
  readonly answer: string;
  readonly isSuggestion: boolean;
  readonly followUpBy: IsoDay | null;
  /** A question of it lies with the social-research officer, or was answered; null for none. */
  readonly referral: 'open' | 'answered' | null;
}

export interface StoredFollowUp {
  readonly at: Instant;
  readonly actorId: ActorId;
  readonly outcome: string;
  readonly nextBy: IsoDay | null;
}

export interface ContactFilter {
  readonly channel?: ContactChannel | undefined;
  /** `waiting`: somebody is to report back; the first due first. The others: the latest first. */
  readonly view: 'all' | 'waiting' | 'suggestions' | 'outreach';
  /** The beginning of a name or of a phone number. */
  readonly who?: string | undefined;
}

export interface ContactPage {
  readonly contacts: readonly StoredContact[];
  /** Passed as `offset` for the contacts after these; null at the end. */
  readonly next: number | null;
}

const COLUMNS = `position, contact_id AS contactId, at, actor_id AS actorId, channel,
  initiated_by AS initiatedBy, beneficiary_id AS beneficiaryId, case_id AS caseId, name, phone, topic,
  said, answer, is_suggestion AS isSuggestion, follow_up_by AS followUpBy,
  (SELECT max(nullif(standing, 'withdrawn')) FROM contact_referral
   WHERE contact_referral.contact_id = contact.contact_id) AS referral`;

const VIEW_CONDITIONS = {
  all: null,
  waiting: 'follow_up_by IS NOT NULL',
  suggestions: 'is_suggestion = 1',
  outreach: `initiated_by = 'association'`,
} as const satisfies Record<ContactFilter['view'], string | null>;

/** A stretch of the list over all channels; at most `limit` (1 to 100). */
export function listContacts(
  db: DeskReader,
  filter: ContactFilter,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): ContactPage {
  const who = personCondition(db, filter.who ?? '');
  const conditions = [
    VIEW_CONDITIONS[filter.view],
    filter.channel === undefined ? null : 'channel = ?',
    who?.sql ?? null,
  ].filter((condition) => condition !== null);
  const order = filter.view === 'waiting' ? 'follow_up_by, position' : 'position DESC';
  const rows = db
    .statement<ContactRow>(
      `SELECT ${COLUMNS} FROM contact
       WHERE ${conditions.length === 0 ? 'true' : conditions.join(' AND ')}
       ORDER BY ${order} LIMIT ? OFFSET ?`,
    )
    .all(
      ...(filter.channel === undefined ? [] : [filter.channel]),
      ...(who?.values ?? []),
      limit + 1,
      offset,
    );
  return {
    contacts: rows.slice(0, limit).map(contactOf),
    next: rows.length > limit ? offset + limit : null,
  };
}

export function findContact(db: DeskReader, contactId: ContactId): StoredContact | null {
  const row = db
    .statement<ContactRow>(`SELECT ${COLUMNS} FROM contact WHERE contact_id = ?`)
    .get(contactId);
  return row ? contactOf(row) : null;
}

export function listFollowUps(db: DeskReader, contactId: ContactId): readonly StoredFollowUp[] {
  return db
    .statement<{ at: string; actorId: string; outcome: string; nextBy: string | null }>(
      `SELECT at, actor_id AS actorId, outcome, next_by AS nextBy FROM contact_follow_up
       WHERE contact_id = ? ORDER BY position`,
    )
    .all(contactId)
    .map((row) => ({ ...row, actorId: ActorId.parse(row.actorId) }));
}

/** Contacts of one person, the latest first. */
export function listContactsOfPerson(
  db: DeskReader,
  beneficiaryId: BeneficiaryId,
  limit: number,
): readonly StoredContact[] {
  return db
    .statement<ContactRow>(
      `SELECT ${COLUMNS} FROM contact WHERE beneficiary_id = ? ORDER BY position DESC LIMIT ?`,
    )
    .all(beneficiaryId, limit)
    .map(contactOf);
}

/** Contacts over this number that are of nobody who is known here, the latest first. */
export function listContactsOfNumber(
  db: DeskReader,
  phone: string,
  limit: number,
): readonly StoredContact[] {
  const key = mobileKey(phone);
  if (key.length < SHORTEST_NUMBER) return [];
  return db
    .statement<ContactRow>(
      `SELECT ${COLUMNS} FROM contact
       WHERE phone_key <> '' AND phone_key = ? AND +beneficiary_id IS NULL
       ORDER BY position DESC LIMIT ?`,
    )
    .all(key, limit)
    .map(contactOf);
}

/** With fewer digits a number is no number of one person. */
const SHORTEST_NUMBER = 7;

/** Contacts of which somebody is to report back by this day, the longest due first. */
export function listFollowUpsDue(
  db: DeskReader,
  day: IsoDay,
  limit: number,
): readonly StoredContact[] {
  return db
    .statement<ContactRow>(
      `SELECT ${COLUMNS} FROM contact WHERE follow_up_by <= ? ORDER BY follow_up_by, position LIMIT ?`,
    )
    .all(day, limit)
    .map(contactOf);
}

export function countContactsWaiting(db: DeskReader): number {
  return (
    db
      .statement<{ readonly count: number }>(
        'SELECT count(*) AS count FROM contact WHERE follow_up_by IS NOT NULL',
      )
      .get()?.count ?? 0
  );
}

type ContactRow = Omit<StoredContact, 'isSuggestion'> & { readonly isSuggestion: number };

function contactOf(row: ContactRow): StoredContact {
  return {
    ...row,
    contactId: ContactId.parse(row.contactId),
    actorId: ActorId.parse(row.actorId),
    channel: ContactChannel.parse(row.channel),
    initiatedBy: InitiatedBy.parse(row.initiatedBy),
    beneficiaryId: row.beneficiaryId === null ? null : BeneficiaryId.parse(row.beneficiaryId),
    caseId: row.caseId === null ? null : CaseId.parse(row.caseId),
    isSuggestion: row.isSuggestion === 1,
  };
}

/** From so many on it is quicker to go back from the latest contact than to sort all who fit. */
const MANY = 2000;

/**
 * By a range of an index, so that a rare name passes over no table; or, where many fit, along the table
 * from its end, which soon has a page of them.
 */
function personCondition(
  db: DeskReader,
  typed: string,
): { readonly sql: string; readonly values: readonly string[] } | null {
  const isNumber = /^[\s\d+()-]*\d[\s\d+()-]*$/u.test(toAsciiDigits(typed));
  const [column, key] = isNumber
    ? ['phone_key', mobileKey(typed)]
    : ['name_key', nameWords(typed).join(' ')];
  if (key === '') return null;
  // The first part says again what the index holds: without it SQLite would not take it.
  const range = `${column} <> '' AND ${column} >= ? AND ${column} < ?`;
  const values = [key, `${key}\u{10ffff}`];
  const counted = db
    .statement<{ readonly count: number }>(
      `SELECT count(*) AS count FROM (SELECT 1 FROM contact WHERE ${range} LIMIT ?)`,
    )
    .get(...values, MANY);
  const isRare = (counted?.count ?? 0) < MANY;
  return { sql: isRare ? range : `+${column} >= ? AND +${column} < ?`, values };
}
