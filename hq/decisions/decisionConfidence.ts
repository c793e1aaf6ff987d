import type { OpenSession } from '#shared/contracts/hq/committee.ts';
import type { CaseDecision, CaseToDecide, DecisionStand } from '#shared/contracts/hq/decisions.ts';
import type { CaseEvent } from '#shared/domain/case/caseEvent.ts';
import { heardStatus } from '#shared/domain/case/heardStatus.ts';
import { rolesMay } from '#shared/domain/hub/hqPermission.ts';
import type { HqCallContext } from '../dispatcher/guard.ts';

type Asking = Pick<HqCallContext, 'visit'>;

/**
 * Whether whoever asks decides, or lets a decision be told: before it is let go nobody else hears what
 * was decided, at headquarters as little as at a branch (P35).
 */
export function mayHearUntold({ visit }: Asking): boolean {
  const roles = visit.person?.roles ?? [];
  return mayVote({ visit }) || rolesMay(roles, 'decisions.release');
}

/** A case with its decisions as whoever asks may hear them. */
export function decisionAsMayHear(context: Asking, found: CaseDecision): CaseDecision {
  if (mayHearUntold(context)) return found;
  const decisions = found.decisions.filter(({ releasedOn }) => releasedOn !== null);
  const isHeard = (id: string) => decisions.some(({ content }) => content.decisionId === id);
  const [shown = found.case] = listAsMayHear(context, found.stand, [found.case]);
  return {
    ...found,
    case: shown,
    decisions,
    deferred: found.deferred.filter(({ decisionId }) => isHeard(decisionId)),
  };
}

/** A decision that waits for its day says in no list how it went. */
export function listAsMayHear(
  context: Asking,
  stand: DecisionStand,
  cases: readonly CaseToDecide[],
): CaseToDecide[] {
  if (stand !== 'waitsForDay' || mayHearUntold(context)) return [...cases];
  return cases.map((each) => ({ ...each, status: heardStatus(each.status) }));
}

/** The events of a case without a decision that was not let go: as a branch has them. */
export function withoutUntold(events: readonly CaseEvent[]): CaseEvent[] {
  return events.filter(({ kind }) => kind !== 'decisionMade');
}

/** What was moved and how it was voted on is for those who sit in sessions. */
export function sessionAsMayHear(context: Asking, open: OpenSession): OpenSession {
  if (mayVote(context)) return open;
  const agenda = open.session.agenda.map((each) => ({ ...each, recusals: [], motions: [] }));
  const cases = open.cases.map((each) => ({ ...each, status: heardStatus(each.status) }));
  return { ...open, cases, session: { ...open.session, agenda, addenda: [] } };
}

function mayVote({ visit }: Asking): boolean {
  return rolesMay(visit.person?.roles ?? [], 'cases.vote');
}
