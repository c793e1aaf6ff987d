import { inCanonicalOrder } from '#shared/domain/case/canonicalOrder.ts';
import { CaseEvent, EventHeader } from '#shared/domain/case/caseEvent.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { replayCase } from '#shared/domain/case/reduceCase.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { Crypto } from '#shared/ports.ts';
import {
  type ChainRow,
  type ChainTail,
  type ChainVerdict,
  verifyChain,
} from '#shared/protocol/chain.ts';
import type { DeskReader } from './connection.ts';
import { readCaseFeed } from './feedEvents.ts';
import type { DeskStore } from './store.ts';

/** An event as it lies in the journal. `position` counts over all epochs, without gap. */
export interface StoredEvent extends ChainRow {
  readonly position: number;
}

export interface JournalTail extends ChainTail {
  readonly position: number;
  readonly hlc: string;
}

interface JournalRow {
  readonly position: number;
  readonly headerHash: string;
  readonly salt: Buffer | null;
  readonly payload: string | null;
}

const HEADER_COLUMNS = `event_id AS eventId, device_id AS deviceId, epoch, seq, at, hlc,
  actor_id AS actorId, case_id AS caseId, kind, form_version AS formVersion, base`;
const ROW_COLUMNS = `position, ${HEADER_COLUMNS}, payload_hash AS payloadHash,
  previous_hash AS previousHash, header_hash AS headerHash, salt, payload`;

/** The last event of the journal; null when it is empty. */
export function journalTail(db: DeskReader): JournalTail | null {
  return (
    db
      .statement<JournalTail>(
        `SELECT position, epoch, seq, hlc, header_hash AS headerHash
         FROM journal ORDER BY position DESC LIMIT 1`,
      )
      .get() ?? null
  );
}

/**
 * Events after a position, oldest first, at most `limit`.
 * @throws ZodError when a stored header is none
 */
export function readJournal(
  db: DeskReader,
  afterPosition: number,
  limit: number,
): readonly StoredEvent[] {
  return db
    .statement<JournalRow>(
      `SELECT ${ROW_COLUMNS} FROM journal WHERE position > ? ORDER BY position LIMIT ?`,
    )
    .all(afterPosition, limit)
    .map(({ position, headerHash, salt, payload, ...header }) => ({
      position,
      headerHash,
      salt,
      payload,
      header: EventHeader.parse(header),
    }));
}

/**
 * The events of a case from wherever they came, in the order in which every laptop reads them, each
 * checked against its schema. Events whose payload was destroyed are left out, and so are those that
 * came from elsewhere and that only a later version can read.
 * @param last the position of its last event in this journal; left out: what the list of cases says
 * @throws ZodError when a stored event of this journal is none: it is damaged
 */
export function readCaseEvents(
  db: DeskReader,
  caseId: CaseId,
  last: number | null = findCaseOwnPosition(db, caseId),
): readonly CaseEvent[] {
  const own = last === null ? [] : readOwnCaseEvents(db, caseId, last);
  const foreign = readCaseFeed(db, caseId);
  return foreign.length === 0 ? own : inCanonicalOrder([...own, ...foreign]);
}

function readOwnCaseEvents(db: DeskReader, caseId: CaseId, last: number): readonly CaseEvent[] {
  return db
    .statement<{ readonly payload: string | null }>(
      `WITH RECURSIVE back (position, previous) AS (
         SELECT position, case_previous FROM journal WHERE position = ? AND case_id = ?
         UNION ALL
         SELECT j.position, j.case_previous FROM back JOIN journal j ON j.position = back.previous
       )
       SELECT ${HEADER_COLUMNS}, payload FROM back CROSS JOIN journal USING (position)
       ORDER BY position`,
    )
    .all(last, caseId)
    .flatMap(({ payload, ...header }) => {
      if (payload === null) return [];
      const content: unknown = JSON.parse(payload);
      return [CaseEvent.parse({ ...header, payload: content })];
    });
}

/** Where the last event of a case stands in this journal; null where it holds none of it. */
export function findCaseOwnPosition(db: DeskReader, caseId: CaseId): number | null {
  const row = db
    .statement<{ readonly position: number | null }>(
      `SELECT own_position AS position FROM case_summary WHERE case_id = ?1
       UNION ALL SELECT own_position FROM case_unopened WHERE case_id = ?1 LIMIT 1`,
    )
    .get({ 1: caseId });
  return row?.position ?? null;
}

/** The case as it stands, or null when this journal does not know it. Quick for cases at hand. */
export function readCase(store: DeskStore, caseId: CaseId): CaseState | null {
  const known = store.caseStates.get(caseId);
  if (known) return known;
  const state = replayCase(readCaseEvents(store.reader, caseId));
  if (state) store.caseStates.set(state);
  return state;
}

/** How many events are checked between two turns of the event loop: under 10 ms. */
const SLICE = 100;

/**
 * Checks the whole journal, a slice at a time: sequence, links, headers, payloads. A row whose
 * header cannot even be read throws `ZodError`.
 */
export async function verifyStoredChain(db: DeskReader, crypto: Crypto): Promise<ChainVerdict> {
  let tail: ChainTail | null = null;
  let checked = 0;
  let position = 0;
  for (;;) {
    const rows = readJournal(db, position, SLICE);
    const verdict: ChainVerdict = verifyChain(crypto, rows, tail);
    if (!verdict.ok) return verdict;
    checked += verdict.checked;
    tail = verdict.tail;
    const last = rows.at(-1);
    if (last === undefined) return { ok: true, checked, tail };
    position = last.position;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
