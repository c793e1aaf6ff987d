import { assertNever } from '../assertNever.ts';
import { Instant } from '../identity.ts';
import type { AgendaCase, CommitteeSession } from './session.ts';
import type { SessionEvent } from './sessionEvents.ts';

/**
 * A session after one more event; what does not fit changes nothing. Pure.
 * @returns null while it was not planned
 */
export function reduceSession(
  session: CommitteeSession | null,
  event: SessionEvent,
): CommitteeSession | null {
  if (session === null) return event.kind === 'sessionPlanned' ? planned(event) : null;
  return { ...applied(session, event), version: session.version + 1 };
}

function planned({ payload }: Extract<SessionEvent, { kind: 'sessionPlanned' }>): CommitteeSession {
  return {
    ...payload,
    status: 'planned',
    agenda: [],
    present: [],
    attended: [],
    openedAt: null,
    closedAt: null,
    minutesNumber: null,
    addenda: [],
    calledOff: null,
    version: 1,
  };
}

function applied(session: CommitteeSession, event: SessionEvent): CommitteeSession {
  const at = Instant.parse(event.at);
  const { actorId } = event;
  switch (event.kind) {
    case 'sessionPlanned':
      return session;
    case 'sessionReplanned': {
      const { heldOn, startsAt, place, members, chairId } = event.payload;
      return { ...session, heldOn, startsAt, place, members, chairId };
    }
    case 'sessionCalledOff':
      return { ...session, status: 'calledOff', calledOff: event.payload.reason };
    case 'agendaSet': {
      const known = new Map(session.agenda.map((each) => [each.caseId, each]));
      return {
        ...session,
        agenda: event.payload.cases.map(
          (caseId) => known.get(caseId) ?? { caseId, recusals: [], motions: [], decided: null },
        ),
      };
    }
    case 'sessionOpened':
      return {
        ...session,
        status: 'open',
        openedAt: at,
        present: event.payload.present,
        attended: event.payload.present,
      };
    case 'attendanceChanged': {
      const { present } = event.payload;
      return { ...session, present, attended: [...new Set([...session.attended, ...present])] };
    }
    case 'memberRecused': {
      const { caseId, memberId, reason } = event.payload;
      return onCase(session, caseId, (each) => ({
        ...each,
        recusals: [...each.recusals, { memberId, reason, at }],
      }));
    }
    case 'motionPut': {
      const { caseId, motionId, basis, decision } = event.payload;
      return onCase(session, caseId, (each) => ({
        ...each,
        motions: [
          ...each.motions.map((motion) =>
            motion.decision.itemId === decision.itemId ? { ...motion, isReplaced: true } : motion,
          ),
          { motionId, basis, decision, putBy: actorId, at, votes: [], isReplaced: false },
        ],
      }));
    }
    case 'votesCast': {
      const { caseId, motionId, votes } = event.payload;
      const cast = votes.map((vote) => ({ ...vote, castBy: actorId, at }));
      return onCase(session, caseId, (each) => ({
        ...each,
        motions: each.motions.map((motion) =>
          motion.motionId === motionId ? { ...motion, votes: [...motion.votes, ...cast] } : motion,
        ),
      }));
    }
    case 'caseDecidedInSession': {
      const { caseId, decisionId, decisionNumber } = event.payload;
      return onCase(session, caseId, (each) => ({
        ...each,
        decided: { decisionId, decisionNumber, at },
      }));
    }
    case 'sessionClosed':
      return {
        ...session,
        status: 'closed',
        closedAt: at,
        minutesNumber: event.payload.minutesNumber,
      };
    case 'minutesAdded':
      return {
        ...session,
        addenda: [...session.addenda, { text: event.payload.text, actorId, at }],
      };
    default:
      return assertNever(event);
  }
}

function onCase(
  session: CommitteeSession,
  caseId: string,
  change: (each: AgendaCase) => AgendaCase,
): CommitteeSession {
  return {
    ...session,
    agenda: session.agenda.map((each) => (each.caseId === caseId ? change(each) : each)),
  };
}
