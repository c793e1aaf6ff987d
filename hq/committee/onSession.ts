import { findSession, lockSession, putSession } from '#db/hub/committeeSessions.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import { findDecidables } from '#db/hub/decisionLists.ts';
import { appendHubEvents, type NewHubEvent } from '#db/hub/hubEvents.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { reduceSession } from '#shared/domain/committee/reduceSession.ts';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import type { SessionEventKind, SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';

/** An event of a session before it has its place in the journal. */
export type NewSessionEvent = Extract<NewHubEvent, { kind: SessionEventKind }>;

/** @throws HqError `notFound` */
export async function getSession(
  { db }: Pick<HubContext, 'db'>,
  sessionId: SessionId,
): Promise<CommitteeSession> {
  const session = await findSession(db, sessionId);
  if (session === null) throw new HqError('notFound');
  return session;
}

/**
 * One act of a session as one transaction: whoever acts on it at the same time waits, and is then asked
 * of what the session has become.
 * @throws HqError `notFound`, and whatever the work refuses
 */
export function onSession(
  hub: HubContext,
  sessionId: SessionId,
  work: (
    writer: HubWriter,
    session: CommitteeSession,
  ) => Promise<readonly NewSessionEvent[]> | readonly NewSessionEvent[],
): Promise<void> {
  return writeHub(hub.db, async (writer) => {
    const session = await lockSession(writer, sessionId);
    if (session === null) throw new HqError('notFound');
    await writeSessionEvents(writer, hub, session, await work(writer, session));
  });
}

/**
 * Appends what happened to a session and makes its rows true, in the transaction of what it is about.
 * @param session null for one that is planned just now
 * @throws HqError `onAnotherAgenda`
 */
export async function writeSessionEvents(
  writer: HubWriter,
  hub: HubContext,
  session: CommitteeSession | null,
  events: readonly NewSessionEvent[],
): Promise<void> {
  if (events.length === 0) return;
  // One instant for the row and the journal: the row made anew from the journal is the same.
  const now = hub.clock.now();
  const at = new Date(now).toISOString();
  let after = session;
  for (const event of events) {
    const actorId = ActorId.parse(event.actorId);
    after = reduceSession(after, { ...event, actorId, at });
  }
  if (after === null) throw new RangeError('a session begins with its plan');
  const elsewhere = await putSession(writer, after);
  if (elsewhere.length > 0) {
    const rows = await findDecidables(writer, elsewhere);
    throw new HqError('onAnotherAgenda', {
      cases: rows.map(({ caseId, reference, status }) => ({
        ...{ caseId: CaseId.parse(caseId), reference, status: CaseStatus.parse(status) },
      })),
    });
  }
  await appendHubEvents(writer, { ...hub, clock: { now: () => now } }, events);
}

/** @throws HqError `sessionNotOpen` */
export function assertOpen({ status }: CommitteeSession): void {
  if (status !== 'open') throw new HqError('sessionNotOpen');
}
