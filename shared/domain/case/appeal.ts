import { addDays } from '../calendar/dateArithmetic.ts';
import { isoDate } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { IsoDay } from '../identity.ts';
import type { AppealSaid } from './appealEvents.ts';
import type { CaseState } from './caseState.ts';
import type { DecisionContent } from './decision.ts';
import type { DecisionOnCase } from './headquartersState.ts';

/** The last day on which an appeal may be filed, counted from the day of the notice. */
export function lastAppealDay(
  { appealDays }: Pick<DecisionContent, 'appealDays'>,
  noticeDay: IsoDay,
): IsoDay {
  return isoDate(addDays(dayNumberOf(noticeDay), appealDays));
}

/** Why no appeal is taken; each has its sentence in the locales. */
export const APPEAL_REFUSALS = [
  'appealNotTold',
  'appealNothingRejected',
  'appealTwice',
  'appealFinal',
  'appealWithdrawn',
  'appealLate',
  'appealEarly',
] as const;
export type AppealRefusal = (typeof APPEAL_REFUSALS)[number];

type Appealable = Pick<CaseState, 'stage' | 'headquarters' | 'afterDecision'>;

/**
 * The decision against which the person may still appeal, or why there is none: one that was told, that
 * rejects something, and about which nothing was filed; what was decided on an appeal is the last word.
 */
export function appealableDecision(
  state: Appealable,
): { readonly decision: DecisionOnCase } | { readonly refusal: AppealRefusal } {
  if (state.stage === 'withdrawn' || state.stage === 'duplicate') {
    return { refusal: 'appealWithdrawn' };
  }
  const told = state.headquarters.decisions.filter((each) => each.told !== null);
  if (told.length === 0) return { refusal: 'appealNotTold' };
  const rejecting = told.filter(({ content }) =>
    content?.items.some(({ outcome }) => outcome === 'rejected'),
  );
  const last = rejecting.at(-1);
  if (last === undefined) return { refusal: 'appealNothingRejected' };
  const isFiled = (decision: DecisionOnCase) =>
    state.afterDecision.appeals.some(({ decisionId }) => decisionId === decision.decisionId);
  const isFinal = (decision: DecisionOnCase) => decision.content?.reviewOf != null;
  const open = rejecting.findLast((decision) => !isFiled(decision) && !isFinal(decision));
  if (open !== undefined) return { decision: open };
  return { refusal: isFinal(last) ? 'appealFinal' : 'appealTwice' };
}

/** The items that a decision rejected. */
export function rejectedItems({ content }: Pick<DecisionOnCase, 'content'>): readonly string[] {
  return (content?.items ?? []).flatMap(({ itemId, outcome }) =>
    outcome === 'rejected' ? [itemId] : [],
  );
}

/** Why this appeal cannot be taken as it is said; null where it can. */
export function appealRefusal(state: Appealable, said: AppealSaid): AppealRefusal | null {
  const found = appealableDecision(state);
  if ('refusal' in found) return found.refusal;
  const { decision } = found;
  const { content, told } = decision;
  if (decision.decisionId !== said.decisionId || content === null || told === null) {
    return 'appealTwice';
  }
  const rejected = rejectedItems(decision);
  if (!said.itemIds.every((itemId) => rejected.includes(itemId))) return 'appealNothingRejected';
  if (said.filedOn < told.toldOn) return 'appealEarly';
  const isLate = said.filedOn > lastAppealDay(content, told.toldOn);
  return isLate && said.lateReason === null ? 'appealLate' : null;
}
