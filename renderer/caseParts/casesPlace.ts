import { CaseOrder } from '#shared/contracts/cases.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { IsoDay } from '#shared/domain/identity.ts';
import { listRow } from './listRow.ts';

export interface CasesPlace {
  readonly attention?: true;
  readonly status?: CaseStatus;
  readonly category?: string;
  readonly support?: string;
  /** Opened on this day or later, and on this or earlier. */
  readonly since?: IsoDay;
  readonly until?: IsoDay;
  readonly order?: CaseOrder;
  /** The row at the top. */
  readonly from?: number;
}

const LONGEST_NAME = 80;

/** What of the list of cases is looked at; it stands in the address, so that coming back finds it again. */
export function casesPlace(search: Readonly<Record<string, unknown>>): CasesPlace {
  const status = CaseStatus.safeParse(search['status']);
  const order = CaseOrder.safeParse(search['order']);
  const { category, support, since, until } = search;
  return {
    ...(search['attention'] === true ? { attention: true } : {}),
    ...(status.success ? { status: status.data } : {}),
    ...(isName(category) ? { category } : {}),
    ...(isName(support) ? { support } : {}),
    ...(isDay(since) ? { since } : {}),
    ...(isDay(until) ? { until } : {}),
    ...(order.success && order.data !== 'changed' ? { order: order.data } : {}),
    ...listRow(search),
  };
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_NAME;
}

function isDay(value: unknown): value is IsoDay {
  return IsoDay.safeParse(value).success && parseIsoDate(String(value)) !== null;
}
