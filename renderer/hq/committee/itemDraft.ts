import { typedMoney } from '#renderer/caseParts/answerText.ts';
import { countTyped, halalasTyped } from '#renderer/caseParts/typedAmounts.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import {
  FundingSource,
  type RejectionCode,
  type SupportItemDecision,
} from '#shared/domain/case/decision.ts';

/** What is typed of one item before it is decided; every choice stays when the outcome is changed. */
export interface ItemDraft {
  readonly itemId: string;
  readonly outcome: SupportItemDecision['outcome'] | null;
  readonly amount: string;
  readonly quantity: string;
  readonly monthly: boolean;
  readonly months: string;
  readonly fundingSource: FundingSource | null;
  readonly conditions: string;
  readonly code: RejectionCode | null;
  readonly reason: string;
  readonly awaited: string;
}

export type ItemProblem =
  | 'outcomeMissing'
  | 'amountWrong'
  | 'nothingGiven'
  | 'quantityWrong'
  | 'monthsWrong'
  | 'fundingMissing'
  | 'codeMissing'
  | 'reasonMissing'
  | 'awaitedMissing';

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
} as const satisfies Record<ItemProblem, keyof ItemDraft>;

const MOST_MONTHS = 60;

/** As it was asked for: what is accepted unchanged needs no typing. */
export function draftOf({ itemId, amount, quantity }: AskedItem): ItemDraft {
  return {
    itemId,
    outcome: null,
    amount: amount === null ? '' : typedMoney(amount),
    quantity: quantity === null ? '' : String(quantity),
    monthly: false,
    months: '',
    fundingSource: null,
    conditions: '',
    code: null,
    reason: '',
    awaited: '',
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
      if (reason === '' || awaited === '') {
        return {
          problems: [
            ...(reason === '' ? (['reasonMissing'] as const) : []),
            ...(awaited === '' ? (['awaitedMissing'] as const) : []),
          ],
        };
      }
      return { item: { itemId, outcome: 'deferred', reason, awaited, until: null } };
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
