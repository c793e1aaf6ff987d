import { assertNever } from '../assertNever.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark, OpinionAsked } from './caseState.ts';
import { SERVICE_EVENT_PAYLOADS } from './serviceEvents.ts';
import { type AtService, itemServices, wasGiven } from './serviceState.ts';

export type ServiceEvent = Extract<CaseEvent, { kind: keyof typeof SERVICE_EVENT_PAYLOADS }>;

export function isServiceEvent(event: CaseEvent): event is ServiceEvent {
  return Object.hasOwn(SERVICE_EVENT_PAYLOADS, event.kind);
}

/** The case after an event that follows on its decision. Pure; nothing that was recorded is lost. */
export function reduceService(state: CaseState, event: ServiceEvent, mark: Mark): CaseState {
  switch (event.kind) {
    case 'registrationCompleted': {
      const after = withService(state, { registration: { ...mark, ...event.payload } });
      return state.stage === 'notified' ? { ...after, stage: 'registered' } : after;
    }
    case 'serviceScheduled': {
      const set = event.payload.schedules.map(({ itemId, firstOn }) => [itemId, firstOn] as const);
      const after = withService(state, {
        schedules: { ...state.service.schedules, ...Object.fromEntries(set) },
      });
      return state.stage === 'registered' ? { ...after, stage: 'serviceScheduled' } : after;
    }
    case 'serviceDelivered': {
      const { deliveries } = state.service;
      const { delivery } = event.payload;
      // The same delivery heard twice is one.
      if (deliveries.some(({ deliveryId }) => deliveryId === delivery.deliveryId)) return state;
      return staged(
        withService(state, { deliveries: [...deliveries, { ...mark, ...delivery, found: null }] }),
      );
    }
    case 'deliverySettled': {
      const { verdicts, reason, settledOn } = event.payload;
      return staged(
        withService(state, {
          deliveries: state.service.deliveries.map((each) => {
            const verdict = verdicts.find(({ deliveryId }) => deliveryId === each.deliveryId);
            if (verdict === undefined) return each;
            return { ...each, found: { ...mark, outcome: verdict.outcome, reason, settledOn } };
          }),
        }),
      );
    }
    case 'requestWithdrawn': {
      const after = withService(state, { withdrawal: { ...mark, ...event.payload } });
      // Where another office had delivered meanwhile, both are on record, and a person looks at it.
      return state.service.deliveries.some(wasGiven) ? after : { ...after, stage: 'withdrawn' };
    }
    case 'opinionNotReached':
      return withService(state, {
        attempts: [...state.service.attempts, { ...mark, ...event.payload }],
      });
    case 'caseClosed':
      return state.service.closed === null
        ? { ...withService(state, { closed: { ...mark, ...event.payload } }), stage: 'closed' }
        : state;
    default:
      return assertNever(event);
  }
}

/** From here on a delivery that another office recorded apart is kept, and changes nothing. */
const ENDED: ReadonlySet<CaseState['stage']> = new Set(['closed', 'withdrawn', 'duplicate']);

/** The stage that follows from what was delivered of all items. */
function staged(state: CaseState): CaseState {
  if (ENDED.has(state.stage)) return state;
  const items = itemServices(state.headquarters, state.service);
  const isWhole = items.length > 0 && items.every(({ isComplete }) => isComplete);
  return { ...state, stage: isWhole ? 'serviceDelivered' : 'serviceScheduled' };
}

/** The person answered, or would not answer, what they think of the service (S2). */
export function serviceOpinion(
  state: CaseState,
  mark: Mark,
  outcome: OpinionAsked['outcome'],
): CaseState {
  return withService(state, { opinion: { ...mark, outcome } });
}

function withService(state: CaseState, part: Partial<AtService>): CaseState {
  return { ...state, service: { ...state.service, ...part } };
}
