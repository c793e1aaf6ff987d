import { assertNever } from '../assertNever.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';
import { type DecisionContent, type DecisionId, outcomeOf } from './decision.ts';
import { HEADQUARTERS_EVENT_PAYLOADS } from './headquartersEvents.ts';
import {
  type AtHeadquarters,
  type DecisionOnCase,
  decisionToTell,
  openReturn,
  standingItems,
} from './headquartersState.ts';
import { isMergeEvent, reduceMerge } from './reduceMerge.ts';
import { registeredAtNotice } from './registration.ts';
import { itemServices } from './serviceState.ts';
import type { CaseStatus } from './vocabulary.ts';

export type HeadquartersEvent = Extract<
  CaseEvent,
  { kind: keyof typeof HEADQUARTERS_EVENT_PAYLOADS }
>;

export function isHeadquartersEvent(event: CaseEvent): event is HeadquartersEvent {
  return Object.hasOwn(HEADQUARTERS_EVENT_PAYLOADS, event.kind);
}

/** The case after an event of its way at headquarters. Pure; what no longer fits changes nothing. */
export function reduceHeadquarters(
  state: CaseState,
  event: HeadquartersEvent,
  mark: Mark,
): CaseState {
  if (isMergeEvent(event)) return reduceMerge(state, event, mark);
  switch (event.kind) {
    case 'caseImported':
      return {
        ...withPart(state, {
          imported: { ...mark, ...event.payload },
          fileNo: state.headquarters.fileNo ?? event.payload.fileNo,
          held: null,
          setAside: null,
        }),
        stage: state.stage === 'submitted' ? 'imported' : state.stage,
      };
    case 'caseHeld':
      return withPart(state, { held: { ...mark, findings: event.payload.findings } });
    case 'caseReturned':
      return returnCase(state, event.payload, mark);
    case 'returnAnswered': {
      const open = openReturn(state.headquarters);
      return open?.returnId === event.payload.returnId
        ? settleReturn(state, { ...mark, text: event.payload.text })
        : state;
    }
    case 'caseSetAside':
      return withPart(state, { setAside: { ...mark, reason: event.payload.reason }, held: null });
    case 'caseReadmitted':
      return withPart(state, { setAside: null });
    case 'replyPostponed': {
      const { replyNotBefore, contactFrom } = event.payload;
      const { submission } = state;
      if (submission === null || replyNotBefore < submission.replyNotBefore) return state;
      return { ...state, submission: { ...submission, replyNotBefore, contactFrom } };
    }
    case 'decisionReached':
      return withDecision(state, event.payload.decisionId, mark, (decision) => decision);
    case 'decisionMade': {
      const { decision: content, ...made } = event.payload;
      return decided(state, content, mark, (decision) => ({
        ...decision,
        content,
        made: { ...mark, ...made },
      }));
    }
    case 'decisionReleased': {
      const { decision: content, releasedOn, override } = event.payload;
      const released = { ...mark, releasedOn, override: override?.reason ?? null };
      return decided(state, content, mark, (decision) => ({ ...decision, content, released }));
    }
    case 'decisionTold': {
      const { decisionId, ...told } = event.payload;
      const known = state.headquarters.decisions.some((each) => each.decisionId === decisionId);
      if (!known) return state;
      const after = withDecision(state, decisionId, mark, (decision) => ({
        ...decision,
        told: { ...mark, ...told },
      }));
      return isDecided(state) && decisionToTell(after.headquarters) === null
        ? registeredAtNotice({ ...after, stage: 'notified' })
        : after;
    }
    default:
      return assertNever(event);
  }
}

/** The branch has submitted anew: what a return asked for is there. */
export function submittedAnew(state: CaseState, mark: Mark): CaseState {
  return settleReturn(state, { ...mark, text: null });
}

/** A case that has no answer yet cannot be told one. */
function isDecided({ stage }: CaseState): boolean {
  return stage === 'accepted' || stage === 'rejected' || stage === 'deferred';
}

function returnCase(
  state: CaseState,
  payload: Extract<HeadquartersEvent, { kind: 'caseReturned' }>['payload'],
  mark: Mark,
): CaseState {
  const { returns, earlierSubmissions } = state.headquarters;
  // It crossed a correction on the wire: what it is about lies open at the branch already.
  if (state.submission === null || openReturn(state.headquarters) !== null) return state;
  const returned = withPart(state, {
    returns: [...returns, { ...mark, ...payload, settled: null }],
    held: null,
    imported: null,
  });
  if (payload.wants === 'answer') return { ...returned, stage: 'submitted' };
  const last = state.declarations.at(-1);
  return {
    ...withPart(returned, { earlierSubmissions: [...earlierSubmissions, state.submission] }),
    stage: 'interviewed',
    submission: null,
    matchingCompleted: null,
    declarations:
      last && last.voidedBy === null
        ? [...state.declarations.slice(0, -1), { ...last, voidedBy: mark }]
        : state.declarations,
  };
}

function settleReturn(state: CaseState, settled: Mark & { readonly text: string | null }) {
  const open = openReturn(state.headquarters);
  if (open === null) return state;
  return withPart(state, {
    returns: [...state.headquarters.returns.slice(0, -1), { ...open, settled }],
  });
}

/** The stage that a decision gives; told once, it stays told until another decision is made. */
function decided(
  state: CaseState,
  content: DecisionContent,
  mark: Mark,
  change: (decision: DecisionOnCase) => DecisionOnCase,
): CaseState {
  const after = withDecision(state, content.decisionId, mark, change);
  const last = after.headquarters.decisions.at(-1);
  if (last?.decisionId !== content.decisionId || last.told !== null) return after;
  return { ...after, stage: stageDecided(after) };
}

/** One that has ended stays so. */
const ENDED: ReadonlySet<CaseStatus> = new Set(['closed', 'withdrawn', 'duplicate', 'lapsed']);
/** What was accepted before is on its way already, and a later decision on other items holds nothing up. */
const IN_SERVICE: ReadonlySet<CaseStatus> = new Set([
  'registered',
  'serviceScheduled',
  'serviceDelivered',
]);

function stageDecided({ stage, headquarters, service }: CaseState): CaseStatus {
  if (ENDED.has(stage)) return stage;
  if (!IN_SERVICE.has(stage)) return outcomeOf(standingItems(headquarters));
  const isWhole = itemServices(headquarters, service).every(({ isComplete }) => isComplete);
  return stage === 'serviceDelivered' && !isWhole ? 'serviceScheduled' : stage;
}

/** A decision may be heard of first by any of its events, in whatever order they come. */
function withDecision(
  state: CaseState,
  decisionId: DecisionId,
  mark: Mark,
  change: (decision: DecisionOnCase) => DecisionOnCase,
): CaseState {
  const { decisions } = state.headquarters;
  const fresh: DecisionOnCase = {
    decisionId,
    reached: mark,
    content: null,
    made: null,
    released: null,
    told: null,
  };
  return withPart(state, {
    decisions: decisions.some((each) => each.decisionId === decisionId)
      ? decisions.map((each) => (each.decisionId === decisionId ? change(each) : each))
      : [...decisions, change(fresh)],
  });
}

function withPart(state: CaseState, part: Partial<AtHeadquarters>): CaseState {
  return { ...state, headquarters: { ...state.headquarters, ...part } };
}
