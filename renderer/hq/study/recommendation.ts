import { typedMoney } from '#renderer/caseParts/answerText.ts';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { countTyped, halalasTyped } from '#renderer/caseParts/typedAmounts.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import type { ItemRecommendation } from '#shared/domain/case/studyEvents.ts';

export const RECOMMENDATIONS = ['accept', 'reject', 'defer'] as const;

export type RecommendationProblem =
  | 'recommendMissing'
  | 'amountWrong'
  | 'nothingGiven'
  | 'quantityWrong'
  | 'monthsWrong'
  | 'reasonMissing';

/** The field at which a problem is shown. */
export const PROBLEM_FIELD = {
  recommendMissing: 'recommends',
  amountWrong: 'amount',
  nothingGiven: 'amount',
  quantityWrong: 'quantity',
  monthsWrong: 'months',
  reasonMissing: 'reason',
} as const satisfies Record<RecommendationProblem, string>;

const MOST_MONTHS = 60;

/** Where a field of an item stands in the form. */
export function itemField(itemId: string, name: string): string {
  return `${itemId} ${name}`;
}

/** As it was asked for: what is recommended unchanged needs no typing. */
export function startOfReport(items: readonly AskedItem[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    items.flatMap(({ itemId, amount, quantity }) => [
      [itemField(itemId, 'amount'), amount === null ? '' : typedMoney(amount)],
      [itemField(itemId, 'quantity'), quantity === null ? '' : String(quantity)],
    ]),
  );
}

/** What the form recommends for one item, or what is wrong with it. */
export function readRecommendation(
  form: FormText,
  itemId: string,
):
  | { readonly item: ItemRecommendation; readonly problems: readonly [] }
  | { readonly item: null; readonly problems: readonly RecommendationProblem[] } {
  const text = (name: string) => form.text(itemField(itemId, name)).trim();
  const recommends = RECOMMENDATIONS.find((each) => each === text('recommends'));
  const reason = text('reason');
  const isAccept = recommends === 'accept';
  const amount = isAccept ? halalasTyped(text('amount')) : null;
  const quantity = isAccept ? countTyped(text('quantity')) : null;
  const months = isAccept && text('monthly') === 'yes' ? (countTyped(text('months')) ?? 0) : null;
  const problems: RecommendationProblem[] = [
    ...(recommends === undefined ? (['recommendMissing'] as const) : []),
    ...(amount === undefined ? (['amountWrong'] as const) : []),
    ...(quantity === undefined ? (['quantityWrong'] as const) : []),
    ...(isAccept && amount === null && quantity === null ? (['nothingGiven'] as const) : []),
    ...(months !== null && (months < 1 || months > MOST_MONTHS) ? (['monthsWrong'] as const) : []),
    ...(reason === '' ? (['reasonMissing'] as const) : []),
  ];
  if (
    problems.length > 0 ||
    recommends === undefined ||
    amount === undefined ||
    quantity === undefined
  ) {
    return { item: null, problems };
  }
  return { item: { itemId, recommends, amount, quantity, months, reason }, problems: [] };
}
