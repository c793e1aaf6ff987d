import {
  CASE_EVENT_PAYLOADS,
  CaseEvent,
  DESK_EVENT_PAYLOADS,
} from '#shared/domain/case/caseEvent.ts';
import { isWrittenAtHeadquartersOnly } from '#shared/domain/case/headquartersEvents.ts';
import { HUB_EVENT_PAYLOADS } from '#shared/domain/hub/hubEvent.ts';
import type { CaseId, EventId } from '#shared/domain/identity.ts';
import type { WireHeader } from '#shared/protocol/sync/batchEvent.ts';
import { FEED_START, FeedCursor } from '#shared/protocol/sync/feedPage.ts';
import type { DeskReader } from './connection.ts';

/** How far headquarters' journal was read. */
export interface FeedHead {
  readonly cursor: FeedCursor;
  /** The greatest clock stamp that came; null before the first event. */
  readonly hlc: string | null;
  /** Null before the first page. */
  readonly readAt: string | null;
}

export function readFeedHead(db: DeskReader): FeedHead {
  const row = db
    .statement<{ readonly cursor: string; readonly hlc: string | null; readonly readAt: string }>(
      'SELECT cursor, hlc, read_at AS readAt FROM feed_head',
    )
    .get();
  return row
    ? { ...row, cursor: FeedCursor.parse(row.cursor) }
    : { cursor: FEED_START, hlc: null, readAt: null };
}

/** Counts up with every event that comes; what a screen asks to know whether something came. */
export function lastArrival(db: DeskReader): number {
  return (
    db
      .statement<{ readonly arrival: number | null }>(
        'SELECT max(arrival) AS arrival FROM feed_event',
      )
      .get()?.arrival ?? 0
  );
}

/** Events that were kept and that this version cannot read. */
export function countParked(db: DeskReader): number {
  return (
    db
      .statement<{ readonly count: number }>(
        'SELECT count(*) AS count FROM feed_event WHERE parked = 1',
      )
      .get()?.count ?? 0
  );
}

/** The events of a case that came from elsewhere and that this version can read, as they came. */
export function readCaseFeed(db: DeskReader, caseId: CaseId): readonly CaseEvent[] {
  return db
    .statement<{ readonly header: string; readonly payload: string; readonly isHub: number }>(
      `SELECT header, payload, device_id IS (SELECT hub_id FROM hub_link) AS isHub
       FROM feed_event JOIN feed_chain USING (chain_id)
       WHERE case_id = ? AND payload IS NOT NULL ORDER BY arrival`,
    )
    .all(caseId)
    .flatMap(({ header, payload, isHub }) => {
      const event = caseEventOf(JSON.parse(header), payload);
      return event !== null && isBelieved(event, isHub === 1) ? [event] : [];
    });
}

/** Whether this event of the case was written on another laptop or at headquarters. */
export function isFromElsewhere(db: DeskReader, caseId: CaseId, eventId: EventId): boolean {
  return (
    db
      .statement(`SELECT 1 FROM feed_event WHERE case_id = ? AND header ->> 'eventId' = ? LIMIT 1`)
      .get(caseId, eventId) !== undefined
  );
}

/** A laptop that says it imported a case, or decided one, is not believed. */
export function isBelieved({ kind }: Pick<CaseEvent, 'kind'>, isHub: boolean): boolean {
  return isHub || !isWrittenAtHeadquartersOnly(kind);
}

/** Null for a kind or a content that this version does not know. */
export function caseEventOf(header: unknown, payload: string): CaseEvent | null {
  if (typeof header !== 'object' || header === null) return null;
  const { payloadHash: _hash, previousHash: _previous, ...envelope } = header as WireHeader;
  const known = Object.fromEntries(
    Object.entries(envelope).filter(([field]) => ENVELOPE_FIELDS.has(field)),
  );
  const content: unknown = JSON.parse(payload);
  const parsed = CaseEvent.safeParse({ ...known, payload: content });
  return parsed.success ? parsed.data : null;
}

/** Fields of later versions stay in the header's text, and are read by those. */
const ENVELOPE_FIELDS: ReadonlySet<string> = new Set([
  'eventId',
  'deviceId',
  'epoch',
  'seq',
  'at',
  'hlc',
  'actorId',
  'caseId',
  'kind',
  'formVersion',
  'base',
]);

/** Whether this version knows the kind and can read the content. */
export function isReadable(header: WireHeader, payload: string | null): boolean {
  const { kind } = header;
  if (header.caseId !== null) {
    if (!Object.hasOwn(CASE_EVENT_PAYLOADS, kind)) return false;
    return payload === null || caseEventOf(header, payload) !== null;
  }
  const schema =
    Object.entries(DESK_EVENT_PAYLOADS).find(([name]) => name === kind)?.[1] ??
    Object.entries(HUB_EVENT_PAYLOADS).find(([name]) => name === kind)?.[1];
  if (schema === undefined) return false;
  return payload === null || schema.safeParse(JSON.parse(payload)).success;
}
