import type { CaseState } from './caseState.ts';
import { isAccepted, openReturn } from './headquartersState.ts';
import { conditionsOf, needsAccount } from './serviceDelivery.ts';
import { openRequest } from './studyState.ts';
import type { CaseStatus } from './vocabulary.ts';

/** What stands in the way of a registration (P36). */
export type RegistrationBlocker =
  | 'notAccepted'
  | 'registersAfterAcceptance'
  | 'requirementsOpen'
  | 'alreadyRegistered';

/** From the submission on, as long as nobody has been told anything else. */
export const BEFORE_NOTICE = [
  'submitted',
  'imported',
  'underStudy',
  'readyForCommittee',
  'accepted',
  'deferred',
] as const satisfies readonly CaseStatus[];

/**
 * Where the settings with which the case began let an application be registered before the decision, all
 * that it waits for must be there; after the notice it must have been accepted (ADR 0032).
 */
export function registrationBlockers(state: CaseState): readonly RegistrationBlocker[] {
  const { terms, stage, service, headquarters, incompleteness, study } = state;
  if (stage === 'notified') return isAccepted(headquarters) ? [] : ['notAccepted'];
  if (terms.registration === 'afterDecision') return ['registersAfterAcceptance'];
  const isOpen =
    incompleteness !== null || openReturn(headquarters) !== null || openRequest(study) !== null;
  return [
    ...(isOpen ? (['requirementsOpen'] as const) : []),
    ...(service.registration === null ? [] : (['alreadyRegistered'] as const)),
  ];
}

/** Whether it waits to be registered before anything is decided. */
export function mayRegisterEarly(state: CaseState): boolean {
  const stages: readonly CaseStatus[] = BEFORE_NOTICE;
  return stages.includes(state.stage) && registrationBlockers(state).length === 0;
}

/** What was registered before the decision still wants what the decision asks for besides. */
export function isRegistrationWhole(state: CaseState): boolean {
  const { registration } = state.service;
  if (registration === null) return false;
  return (
    (!needsAccount(state) || registration.ibanConfirmed) &&
    (conditionsOf(state).length === 0 || registration.conditionsMet === true)
  );
}

/** Once the person is told of an acceptance, an application that was registered before stands registered. */
export function registeredAtNotice(state: CaseState): CaseState {
  const isReady =
    state.stage === 'notified' && isAccepted(state.headquarters) && isRegistrationWhole(state);
  return isReady ? { ...state, stage: 'registered' } : state;
}
