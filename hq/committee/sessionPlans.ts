import type { z } from 'zod';
import { nextNumbers } from '#db/hub/cases.ts';
import { writeHub } from '#db/hub/connection.ts';
import type { hqCommitteeContract, OpenSession } from '#shared/contracts/hq/committee.ts';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import type { HubContext } from '../context.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assertOpen, onSession, writeSessionEvents } from './onSession.ts';
import { committeePeople, openSession, quorumOf } from './sessionLists.ts';

type Input<Name extends keyof Omit<typeof hqCommitteeContract, 'people' | 'terms' | 'ready'>> =
  z.output<NonNullable<(typeof hqCommitteeContract)[Name]['~orpc']['inputSchema']>>;

/** @throws HqError `memberUnfit`, `inputInvalid` for a day that is over */
export async function planSession(
  hub: HubContext,
  actorId: ActorId,
  input: Input<'plan'>,
): Promise<OpenSession> {
  const sessionId = SessionId.parse(hub.ids.uuid());
  const plan = await planOf(hub, input);
  await writeHub(hub.db, async (writer) => {
    const year = input.heldOn.slice(0, 4);
    const [count = 0] = await nextNumbers(writer, `session ${year}`, 1);
    const number = `S-${year}-${String(count).padStart(4, '0')}`;
    await writeSessionEvents(writer, hub, null, [
      { kind: 'sessionPlanned', actorId, payload: { sessionId, number, ...plan } },
    ]);
  });
  return openSession(hub, sessionId);
}

/** @throws HqError `memberUnfit`, `sessionChanged`, `sessionNotPlanned`, `inputInvalid` */
export async function replanSession(
  hub: HubContext,
  actorId: ActorId,
  input: Input<'replan'>,
): Promise<OpenSession> {
  const { sessionId, version } = input;
  const plan = await planOf(hub, input);
  await onSession(hub, sessionId, (_writer, session) => {
    assertPlanned(session);
    assertVersion(session, version);
    return [{ kind: 'sessionReplanned', actorId, payload: { sessionId, ...plan } }];
  });
  return openSession(hub, sessionId);
}

/** What stood on its agenda waits for another session. @throws HqError `sessionNotPlanned` */
export async function callOffSession(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, reason }: Input<'callOff'>,
): Promise<OpenSession> {
  await onSession(hub, sessionId, (_writer, session) => {
    assertPlanned(session);
    return [{ kind: 'sessionCalledOff', actorId, payload: { sessionId, reason } }];
  });
  return openSession(hub, sessionId);
}

/**
 * The agenda in this order, before the session and while it goes on; what was voted on stays on it.
 * @throws HqError `sessionChanged`, `onAnotherAgenda`, `hasVotes`, `sessionNotOpen`
 */
export async function setAgenda(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, cases, version }: Input<'setAgenda'>,
): Promise<OpenSession> {
  if (new Set(cases).size !== cases.length) throw new HqError('inputInvalid');
  await onSession(hub, sessionId, (_writer, session) => {
    if (session.status !== 'planned') assertOpen(session);
    assertVersion(session, version);
    const isLost = session.agenda.some(
      ({ caseId, motions }) => motions.length > 0 && !cases.includes(caseId),
    );
    if (isLost) throw new HqError('hasVotes');
    return [{ kind: 'agendaSet', actorId, payload: { sessionId, cases } }];
  });
  return openSession(hub, sessionId);
}

/** @throws HqError `sessionNotPlanned`, `noQuorum`, `notAMember` */
export async function beginSession(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, present }: Input<'begin'>,
): Promise<OpenSession> {
  await onSession(hub, sessionId, (_writer, session) => {
    assertPlanned(session);
    assertMembers(session, present);
    if (present.length < quorumOf(hub)) throw new HqError('noQuorum');
    return [{ kind: 'sessionOpened', actorId, payload: { sessionId, present } }];
  });
  return openSession(hub, sessionId);
}

/** Somebody came later or left. @throws HqError `sessionNotOpen`, `notAMember` */
export async function changeAttendance(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, present }: Input<'attendance'>,
): Promise<OpenSession> {
  await onSession(hub, sessionId, (_writer, session) => {
    assertOpen(session);
    assertMembers(session, present);
    return [{ kind: 'attendanceChanged', actorId, payload: { sessionId, present } }];
  });
  return openSession(hub, sessionId);
}

/** What was not decided waits for another session. @throws HqError `sessionNotOpen` */
export async function closeSession(
  hub: HubContext,
  actorId: ActorId,
  { sessionId }: Input<'close'>,
): Promise<OpenSession> {
  await onSession(hub, sessionId, async (writer, session) => {
    assertOpen(session);
    const year = riyadhToday(hub).slice(0, 4);
    const [count = 0] = await nextNumbers(writer, `minutes ${year}`, 1);
    const minutesNumber = `M-${year}-${String(count).padStart(4, '0')}`;
    return [{ kind: 'sessionClosed', actorId, payload: { sessionId, minutesNumber } }];
  });
  return openSession(hub, sessionId);
}

/** Beside the minutes, which stay as they are. @throws HqError `sessionNotClosed` */
export async function addToMinutes(
  hub: HubContext,
  actorId: ActorId,
  { sessionId, text }: Input<'addToMinutes'>,
): Promise<OpenSession> {
  await onSession(hub, sessionId, (_writer, { status }) => {
    if (status !== 'closed') throw new HqError('sessionNotClosed');
    return [{ kind: 'minutesAdded', actorId, payload: { sessionId, text } }];
  });
  return openSession(hub, sessionId);
}

/** The plan with the names that its members have today. */
async function planOf(hub: HubContext, input: Input<'plan'>) {
  const { heldOn, startsAt, place, members: ids, chairId } = input;
  if (heldOn < riyadhToday(hub) || new Set(ids).size !== ids.length) {
    throw new HqError('inputInvalid');
  }
  const { people } = await committeePeople(hub);
  const members = ids.flatMap((id) => people.find(({ personId }) => personId === id) ?? []);
  const chair = members.find(({ personId }) => personId === chairId);
  if (members.length !== ids.length || chair?.mayChair !== true) throw new HqError('memberUnfit');
  return {
    ...{ heldOn, startsAt, place, chairId },
    members: members.map(({ personId, name }) => ({ personId, name })),
  };
}

function assertPlanned({ status }: CommitteeSession): void {
  if (status !== 'planned') throw new HqError('sessionNotPlanned');
}

function assertVersion(session: CommitteeSession, version: number): void {
  if (session.version !== version) throw new HqError('sessionChanged');
}

function assertMembers({ members }: CommitteeSession, present: readonly ActorId[]): void {
  const known = new Set(members.map(({ personId }) => personId));
  if (!present.every((each) => known.has(each))) throw new HqError('notAMember');
}
