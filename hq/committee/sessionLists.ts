import { listSessions, type SessionView } from '#db/hub/committeeSessions.ts';
import { type DecidableRow, findDecidables, listReady } from '#db/hub/decisionLists.ts';
import { listHqPeople } from '#db/hub/people.ts';
import type {
  CommitteeCase,
  OpenSession,
  SessionSummary,
  SubjectKind,
} from '#shared/contracts/hq/committee.ts';
import { decisionSubject } from '#shared/domain/case/appealState.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import type { CommitteeSession } from '#shared/domain/committee/session.ts';
import { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { rolesMay } from '#shared/domain/hub/hqPermission.ts';
import { CaseId } from '#shared/domain/identity.ts';
import { type HubCase, readCasesOfHub } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { lateDaysOf } from '../decisions/lateDays.ts';
import { riyadhToday } from '../decisions/releaseDecisions.ts';
import { hindranceOf } from './caseStanding.ts';
import { getSession } from './onSession.ts';

const MOST_SESSIONS = 200;
const MOST_READY = 200;

export async function sessionsOf(hub: HubContext, { view }: { readonly view: SessionView }) {
  const sessions = await listSessions(hub.db, view, MOST_SESSIONS);
  return { sessions: sessions.map(summaryOf) };
}

/** Everybody who works here now and has a voice. */
export async function committeePeople({ db }: Pick<HubContext, 'db'>) {
  const people = (await listHqPeople(db)).filter(
    ({ active, roles }) => active && rolesMay(roles, 'cases.vote'),
  );
  return {
    people: people.map(({ personId, displayName, roles }) => ({
      personId,
      name: displayName,
      mayChair: rolesMay(roles, 'cases.decide'),
    })),
  };
}

export async function readyCases(hub: HubContext) {
  const rows = await listReady(hub.db, riyadhToday(hub), MOST_READY);
  return { cases: rows.map((row) => listedCase(hub, row)) };
}

/** @throws HqError `notFound` */
export async function openSession(hub: HubContext, sessionId: SessionId): Promise<OpenSession> {
  const session = await getSession(hub, sessionId);
  const caseIds = session.agenda.map(({ caseId }) => caseId);
  const [rows, cases] = await Promise.all([
    findDecidables(hub.db, caseIds),
    readCasesOfHub(hub.db, hub.hubId, caseIds),
  ]);
  const byId = new Map(rows.map((row) => [row.caseId, row]));
  return {
    session,
    cases: session.agenda.flatMap(({ caseId }) => {
      const row = byId.get(caseId);
      return row === undefined ? [] : [listedCase(hub, row, cases.get(caseId))];
    }),
    quorum: quorumOf(hub),
    today: riyadhToday(hub),
  };
}

export function quorumOf({ reference }: Pick<HubContext, 'reference'>): number {
  return reference.settings.committee.quorum;
}

/**
 * A case as the committee's lists say it.
 * @param found the case with its events, where it is asked whether it can be decided
 */
export function listedCase(
  hub: HubContext,
  row: DecidableRow,
  found: HubCase | null = null,
): CommitteeCase {
  const { caseId, status, submittedAt, sessionId, sessionNumber } = row;
  const { reference, fileNo, applicantName, branchName } = row;
  const state = found?.state ?? null;
  return {
    caseId: CaseId.parse(caseId),
    ...{ reference, fileNo, applicantName, branchName },
    status: CaseStatus.parse(status),
    submittedAt: submittedAt?.toISOString() ?? null,
    lateDays: row.isUndecided ? lateDaysOf(hub, submittedAt) : null,
    subject: state === null ? subjectOf(row) : (decisionSubject(state)?.kind ?? null),
    session:
      sessionId === null || sessionNumber === null
        ? null
        : { sessionId: SessionId.parse(sessionId), number: sessionNumber },
    hindrance: state === null ? null : hindranceOf(state, riyadhToday(hub)),
  };
}

function subjectOf({ isUndecided, appealOpen }: DecidableRow): SubjectKind {
  if (isUndecided) return 'first';
  return appealOpen ? 'appeal' : 'deferred';
}

function summaryOf(session: CommitteeSession): SessionSummary {
  const { sessionId, number, status, heldOn, startsAt, place, members, chairId, agenda } = session;
  return {
    ...{ sessionId, number, status, heldOn, startsAt, place },
    chairName: members.find(({ personId }) => personId === chairId)?.name ?? '',
    members: members.length,
    cases: agenda.length,
    decided: agenda.filter(({ decided }) => decided !== null).length,
  };
}
