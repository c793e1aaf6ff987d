import type { z } from 'zod';
import { isoDate, riyadhDayNumber } from '../calendar/dayNumber.ts';
import { IsoDay } from '../identity.ts';
import type { CaseState, Mark, OpinionAsked } from './caseState.ts';
import type { SupportItemDecision } from './decision.ts';
import { type AtHeadquarters, releasedItems } from './headquartersState.ts';
import type { Delivery, DeliveryVerdict, SERVICE_EVENT_PAYLOADS } from './serviceEvents.ts';

type Payload<Kind extends keyof typeof SERVICE_EVENT_PAYLOADS> = z.infer<
  (typeof SERVICE_EVENT_PAYLOADS)[Kind]
>;

/** What was found out of a delivery that was recorded apart from another. */
export interface DeliveryFound extends Mark {
  readonly outcome: DeliveryVerdict['outcome'];
  readonly reason: string;
  readonly settledOn: IsoDay;
}

export interface DeliveryMade extends Mark, Delivery {
  /** Null while nobody had to ask. */
  readonly found: DeliveryFound | null;
}

/** What followed on the decision. */
export interface AtService {
  readonly registration: (Mark & Payload<'registrationCompleted'>) | null;
  /** The first day of each item for which one was set, by item. */
  readonly schedules: Readonly<Record<string, IsoDay>>;
  /** In the order in which they were recorded; two offices may have delivered apart. */
  readonly deliveries: readonly DeliveryMade[];
  /** It may stand beside deliveries of another office that knew nothing of it. */
  readonly withdrawal: (Mark & Payload<'requestWithdrawn'>) | null;
  /** Whether the person was asked for their opinion of the service (S2), and answered. */
  readonly opinion: OpinionAsked | null;
  /** When somebody tried in vain to ask for it, oldest first. */
  readonly attempts: readonly (Mark & Payload<'opinionNotReached'>)[];
  readonly closed: (Mark & Payload<'caseClosed'>) | null;
}

export const NO_SERVICE: AtService = {
  registration: null,
  schedules: {},
  deliveries: [],
  withdrawal: null,
  opinion: null,
  attempts: [],
  closed: null,
};

export type AcceptedItem = Extract<SupportItemDecision, { outcome: 'accepted' }>;

/** How far an accepted item was delivered. Amounts in halalas over the whole period. */
export interface ItemService {
  readonly item: AcceptedItem;
  /** All that was approved: a month's amount times the months. Null for support in kind. */
  readonly approvedAmount: number | null;
  readonly approvedQuantity: number | null;
  readonly deliveredAmount: number;
  readonly deliveredQuantity: number;
  /** Nothing of it is left to deliver. */
  readonly isComplete: boolean;
  /** More was given out than approved: two offices delivered apart. */
  readonly isOver: boolean;
}

/** Every item that stands accepted and was let go, with what was delivered of it. */
export function itemServices(
  headquarters: AtHeadquarters,
  service: AtService,
): readonly ItemService[] {
  return releasedItems(headquarters).flatMap((item) =>
    item.outcome === 'accepted' ? [itemService(item, service.deliveries)] : [],
  );
}

/** From when on an accepted item may be given: registered, and the person told of it. Null until then. */
export function servedFrom({
  service,
  headquarters,
  terms,
}: Pick<CaseState, 'service' | 'headquarters' | 'terms'>): IsoDay | null {
  const { registration } = service;
  if (registration === null) return null;
  const registeredOn = IsoDay.parse(isoDate(riyadhDayNumber(Date.parse(registration.at))));
  if (terms.registration === 'afterDecision') return registeredOn;
  const [toldOn] = headquarters.decisions
    .filter(({ content }) => content?.items.some(({ outcome }) => outcome === 'accepted'))
    .flatMap(({ told }) => told?.toldOn ?? [])
    .toSorted();
  return toldOn !== undefined && toldOn > registeredOn ? toldOn : registeredOn;
}

/** Registered and not ended: what was deferred may still be accepted when all else was delivered. */
export function isInService({ stage }: Pick<CaseState, 'stage'>): boolean {
  return stage === 'registered' || stage === 'serviceScheduled' || stage === 'serviceDelivered';
}

/** What is left of an item; null where that measure was not approved. */
export function leftOf(service: ItemService): {
  readonly amount: number | null;
  readonly quantity: number | null;
} {
  const { approvedAmount, approvedQuantity, deliveredAmount, deliveredQuantity } = service;
  return {
    amount: approvedAmount === null ? null : Math.max(0, approvedAmount - deliveredAmount),
    quantity: approvedQuantity === null ? null : Math.max(0, approvedQuantity - deliveredQuantity),
  };
}

/** Unless somebody found that it was written down by mistake, or brought back. */
export function wasGiven({ found }: DeliveryMade): boolean {
  return found === null || found.outcome === 'given';
}

function itemService(item: AcceptedItem, deliveries: readonly DeliveryMade[]): ItemService {
  const own = deliveries.filter((each) => each.itemId === item.itemId && wasGiven(each));
  const months = item.period.kind === 'monthly' ? item.period.months : 1;
  const approvedAmount = item.amount === null ? null : item.amount * months;
  const approvedQuantity = item.quantity === null ? null : item.quantity * months;
  const deliveredAmount = own.reduce((sum, { amount }) => sum + (amount ?? 0), 0);
  const deliveredQuantity = own.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
  return {
    item,
    approvedAmount,
    approvedQuantity,
    deliveredAmount,
    deliveredQuantity,
    isComplete:
      deliveredAmount >= (approvedAmount ?? 0) && deliveredQuantity >= (approvedQuantity ?? 0),
    isOver: deliveredAmount > (approvedAmount ?? 0) || deliveredQuantity > (approvedQuantity ?? 0),
  };
}
