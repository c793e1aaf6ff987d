import { findDraft } from '#db/hub/committeeSessions.ts';
import type { HubReader } from '#db/hub/connection.ts';
import { findDecidable } from '#db/hub/decisionLists.ts';
import { listNamesOf } from '#db/hub/people.ts';
import { type CaseInSession, Draft } from '#shared/contracts/hq/committee.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import {
  type DecisionSubject,
  decisionSubject,
  deferredItems,
} from '#shared/domain/case/appealState.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { standingItems } from '#shared/domain/case/headquartersState.ts';
import { standingReport } from '#shared/domain/case/studyState.ts';
import {
  type AgendaCase,
  agendaCase,
  type CommitteeSession,
} from '#shared/domain/committee/session.ts';
import type { SessionId } from '#shared/domain/committee/sessionEvents.ts';
import { noVoice } from '#shared/domain/committee/voting.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import { findHubCase, type HubCase } from '../cases/hubCase.ts';
import type { HubContext } from '../context.ts';
import { askedItems } from '../decisions/askedItems.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { firstDecidersOf } from './caseStanding.ts';
import { getSession } from './onSession.ts';
import { listedCase, quorumOf } from './sessionLists.ts';

/** @throws HqError `notFound`, `notOnAgenda` */
export async function openCaseInSession(
  hub: HubContext,
  { sessionId, caseId }: { readonly sessionId: SessionId; readonly caseId: CaseId },
): Promise<CaseInSession> {
  const [session, row, found] = await Promise.all([
    getSession(hub, sessionId),
    findDecidable(hub.db, caseId),
    findHubCase(hub.db, hub.hubId, caseId),
  ]);
  if (row === null || found?.state == null) throw new HqError('notFound');
  const { state } = found;
  const agenda = onAgenda(session, caseId);
  const subject = subjectInSession(state, agenda);
  const firstDeciders = firstDecidersOf(state, subject);
  const items = itemsToDecide(hub, state, subject);
  return {
    session: {
      sessionId,
      number: session.number,
      status: session.status,
      chairId: session.chairId,
      quorum: quorumOf(hub),
    },
    case: { ...listedCase(hub, row, found), subject: subject?.kind ?? null },
    agenda,
    items: [...items],
    standing: standingItems(state.headquarters).filter(
      ({ itemId }) => !items.some((item) => item.itemId === itemId),
    ),
    appeal: subject?.kind === 'appeal' ? appealOf(subject) : null,
    answers: deferredItems(state).flatMap(({ answer }) =>
      answer === null ? [] : [{ text: answer.text, at: answer.at }],
    ),
    members: session.members.map((member) => ({
      ...member,
      noVoice: noVoice(session, agenda, firstDeciders, member.personId),
    })),
    report: reportOf(state),
    draft: await draftAtHand(hub.db, sessionId, caseId),
  };
}

/** @throws HqError `notOnAgenda` */
export function onAgenda(session: CommitteeSession, caseId: CaseId): AgendaCase {
  const found = agendaCase(session, caseId);
  if (found === null) throw new HqError('notOnAgenda');
  return found;
}

/** What was, or is, decided of the case here: once it is decided, what was asked of this session. */
export function subjectInSession(state: CaseState, agenda: AgendaCase): DecisionSubject | null {
  if (agenda.decided === null) return decisionSubject(state);
  const { decisionId } = agenda.decided;
  const { decisions } = state.headquarters;
  const index = decisions.findIndex((each) => each.decisionId === decisionId);
  const before = {
    ...state,
    headquarters: { ...state.headquarters, decisions: decisions.slice(0, index) },
  };
  const made = decisions[index]?.content;
  if (made == null) return null;
  const itemIds = made.items.map(({ itemId }) => itemId);
  const appeal = state.afterDecision.appeals.find((each) => each.decisionId === made.reviewOf);
  if (appeal !== undefined) return { kind: 'appeal', itemIds, appeal };
  return before.headquarters.decisions.length === 0
    ? { kind: 'first' }
    : { kind: 'deferred', itemIds };
}

/** The items that are the committee's now, as they were asked for. */
export function itemsToDecide(
  hub: Pick<HubContext, 'reference'>,
  state: CaseState,
  subject: DecisionSubject | null,
): readonly AskedItem[] {
  const asked = askedItems(state, hub.reference.rulesOf(state).questionnaire);
  if (subject === null) return [];
  if (subject.kind === 'first') return asked;
  return asked.filter(({ itemId }) => subject.itemIds.includes(itemId));
}

export async function draftAtHand(
  db: HubReader,
  sessionId: SessionId,
  caseId: CaseId,
): Promise<Draft | null> {
  const row = await findDraft(db, sessionId, caseId);
  if (row === null) return null;
  const names = await listNamesOf(db, [row.savedBy], []);
  return Draft.parse({
    items: row.content,
    version: row.version,
    savedBy: names.get(row.savedBy) ?? '',
    savedAt: row.savedAt.toISOString(),
  });
}

/** @throws HqError `notFound` */
export function stateOf(found: HubCase | null | undefined): CaseState {
  if (found?.state == null) throw new HqError('notFound');
  return found.state;
}

function appealOf({ appeal }: Extract<DecisionSubject, { kind: 'appeal' }>) {
  const { decisionNumber, filedOn, grounds, newDocuments, lateReason } = appeal;
  return { decisionNumber, filedOn, grounds, newDocuments, lateReason };
}

function reportOf({ study }: CaseState): CaseInSession['report'] {
  const report = standingReport(study);
  if (report === null) return null;
  const { officerName, reportedOn, findings, items } = report;
  return { officerName, reportedOn, findings, items };
}
