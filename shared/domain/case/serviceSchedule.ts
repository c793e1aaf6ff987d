import { addCalendarMonths } from '../calendar/dateArithmetic.ts';
import { isoDate } from '../calendar/dayNumber.ts';
import { dayNumberOf } from '../documents/days.ts';
import type { IsoDay } from '../identity.ts';
import type { CaseState } from './caseState.ts';
import { type ItemService, itemServices, servedFrom } from './serviceState.ts';

/** One part of an accepted item and the day on which it falls due. */
export interface Instalment {
  /** 1 for the first. */
  readonly number: number;
  readonly dueOn: IsoDay;
  readonly isGiven: boolean;
}

/** An accepted item with its parts; `next` is the first that was not given whole. */
export interface ScheduledItem {
  readonly service: ItemService;
  /** Null before the registration: nothing is due. */
  readonly firstOn: IsoDay | null;
  readonly instalments: readonly Instalment[];
  readonly next: Instalment | null;
}

/** Every accepted item with its days. Without a day of its own an item is due from its registration on. */
export function scheduledItems(state: CaseState): readonly ScheduledItem[] {
  const { schedules } = state.service;
  const earliest = servedFrom(state);
  return itemServices(state.headquarters, state.service).map((service) => {
    const firstOn = schedules[service.item.itemId] ?? earliest;
    const instalments = firstOn === null ? [] : instalmentsOf(service, firstOn);
    const next = service.isComplete ? null : (instalments.find(({ isGiven }) => !isGiven) ?? null);
    return { service, firstOn, instalments, next };
  });
}

/** A part that was not given whole, and what is left of it. Amounts in halalas. */
export interface PartLeft {
  readonly number: number;
  readonly parts: number;
  readonly dueOn: IsoDay;
  /** Null where that measure was not approved. */
  readonly amount: number | null;
  readonly quantity: number | null;
}

/** What is left of each part: of the first, what was given of it already is taken off. */
export function partsLeft({ service, instalments }: ScheduledItem): readonly PartLeft[] {
  const { item, deliveredAmount, deliveredQuantity, isComplete } = service;
  if (isComplete) return [];
  const open = instalments.filter(({ isGiven }) => !isGiven);
  const given = instalments.length - open.length;
  const leftOf = (whole: number | null, delivered: number, isFirst: boolean) =>
    whole === null ? null : isFirst ? Math.max(0, whole * (given + 1) - delivered) : whole;
  return open.map(({ number, dueOn }, index) => ({
    number,
    parts: instalments.length,
    dueOn,
    amount: leftOf(item.amount, deliveredAmount, index === 0),
    quantity: leftOf(item.quantity, deliveredQuantity, index === 0),
  }));
}

function instalmentsOf(service: ItemService, firstOn: IsoDay): readonly Instalment[] {
  const { period, amount, quantity } = service.item;
  const count = period.kind === 'monthly' ? period.months : 1;
  const given = Math.min(
    amount === null ? count : Math.floor(service.deliveredAmount / amount),
    quantity === null ? count : Math.floor(service.deliveredQuantity / quantity),
  );
  const first = dayNumberOf(firstOn);
  return Array.from({ length: count }, (_, index) => ({
    number: index + 1,
    dueOn: isoDate(addCalendarMonths(first, index)),
    isGiven: index < given,
  }));
}
