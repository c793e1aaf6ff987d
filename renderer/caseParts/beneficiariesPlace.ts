import { BeneficiaryOrder, BeneficiaryView } from '#shared/contracts/beneficiaries.ts';
import { listRow } from './listRow.ts';

export interface BeneficiariesPlace {
  readonly view?: BeneficiaryView;
  readonly order?: BeneficiaryOrder;
  readonly category?: string;
  readonly text?: string;
  /** The row at the top. */
  readonly from?: number;
}

const LONGEST_TEXT = 200;

/** What of the list of beneficiaries is looked at; it stands in the address, so that coming back finds it again. */
export function beneficiariesPlace(search: Readonly<Record<string, unknown>>): BeneficiariesPlace {
  const view = BeneficiaryView.safeParse(search['view']);
  const order = BeneficiaryOrder.safeParse(search['order']);
  const { category, text } = search;
  return {
    ...(view.success ? { view: view.data } : {}),
    ...(order.success ? { order: order.data } : {}),
    ...(isText(category) ? { category } : {}),
    ...(isText(text) ? { text } : {}),
    ...listRow(search),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_TEXT;
}
