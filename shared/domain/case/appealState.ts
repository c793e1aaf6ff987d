import type { z } from 'zod';
import type { APPEAL_EVENT_PAYLOADS } from './appealEvents.ts';
import type { CaseState, Mark } from './caseState.ts';
import type { DecisionId } from './decision.ts';
import { type DecisionOnCase, standingItems } from './headquartersState.ts';

type Payload<Kind extends keyof typeof APPEAL_EVENT_PAYLOADS> = z.infer<
  (typeof APPEAL_EVENT_PAYLOADS)[Kind]
>;

export interface Appeal extends Mark, Payload<'appealFiled'> {}

export interface DeferralAnswer extends Mark, Payload<'deferralAnswered'> {}

/** What was said against decisions, and in answer to what they asked for; oldest first. */
export interface AfterDecision {
  readonly appeals: readonly Appeal[];
  readonly deferralAnswers: readonly DeferralAnswer[];
}

export const NOTHING_AFTER_DECISION: AfterDecision = { appeals: [], deferralAnswers: [] };

type Decided = Pick<CaseState, 'headquarters' | 'afterDecision'>;

/** The decision that was made on an appeal, as far as it is known where it is read; null before it. */
export function reviewOf({ headquarters }: Decided, decisionId: DecisionId): DecisionOnCase | null {
  return headquarters.decisions.find(({ content }) => content?.reviewOf === decisionId) ?? null;
}

/** The appeal that nobody has decided yet; null where there is none. */
export function openAppeal(state: Decided): Appeal | null {
  const last = state.afterDecision.appeals.at(-1);
  return last && reviewOf(state, last.decisionId) === null ? last : null;
}

/** Deferred items that wait, with the decision that deferred each. */
export function deferredItems(state: Decided) {
  const { decisions } = state.headquarters;
  return standingItems(state.headquarters).flatMap((item) => {
    if (item.outcome !== 'deferred') return [];
    const by = decisions.findLast(({ content }) =>
      content?.items.some(({ itemId }) => itemId === item.itemId),
    );
    if (by === undefined) return [];
    const answer = state.afterDecision.deferralAnswers.findLast(
      ({ decisionId, itemIds }) => decisionId === by.decisionId && itemIds.includes(item.itemId),
    );
    return [{ item, decisionId: by.decisionId, answer: answer ?? null }];
  });
}

/** What a committee would decide of a case now: all of it, what was deferred, or what an appeal is about. */
export type DecisionSubject =
  | { readonly kind: 'first' }
  | { readonly kind: 'deferred'; readonly itemIds: readonly string[] }
  | { readonly kind: 'appeal'; readonly itemIds: readonly string[]; readonly appeal: Appeal };

/** Null where everything is decided and nobody has said anything against it. */
export function decisionSubject(state: Decided): DecisionSubject | null {
  if (state.headquarters.decisions.length === 0) return { kind: 'first' };
  const appeal = openAppeal(state);
  if (appeal !== null) return { kind: 'appeal', itemIds: appeal.itemIds, appeal };
  const itemIds = deferredItems(state).map(({ item }) => item.itemId);
  return itemIds.length === 0 ? null : { kind: 'deferred', itemIds };
}

/** Those who made a decision: on an appeal against it others decide. */
export function decidersOf({ headquarters }: Decided, decisionId: DecisionId): ReadonlySet<string> {
  const made = headquarters.decisions.find((each) => each.decisionId === decisionId)?.made;
  return new Set(made ? (made.session?.voters ?? [made.actorId]) : []);
}
