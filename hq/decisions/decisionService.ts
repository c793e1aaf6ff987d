import { nextNumbers } from '#db/hub/cases.ts';
import { type HubWriter, writeHub } from '#db/hub/connection.ts';
import {
  countDecidable,
  type DecidableRow,
  findDecidable,
  listDecidable,
} from '#db/hub/decisionLists.ts';
import type { NewHubCaseEvent } from '#db/hub/hubEvents.ts';
import type { CaseDecision, CaseToDecide, DecisionStand } from '#shared/contracts/hq/decisions.ts';
import { isoDate, parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { appealableDecision, lastAppealDay, rejectedItems } from '#shared/domain/case/appeal.ts';
import {
  decidersOf,
  decisionSubject,
  deferredItems,
  reviewOf,
} from '#shared/domain/case/appealState.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { SupportItemDecision } from '#shared/domain/case/decision.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { type DecisionOnCase, standingDecision } from '#shared/domain/case/headquartersState.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { ActorId, CaseId, type IsoDay } from '#shared/domain/identity.ts';
import { contactFrom } from '#shared/domain/promise/promise.ts';
import { findHubCase, type HubCase } from '../cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import { hindranceOf } from '../committee/caseStanding.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assertOwnRequest } from '../registry/mergeGuard.ts';
import { askedItems } from './askedItems.ts';
import { lateDaysOf } from './lateDays.ts';
import { riyadhToday } from './releaseDecisions.ts';

const MOST_LISTED = 200;

export async function listDecisions(
  hub: HubContext,
  { stand, after }: { readonly stand: DecisionStand; readonly after?: CaseId | undefined },
) {
  const today = riyadhToday(hub);
  const [rows, counts] = await Promise.all([
    listDecidable(hub.db, stand, { today, after: after ?? null, limit: MOST_LISTED }),
    countDecidable(hub.db, today),
  ]);
  return { cases: rows.map((row) => listed(hub, row)), counts };
}

/** @throws HqError `notFound` */
export async function openDecision(hub: HubContext, caseId: CaseId): Promise<CaseDecision> {
  const found = await findHubCase(hub.db, hub.hubId, caseId);
  const row = await findDecidable(hub.db, caseId);
  if (found?.state == null || row === null) throw new HqError('notFound');
  return described(hub, row, found.state);
}

/** The director lets it be told before its day (P35). @throws HqError `notFound`, `actionNotAllowed` */
export async function overrideRelease(
  hub: HubContext,
  actorId: ActorId,
  { caseId, reason }: { readonly caseId: CaseId; readonly reason: string },
): Promise<CaseDecision> {
  await onCase(hub, caseId, 'overrideRelease', (_writer, state) => {
    const decision = standingDecision(state.headquarters)?.content ?? null;
    if (decision === null) throw new HqError('actionNotAllowed');
    const payload = { decision, releasedOn: riyadhToday(hub), override: { reason } };
    return [{ kind: 'decisionReleased', caseId, actorId, payload }];
  });
  return openDecision(hub, caseId);
}

/** @throws HqError `notFound`, `actionNotAllowed`, `replyOnlyLater` */
export async function postponeReply(
  hub: HubContext,
  actorId: ActorId,
  input: { readonly caseId: CaseId; readonly replyNotBefore: IsoDay; readonly reason: string },
): Promise<CaseDecision> {
  const { caseId, replyNotBefore, reason } = input;
  await onCase(hub, caseId, 'postponeReply', (_writer, state) => {
    const day = parseIsoDate(replyNotBefore);
    const before = state.submission?.replyNotBefore;
    if (day === null || before === undefined || replyNotBefore <= before) {
      throw new HqError('replyOnlyLater');
    }
    const contact = isoDate(contactFrom(day, hub.reference.settings.calendar));
    const payload = { replyNotBefore, contactFrom: contact, reason };
    return [{ kind: 'replyPostponed', caseId, actorId, payload }];
  });
  return openDecision(hub, caseId);
}

/** @throws HqError `reasonNotOffered` for a rejection with a reason that the settings do not offer */
export function assertReasonsOffered(
  { reference }: Pick<HubContext, 'reference'>,
  items: readonly SupportItemDecision[],
): void {
  const offered = new Set<string>(
    reference.settings.rejectionReasons.filter((each) => each.offered).map(({ code }) => code),
  );
  for (const item of items) {
    if (item.outcome === 'rejected' && !offered.has(item.code)) {
      throw new HqError('reasonNotOffered');
    }
  }
}

/**
 * Reads the case under its lock, asks the table, and appends what the work says.
 * @param action null where the work itself asks, to say in words what stands in the way
 */
