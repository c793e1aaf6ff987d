import { appendHistories } from '#db/desk/appendHistories.ts';
import { createHistoryMaker } from '#electron/services/syntheticHistory.ts';
import { BeneficiaryId, CaseId } from '#shared/domain/identity.ts';
import { formatReference } from '#shared/domain/reference/reference.ts';
import { RESOURCES } from '../../integration/desk/support/filledDesk.ts';
import { ALL_SUBMITTED, type FilledSender } from './filledSender.ts';

let counter = 900_000;

/** Far from those that the desk itself has given. */
function nextCounter(): number {
  counter += 1;
  return counter;
}

export interface SameApplicant {
  readonly seed: string;
  readonly number: number;
  /** When the invented case was opened, in milliseconds: the age of the applicant comes from it. Now unless said. */
  readonly openedAt?: number;
  /** Changes what is said, wherever it stands in the case's events. */
  readonly alter?: (text: string) => string;
}

/**
 * Somebody of another branch's invented cases comes to this branch, where nobody knows them: the same
 * person under a file of their own, in a case that is whole.
 */
export function appendSameApplicant(
  { desk }: FilledSender,
  { seed, number, alter = (text) => text, ...given }: SameApplicant,
): { readonly caseId: CaseId; readonly beneficiaryId: BeneficiaryId; readonly reference: string } {
  const caseId = CaseId.parse(desk.store.ids.uuid());
  const beneficiaryId = BeneficiaryId.parse(desk.store.ids.uuid());
  const { branchCode, lane } = desk.device;
  const reference = formatReference({
    branch: branchCode,
    lane,
    year: 2026,
    counter: nextCounter(),
  });
  const openedAt = given.openedAt ?? desk.store.clock.now();
  const { history } = createHistoryMaker(desk, {
    seed,
    mix: ALL_SUBMITTED,
    resourcesFolder: RESOURCES,
  });
  const { events } = history({ number, openedAt });
  const own: typeof events = function* () {
    const steps = events();
    let step = steps.next();
    while (step.done !== true) {
      const event = JSON.parse(alter(JSON.stringify(step.value))) as typeof step.value;
      const state = yield event.kind === 'caseOpened'
        ? { ...event, caseId, payload: { ...event.payload, beneficiaryId, reference } }
        : { ...event, caseId };
      step = steps.next(state);
    }
  };
  for (const _written of appendHistories(desk.store, [{ caseId, openedAt, events: own }], 1));
  return { caseId, beneficiaryId, reference };
}
