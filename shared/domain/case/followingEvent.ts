import { actionState, CASE_ACTIONS, type CaseAction } from './availableActions.ts';
import type { CaseEvent } from './caseEvent.ts';
import type { CaseFacts } from './caseFacts.ts';
import type { CaseState } from './caseState.ts';
import { mayFollowAtHeadquarters } from './headquartersActions.ts';

/** As if the rules found nothing: what remains is all that the case itself says. */
export const NO_FACTS: CaseFacts = {
  interview: { missing: [], problems: [] },
  documents: { unrecorded: [], missing: [], originalNotSighted: [], invalid: [], forOfficer: [] },
  authority: [],
  matching: { total: 0, decided: 0, undecided: [], needReason: [], blocking: [], raised: [] },
  awaited: [],
};

const ACTION_NAMES = Object.keys(CASE_ACTIONS) as CaseAction[];

/**
 * Whether an event fits where it stands, by the same table that the desk asks: notice, steps,
 * signature. What the rules of the day found is not asked again here.
 * @param state the case before this event
 */
export function mayFollow(state: CaseState, event: CaseEvent): boolean {
  if (mayFollowAtHeadquarters(state, event)) return true;
  return ACTION_NAMES.some(
    (action) =>
      CASE_ACTIONS[action].event === event.kind && actionState(state, NO_FACTS, action).allowed,
  );
}
