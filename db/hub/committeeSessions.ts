import { CommitteeSession } from '#shared/domain/committee/session.ts';
import type { SessionEvent } from '#shared/domain/committee/sessionEvents.ts';
import type { HubReader, HubWriter } from './connection.ts';

interface Row {
  readonly content: unknown;
}

const LISTED = {
  coming: "status IN ('planned', 'open')",
  past: "status IN ('closed', 'calledOff')",
} as const;
export type SessionView = keyof typeof LISTED;

/** Sessions to come from the next on, or those that were from the last on. */
export async function listSessions(
  db: HubReader,
  view: SessionView,
  limit: number,
): Promise<readonly CommitteeSession[]> {
  const order = view === 'coming' ? 'ASC' : 'DESC';
  const rows = await db.query<Row>(
    `SELECT content FROM committee_session WHERE ${LISTED[view]}
     ORDER BY held_on ${order}, starts_at ${order}, session_id LIMIT $1`,
    [limit],
  );
  return rows.map(({ content }) => CommitteeSession.parse(content));
}

export async function findSession(
  db: HubReader,
  sessionId: string,
): Promise<CommitteeSession | null> {
  const [row] = await db.query<Row>('SELECT content FROM committee_session WHERE session_id = $1', [
    sessionId,
  ]);
  return row ? CommitteeSession.parse(row.content) : null;
}

/** The same, locked until the end of the transaction. */
export async function lockSession(
  writer: HubWriter,
  sessionId: string,
): Promise<CommitteeSession | null> {
  const [row] = await writer.query<Row>(
    'SELECT content FROM committee_session WHERE session_id = $1 FOR UPDATE',
    [sessionId],
  );
  return row ? CommitteeSession.parse(row.content) : null;
}

/**
 * Makes the rows of a session what it has become.
 * @returns the cases that wait for another session and so cannot stand on this one's agenda
 */
export async function putSession(
  writer: HubWriter,
  session: CommitteeSession,
): Promise<readonly string[]> {
  const { sessionId, number, status, heldOn, startsAt, agenda } = session;
  await writer.query(
    `INSERT INTO committee_session (session_id, number, status, held_on, starts_at, content)
     VALUES ($1,$2,$3,$4,$5,$6) ON CONFLICT (session_id) DO UPDATE SET
       status = excluded.status, held_on = excluded.held_on, starts_at = excluded.starts_at,
       content = excluded.content`,
    [sessionId, number, status, heldOn, startsAt, JSON.stringify(session)],
  );
  const isLive = status === 'planned' || status === 'open';
  const caseIds = agenda.map(({ caseId }) => caseId);
  // A case that was decided here may come back on another agenda while this session still goes on.
  const live = agenda.map(({ decided }) => isLive && decided === null);
  await writer.query(
    'DELETE FROM committee_agenda WHERE session_id = $1 AND NOT case_id = ANY($2::uuid[])',
    [sessionId, caseIds],
  );
  const rows = await writer.query<{ readonly id: string }>(
    `INSERT INTO committee_agenda (session_id, case_id, is_live)
     SELECT $1, n.id, n.live FROM unnest($2::uuid[], $3::boolean[]) AS n (id, live)
     WHERE NOT n.live OR NOT EXISTS (SELECT FROM committee_agenda a
       WHERE a.case_id = n.id AND a.is_live AND a.session_id <> $1)
     ON CONFLICT (session_id, case_id) DO UPDATE SET is_live = excluded.is_live
     RETURNING case_id AS id`,
    [sessionId, caseIds, live],
  );
  const kept = new Set(rows.map(({ id }) => id));
  return caseIds.filter((caseId) => !kept.has(caseId));
}

/** What is being written of a case's decision. */
export interface DraftRow {
  readonly version: number;
  readonly content: unknown;
  readonly savedBy: string;
  readonly savedAt: Date;
}

const DRAFT = 'version, content, saved_by AS "savedBy", saved_at AS "savedAt"';

export async function findDraft(
  db: HubReader,
  sessionId: string,
  caseId: string,
): Promise<DraftRow | null> {
  const [row] = await db.query<DraftRow>(
    `SELECT ${DRAFT} FROM committee_draft WHERE session_id = $1 AND case_id = $2`,
    [sessionId, caseId],
  );
  return row ?? null;
}

/** @returns null where somebody else has saved since version `base` (0 before the first) */
export async function saveDraft(
  writer: HubWriter,
  draft: {
    readonly sessionId: string;
    readonly caseId: string;
    readonly base: number;
    readonly content: unknown;
    readonly savedBy: string;
    readonly savedAt: string;
  },
): Promise<DraftRow | null> {
  const { sessionId, caseId, base, content, savedBy, savedAt } = draft;
  const [row] = await writer.query<DraftRow>(
    base === 0
      ? `INSERT INTO committee_draft (session_id, case_id, version, content, saved_by, saved_at)
         VALUES ($1, $2, $3 + 1, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING ${DRAFT}`
      : `UPDATE committee_draft SET version = $3 + 1, content = $4, saved_by = $5, saved_at = $6
         WHERE session_id = $1 AND case_id = $2 AND version = $3 RETURNING ${DRAFT}`,
    [sessionId, caseId, base, JSON.stringify(content), savedBy, savedAt],
  );
  return row ?? null;
}

/** Events of sessions as the journal holds them, in its order. */
export function readSessionEvents(
  db: HubReader,
  kinds: readonly string[],
): Promise<readonly (Omit<SessionEvent, 'payload'> & { readonly payload: string })[]> {
  return db.query(
    `SELECT kind, actor_id AS "actorId", payload, at FROM journal
     WHERE kind = ANY($1::text[]) AND payload IS NOT NULL ORDER BY position`,
    [kinds],
  );
}
