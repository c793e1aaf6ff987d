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
import type { CaseState } from '#shared/domain/case/caseState.ts';
import {
  DecisionContent,
  DecisionId,
  type SupportItemDecision,
} from '#shared/domain/case/decision.ts';
import {
  type HeadquartersAction,
  headquartersActionState,
} from '#shared/domain/case/headquartersActions.ts';
import { standingDecision } from '#shared/domain/case/headquartersState.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { type ActorId, CaseId, type IsoDay } from '#shared/domain/identity.ts';
import { contactFrom } from '#shared/domain/promise/promise.ts';
import { findHubCase, type HubCase } from '../cases/hubCase.ts';
import { lockAndReadCases, writeCaseEvents } from '../cases/writeCaseEvents.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { assertOwnRequest } from '../registry/mergeGuard.ts';
import { askedItems, coversItems } from './askedItems.ts';
import { riyadhToday } from './releaseDecisions.ts';

const MOST_LISTED = 200;

export async function listDecisions(
  hub: HubContext,
  { stand, after }: { readonly stand: DecisionStand; readonly after?: CaseId | undefined },
) {
  const [rows, counts] = await Promise.all([
    listDecidable(hub.db, stand, after ?? null, MOST_LISTED),
    countDecidable(hub.db),
  ]);
  return { cases: rows.map(listed), counts };
}

/** @throws HqError `notFound` */
export async function openDecision(hub: HubContext, caseId: CaseId): Promise<CaseDecision> {
  const found = await findHubCase(hub.db, hub.hubId, caseId);
  const row = await findDecidable(hub.db, caseId);
  if (found?.state == null || row === null) throw new HqError('notFound');
  return described(hub, row, found.state);
}

/** @throws HqError `notFound`, `actionNotAllowed`, `itemsNotCovered`, `reasonNotOffered` */
export async function decideCase(
  hub: HubContext,
  actorId: ActorId,
  { caseId, items }: { readonly caseId: CaseId; readonly items: readonly SupportItemDecision[] },
): Promise<CaseDecision> {
  await onCase(hub, caseId, 'decideCase', async (writer, state) => {
    const { questionnaire } = hub.reference.rulesOf(state);
    if (!coversItems(askedItems(state, questionnaire), items)) throw new HqError('itemsNotCovered');
    assertReasonsOffered(hub, items);
    const today = riyadhToday(hub);
    const decision = DecisionContent.parse({
      decisionId: DecisionId.parse(hub.ids.uuid()),
      number: await decisionNumber(writer, today),
      decidedOn: today,
      items,
      appealDays: state.terms.appealDays,
      reviewOf: null,
    });
    const { decisionId } = decision;
    return [
      { kind: 'decisionMade', caseId, actorId, payload: { decision } },
      { kind: 'decisionReached', caseId, actorId, payload: { decisionId } },
    ];
  });
  return openDecision(hub, caseId);
}

/** The director lets it be told before its day (P35). @throws HqError `notFound`, `actionNotAllowed` */
export async function overrideRelease(
  hub: HubContext,
  actorId: ActorId,
  { caseId, reason }: { readonly caseId: CaseId; readonly reason: string },
): Promise<CaseDecision> {
  await onCase(hub, caseId, 'overrideRelease', async (_writer, state) => {
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
  await onCase(hub, caseId, 'postponeReply', async (_writer, state) => {
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

/** Reads the case under its lock, asks the table, and appends what the work says. */
function onCase(
  hub: HubContext,
  caseId: CaseId,
  action: HeadquartersAction,
  work: (writer: HubWriter, state: CaseState) => Promise<readonly NewHubCaseEvent[]>,
): Promise<void> {
  return writeHub(hub.db, async (writer) => {
    const cases = await lockAndReadCases(writer, hub, [caseId]);
    const state = stateOf(cases.get(caseId));
    assertOwnRequest(state);
    if (!headquartersActionState(state, action, riyadhToday(hub)).allowed) {
      throw new HqError('actionNotAllowed');
    }
    await writeCaseEvents(writer, hub, cases, await work(writer, state));
  });
}

function stateOf(found: HubCase | undefined): CaseState {
  if (found?.state == null) throw new HqError('notFound');
  return found.state;
}

async function decisionNumber(writer: HubWriter, today: IsoDay): Promise<string> {
  const year = today.slice(0, 4);
  const [number = 0] = await nextNumbers(writer, `decision ${year}`, 1);
  return `D-${year}-${String(number).padStart(6, '0')}`;
}

function described(hub: HubContext, row: DecidableRow, state: CaseState): CaseDecision {
  const today = riyadhToday(hub);
  const { questionnaire } = hub.reference.rulesOf(state);
  const decision = standingDecision(state.headquarters);
  const may = (action: HeadquartersAction) => headquartersActionState(state, action, today);
  return {
    case: listed(row),
    items: [...askedItems(state, questionnaire)],
    today,
    stand: standOf(state),
    decision: decision?.content ?? null,
    releasedOn: decision?.released?.releasedOn ?? null,
    override: decision?.released?.override ?? null,
    toldOn: decision?.told?.toldOn ?? null,
    may: {
      decide: may('decideCase').allowed,
      override: may('overrideRelease').allowed,
      postpone: may('postponeReply').allowed,
    },
    blockers: [...may('decideCase').blockers],
  };
}

function standOf({ headquarters }: CaseState): DecisionStand {
  const decision = standingDecision(headquarters);
  if (decision === null) return 'toDecide';
  if (decision.told !== null) return 'told';
  return decision.released === null ? 'waitsForDay' : 'released';
}

function listed(row: DecidableRow): CaseToDecide {
  return {
    ...row,
    caseId: CaseId.parse(row.caseId),
    status: CaseStatus.parse(row.status),
    submittedAt: row.submittedAt?.toISOString() ?? null,
  };
}
