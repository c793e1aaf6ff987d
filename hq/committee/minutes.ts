import { findDecidables } from '#db/hub/decisionLists.ts';
import type { Minutes } from '#shared/contracts/hq/committee.ts';
import type { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { ActorId } from '#shared/domain/identity.ts';
import { readCasesOfHub } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { itemsToDecide, subjectInSession } from './caseInSession.ts';
import { firstDecidersOf } from './caseStanding.ts';
import { getSession } from './onSession.ts';
import { quorumOf } from './sessionLists.ts';

/** What the minutes (N12) say of a session that is over. @throws HqError `notFound`, `sessionNotClosed` */
export async function minutesOf(hub: HubContext, sessionId: SessionId): Promise<Minutes> {
  const session = await getSession(hub, sessionId);
  if (session.status !== 'closed') throw new HqError('sessionNotClosed');
  const caseIds = session.agenda.map(({ caseId }) => caseId);
  const [rows, cases] = await Promise.all([
    findDecidables(hub.db, caseIds),
    readCasesOfHub(hub.db, hub.hubId, caseIds),
  ]);
  return {
    session,
    quorum: quorumOf(hub),
    cases: session.agenda.flatMap((agenda) => {
      const row = rows.find(({ caseId }) => caseId === agenda.caseId);
      const state = cases.get(agenda.caseId)?.state;
      if (row === undefined || state == null) return [];
      const { reference, fileNo, branchName } = row;
      const subject = subjectInSession(state, agenda);
      return [
        {
          ...{ caseId: agenda.caseId, reference, fileNo, branchName },
          items: [...itemsToDecide(hub, state, subject)],
          firstDeciders: [...firstDecidersOf(state, subject)].map((id) => ActorId.parse(id)),
        },
      ];
    }),
  };
}
