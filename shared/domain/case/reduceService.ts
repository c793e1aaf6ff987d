import { assertNever } from '../assertNever.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';
import { SERVICE_EVENT_PAYLOADS } from './serviceEvents.ts';
import { type AtService, itemServices } from './serviceState.ts';

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
    case 'serviceDelivered': {
      const { deliveries } = state.service;
      const { delivery } = event.payload;
      // The same delivery heard twice is one.
      if (deliveries.some(({ deliveryId }) => deliveryId === delivery.deliveryId)) return state;
      const after = withService(state, { deliveries: [...deliveries, { ...mark, ...delivery }] });
      const items = itemServices(after.headquarters, after.service);
      const isWhole = items.length > 0 && items.every(({ isComplete }) => isComplete);
      return ENDED.has(state.stage)
        ? after
        : { ...after, stage: isWhole ? 'serviceDelivered' : 'serviceScheduled' };
    }
    case 'requestWithdrawn':
      return state.service.deliveries.length > 0
        ? state
        : {
            ...withService(state, { withdrawal: { ...mark, ...event.payload } }),
            stage: 'withdrawn',
          };
    case 'caseClosed':
      return { ...withService(state, { closed: { ...mark, ...event.payload } }), stage: 'closed' };
    default:
      return assertNever(event);
  }
}

/** From here on a delivery that another office recorded apart is kept, and changes nothing. */
const ENDED: ReadonlySet<CaseState['stage']> = new Set(['closed', 'withdrawn', 'duplicate']);

function withService(state: CaseState, part: Partial<AtService>): CaseState {
  return { ...state, service: { ...state.service, ...part } };
}
