import {
  CASE_EVENT_PAYLOADS,
  type CaseEvent,
  type CaseEventKind,
  DESK_EVENT_PAYLOADS,
} from '#shared/domain/case/caseEvent.ts';
import { isWrittenAtHeadquartersOnly } from '#shared/domain/case/headquartersEvents.ts';
import { HUB_EVENT_PAYLOADS } from '#shared/domain/hub/hubEvent.ts';
import type { CaseId, EventId } from '#shared/domain/identity.ts';
import {
  isWholeDocument,
  PUBLICATION_EVENT_PAYLOADS,
} from '#shared/domain/publication/publishedDocument.ts';
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
      const event = caseEventOf(JSON.parse(header) as WireHeader, payload);
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

/**
 * Null for a kind or a content that this version does not know. Fields of later versions stay in the
 * header's text, and are read by those.
 * @param header checked, as everything that comes from outside is
 */
export function caseEventOf(header: WireHeader, payload: string): CaseEvent | null {
  const { caseId, kind } = header;
  if (caseId === null || !isCaseEventKind(kind)) return null;
  const content: unknown = JSON.parse(payload);
  const parsed = CASE_EVENT_PAYLOADS[kind].safeParse(content);
  if (!parsed.success) return null;
  return {
    eventId: header.eventId,
    deviceId: header.deviceId,
    epoch: header.epoch,
    seq: header.seq,
    at: header.at,
    hlc: header.hlc,
    actorId: header.actorId,
    caseId,
    kind,
    formVersion: header.formVersion,
    base: header.base,
    payload: parsed.data,
  } as CaseEvent;
}

function isCaseEventKind(kind: string): kind is CaseEventKind {
  return Object.hasOwn(CASE_EVENT_PAYLOADS, kind);
}

function isWholePublication(content: unknown): boolean {
  return isWholeDocument(PUBLICATION_EVENT_PAYLOADS.referencePublished.parse(content).document);
}

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
  if (payload === null) return true;
  const content: unknown = JSON.parse(payload);
  if (!schema.safeParse(content).success) return false;
  // Taken in force whole or not at all: what this version cannot read to its end waits.
  return kind !== 'referencePublished' || isWholePublication(content);
}
