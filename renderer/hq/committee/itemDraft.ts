import { typedMoney } from '#renderer/caseParts/answerText.ts';
import { dayTyped } from '#renderer/caseParts/DayField.tsx';
import { countTyped, halalasTyped } from '#renderer/caseParts/typedAmounts.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import { FundingSource, type SupportItemDecision } from '#shared/domain/case/decision.ts';
import type { ItemRecommendation } from '#shared/domain/case/studyEvents.ts';
import type { ItemDraft } from '#shared/domain/committee/draft.ts';

export type ItemProblem =
  | 'outcomeMissing'
  | 'amountWrong'
  | 'nothingGiven'
  | 'quantityWrong'
  | 'monthsWrong'
  | 'fundingMissing'
  | 'codeMissing'
  | 'reasonMissing'
  | 'awaitedMissing'
  | 'dayWrong';

/** The field of the draft at which a problem is shown. */
export const PROBLEM_FIELD = {
  outcomeMissing: 'outcome',
  amountWrong: 'amount',
  nothingGiven: 'amount',
  quantityWrong: 'quantity',
  monthsWrong: 'months',
  fundingMissing: 'fundingSource',
  codeMissing: 'code',
  reasonMissing: 'reason',
  awaitedMissing: 'awaited',
  dayWrong: 'until',
} as const satisfies Record<ItemProblem, keyof ItemDraft>;

const MOST_MONTHS = 60;

/** What each recommendation would make of an item. */
export const OUTCOME_OF = { accept: 'accepted', reject: 'rejected', defer: 'deferred' } as const;

/** As the officer recommends it, or as it was asked for: what stands unchanged needs no typing. */
export function draftOf(
  { itemId, amount, quantity }: AskedItem,
  recommended: ItemRecommendation | undefined,
): ItemDraft {
  const typedAmount = recommended?.recommends === 'accept' ? recommended.amount : amount;
  const typedQuantity = recommended?.recommends === 'accept' ? recommended.quantity : quantity;
  const months = recommended?.months ?? null;
  return {
    itemId,
    outcome: recommended === undefined ? null : OUTCOME_OF[recommended.recommends],
    amount: typedAmount === null ? '' : typedMoney(typedAmount),
    quantity: typedQuantity === null ? '' : String(typedQuantity),
    monthly: months !== null,
    months: months === null ? '' : String(months),
    fundingSource: null,
    conditions: '',
    code: null,
    reason:
      recommended === undefined || recommended.recommends === 'accept' ? '' : recommended.reason,
    awaited: '',
    until: '',
  };
}

/** The decision that the draft says, or what is wrong with it. */
export function readDraft(
  draft: ItemDraft,
): { readonly item: SupportItemDecision } | { readonly problems: readonly ItemProblem[] } {
  const { itemId } = draft;
  const reason = draft.reason.trim();
  switch (draft.outcome) {
    case null:
      return { problems: ['outcomeMissing'] };
    case 'accepted':
      return readAccepted(draft);
    case 'rejected': {
      const { code } = draft;
      if (code === null || reason === '') {
        return {
          problems: [
            ...(code === null ? (['codeMissing'] as const) : []),
            ...(reason === '' ? (['reasonMissing'] as const) : []),
          ],
        };
      }
      return { item: { itemId, outcome: 'rejected', code, reason } };
    }
    case 'deferred': {
      const awaited = draft.awaited.trim();
      const until = dayTyped(draft.until);
      const problems = [
        ...(reason === '' ? (['reasonMissing'] as const) : []),
        ...(awaited === '' ? (['awaitedMissing'] as const) : []),
        ...(until === null && /\d/u.test(draft.until) ? (['dayWrong'] as const) : []),
      ];
      if (problems.length > 0) return { problems };
      return { item: { itemId, outcome: 'deferred', reason, awaited, until } };
    }
  }
}

function readAccepted(
  draft: ItemDraft,
): { readonly item: SupportItemDecision } | { readonly problems: readonly ItemProblem[] } {
  const amount = halalasTyped(draft.amount);
  const quantity = countTyped(draft.quantity);
  const months = draft.monthly ? countTyped(draft.months) : null;
  const { fundingSource } = draft;
  const problems: ItemProblem[] = [];
  if (amount === undefined) problems.push('amountWrong');
  if (quantity === undefined) problems.push('quantityWrong');
  if (amount === null && quantity === null) problems.push('nothingGiven');
  const monthsStand = months !== undefined && months !== null && months <= MOST_MONTHS;
  if (draft.monthly && !monthsStand) problems.push('monthsWrong');
  if (fundingSource === null) problems.push('fundingMissing');
  if (
    problems.length > 0 ||
    amount === undefined ||
    quantity === undefined ||
    months === undefined ||
    fundingSource === null
  ) {
    return { problems };
  }
  return {
    item: {
      itemId: draft.itemId,
      outcome: 'accepted',
      amount,
      quantity,
      period: months === null ? { kind: 'once' } : { kind: 'monthly', months },
      fundingSource,
      conditions: draft.conditions.trim() || null,
      reason: null,
    },
  };
}

export const FUNDING_SOURCES = FundingSource.options;
