import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import { isNonAnswer } from '#shared/domain/answers/answer.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';

const ITEMS = 'supportItems';

/** What a case asks for, item by item, in the words of the form that it began with. */
export function askedItems(state: CaseState, questionnaire: Questionnaire): readonly AskedItem[] {
  const { rows, values } = state.answers;
  const said = (itemId: string, field: string): unknown => {
    const answer = values[`${ITEMS}/${itemId}/${field}`];
    return answer === undefined || isNonAnswer(answer) ? null : answer.value;
  };
  const types = questionnaire.fieldByName.get(`${ITEMS}/type`)?.choiceList?.byName;
  return (rows[ITEMS] ?? []).map((itemId) => {
    const type = textOf(said(itemId, 'type'));
    return {
      itemId,
      type,
      label: type === null ? null : (types?.get(type)?.label ?? null),
      amount: wholeOf(said(itemId, 'amount')),
      quantity: wholeOf(said(itemId, 'quantity')),
      reason: textOf(said(itemId, 'reason')),
    };
  });
}

/** Whether exactly these items are named, each once. */
export function coversItems(
  asked: readonly { readonly itemId: string }[],
  decided: readonly { readonly itemId: string }[],
): boolean {
  const ids = new Set(decided.map(({ itemId }) => itemId));
  return (
    ids.size === decided.length &&
    ids.size === asked.length &&
    asked.every(({ itemId }) => ids.has(itemId))
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function wholeOf(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null;
}
