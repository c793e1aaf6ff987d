import { assertNever } from '../assertNever.ts';
import { APPEAL_EVENT_PAYLOADS } from './appealEvents.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseState, Mark } from './caseState.ts';

export type AppealEvent = Extract<CaseEvent, { kind: keyof typeof APPEAL_EVENT_PAYLOADS }>;

export function isAppealEvent(event: CaseEvent): event is AppealEvent {
  return Object.hasOwn(APPEAL_EVENT_PAYLOADS, event.kind);
}

/** The case after what was said against a decision, or in answer to it. Pure. */
export function reduceAppeal(state: CaseState, event: AppealEvent, mark: Mark): CaseState {
  const { appeals, deferralAnswers } = state.afterDecision;
  switch (event.kind) {
    case 'appealFiled': {
      // Two offices took it down apart: it is one appeal, and the first stands.
      if (appeals.some(({ decisionId }) => decisionId === event.payload.decisionId)) return state;
      const afterDecision = {
        ...state.afterDecision,
        appeals: [...appeals, { ...mark, ...event.payload }],
      };
      // A case that was closed since nobody appealed is open again.
      const reopened =
        state.stage === 'closed' && state.service.closed?.reason === 'appealPeriodOver';
      return reopened
        ? {
            ...state,
            afterDecision,
            stage: 'notified',
            service: { ...state.service, closed: null },
          }
        : { ...state, afterDecision };
    }
    case 'deferralAnswered':
      return {
        ...state,
        afterDecision: {
          ...state.afterDecision,
          deferralAnswers: [...deferralAnswers, { ...mark, ...event.payload }],
        },
      };
    default:
      return assertNever(event);
  }
}