export function onCase(
  hub: HubContext,
  caseId: CaseId,
  action: HeadquartersAction | null,
  work: (
    writer: HubWriter,
    state: CaseState,
  ) => readonly NewHubCaseEvent[] | Promise<readonly NewHubCaseEvent[]>,
): Promise<void> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const state = stateOf(cases.get(caseId));
    assertOwnRequest(state);
    if (action !== null && !headquartersActionState(state, action, riyadhToday(hub)).allowed) {
      throw new HqError('actionNotAllowed');
    }
    await writeCaseEvents(writer, hub, cases, await work(writer, state));
  });
}

function stateOf(found: HubCase | undefined): CaseState {
  if (found?.state == null) throw new HqError('notFound');
  return found.state;
}

/** The next number of a decision, given once: `D-2026-000123`. */
export async function decisionNumber(writer: HubWriter, today: IsoDay): Promise<string> {
  const year = today.slice(0, 4);
  const [number = 0] = await nextNumbers(writer, `decision ${year}`, 1);
  return `D-${year}-${String(number).padStart(6, '0')}`;
}

function described(hub: HubContext, row: DecidableRow, state: CaseState): CaseDecision {
  const today = riyadhToday(hub);
  const { questionnaire } = hub.reference.rulesOf(state);
  const may = (action: HeadquartersAction) => headquartersActionState(state, action, today).allowed;
  return {
    case: listed(hub, row),
    items: [...askedItems(state, questionnaire)],
    today,
    stand: standOf(row, state),
    decisions: state.headquarters.decisions.flatMap(decisionShown),
    appeals: state.afterDecision.appeals.map((appeal) => {
      const { eventId: _event, at: _at, actorId: _actor, place: _place, ...said } = appeal;
      return { ...said, isDecided: reviewOf(state, appeal.decisionId) !== null };
    }),
    deferred: deferredItems(state).map(({ item, decisionId, answer }) => ({
      decisionId,
      itemId: item.itemId,
      awaited: item.awaited,
      until: item.until,
      answer: answer?.text ?? null,
    })),
    may: {
      override: may('overrideRelease'),
      postpone: may('postponeReply'),
      answerDeferral: may('answerDeferral'),
    },
    appealable: appealableShown(state),
    review: reviewShown(state, today),
  };
}

/** What an open appeal leaves to the director alone, and whether something stands in the way. */
function reviewShown(state: CaseState, today: IsoDay): CaseDecision['review'] {
  const subject = decisionSubject(state);
  if (subject?.kind !== 'appeal') return null;
  const { appeal, itemIds } = subject;
  return {
    appealId: appeal.appealId,
    itemIds: [...itemIds],
    hindrance: hindranceOf(state, today),
    firstDeciders: [...decidersOf(state, appeal.decisionId)].map((each) => ActorId.parse(each)),
  };
}

function decisionShown({ content, made, released, told }: DecisionOnCase) {
  if (content === null) return [];
  const session = made?.session;
  return [
    {
      content,
      session:
        session === undefined ? null : { sessionId: session.sessionId, number: session.number },
      releasedOn: released?.releasedOn ?? null,
      override: released?.override ?? null,
      toldOn: told?.toldOn ?? null,
      appealUntil:
        told === null || content.reviewOf !== null ? null : lastAppealDay(content, told.toldOn),
    },
  ];
}

function appealableShown(state: CaseState): CaseDecision['appealable'] {
  const found = appealableDecision(state);
  if ('refusal' in found) return { refusal: found.refusal };
  const { decision } = found;
  return {
    decisionId: decision.decisionId,
    number: decision.content?.number ?? '',
    itemIds: [...rejectedItems(decision)],
  };
}

function standOf({ appealOpen }: DecidableRow, { headquarters, stage }: CaseState): DecisionStand {
  const decision = standingDecision(headquarters);
  if (appealOpen) return 'toDecide';
  if (decision === null) return stage === 'readyForCommittee' ? 'toDecide' : 'inStudy';
  if (decision.told !== null) return 'told';
  return decision.released === null ? 'waitsForDay' : 'released';
}

function listed(hub: HubContext, row: DecidableRow): CaseToDecide {
  const { isUndecided, appealOpen: _appeal, sessionId, sessionNumber, ...shown } = row;
  return {
    ...shown,
    caseId: CaseId.parse(row.caseId),
    status: CaseStatus.parse(row.status),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    lateDays: isUndecided ? lateDaysOf(hub, row.submittedAt) : null,
    session:
      sessionId === null || sessionNumber === null ? null : { sessionId, number: sessionNumber },
  };
}
