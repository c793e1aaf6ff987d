import { typedMoney } from '#renderer/caseParts/answerText.ts';
import { dayTyped, typedDay } from '#renderer/caseParts/DayField.tsx';
import type { FormText } from '#renderer/caseParts/study/formText.ts';
import { countTyped, halalasTyped } from '#renderer/caseParts/typedAmounts.ts';
import type { DeliverySaid } from '#shared/contracts/service.ts';
import { type ItemService, leftOf } from '#shared/domain/case/serviceState.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

/** What is typed of a delivery before it is recorded. */
export interface DeliveryDraft {
  readonly amount: string;
  readonly quantity: string;
  readonly day: string;
  readonly place: DeliverySaid['place'];
  readonly receiver: string;
  readonly as: DeliverySaid['receiver']['as'];
  readonly identity: string;
  readonly validUntil: string;
  readonly reference: string;
}

/** A box that is not filled in, or holds what cannot be recorded. */
export type DeliveryNeed = 'amount' | 'day' | 'receiver' | 'identity' | 'validUntil' | 'reference';

/** The days on which something may have been delivered, both included. */
export interface DeliveryDays {
  readonly earliest: IsoDay;
  readonly today: IsoDay;
}

function isOutside(day: IsoDay, { earliest, today }: DeliveryDays): boolean {
  return day < earliest || day > today;
}

export const PLACES = ['branch', 'headquarters', 'home', 'transfer'] as const;
export const RECEIVERS = ['applicant', 'agent', 'guardian', 'familyMember'] as const;

/** The applicant as the case knows them, with the document by which they are identified. */
export interface ReceiverKnown {
  readonly name: string;
  readonly documentKey: string;
}

/** One month of what is left, handed to the applicant today. The number is read from the document anew. */
export function freshDelivery(
  service: ItemService,
  {
    today,
    place,
    applicant,
  }: {
    readonly today: IsoDay;
    readonly place: DeliverySaid['place'];
    readonly applicant: ReceiverKnown;
  },
): DeliveryDraft {
  const left = leftOf(service);
  const amount = Math.min(service.item.amount ?? 0, left.amount ?? 0);
  const quantity = Math.min(service.item.quantity ?? 0, left.quantity ?? 0);
  return {
    amount: amount > 0 ? typedMoney(amount) : '',
    quantity: quantity > 0 ? String(quantity) : '',
    day: typedDay(today),
    place,
    receiver: applicant.name,
    as: 'applicant',
    identity: '',
    validUntil: '',
    reference: '',
  };
}

/** What stands in the fields of the form; what it began with where a field says nothing that may stand there. */
export function deliveryOf({ text }: FormText, fresh: DeliveryDraft): DeliveryDraft {
  return {
    amount: text('amount'),
    quantity: text('quantity'),
    day: text('day'),
    place: PLACES.find((each) => each === text('place')) ?? fresh.place,
    receiver: text('receiver'),
    as: RECEIVERS.find((each) => each === text('as')) ?? fresh.as,
    identity: text('identity'),
    validUntil: text('validUntil'),
    reference: text('reference'),
  };
}

/** The delivery that the draft says, or what it still needs. */
export function readDelivery(
  draft: DeliveryDraft,
  itemId: string,
  { documentKey, days }: { readonly documentKey: string; readonly days: DeliveryDays },
): { readonly delivery: DeliverySaid } | { readonly needs: readonly DeliveryNeed[] } {
  const amount = halalasTyped(draft.amount);
  const quantity = countTyped(draft.quantity);
  const deliveredOn = dayTyped(draft.day);
  const validUntil = dayTyped(draft.validUntil);
  const name = draft.receiver.trim();
  const number = draft.identity.trim();
  const reference = draft.reference.trim();
  const byTransfer = draft.place === 'transfer';
  const needs: DeliveryNeed[] = [];
  if (amount === undefined || quantity === undefined || (amount === null && quantity === null)) {
    needs.push('amount');
  }
  if (deliveredOn === null || isOutside(deliveredOn, days)) needs.push('day');
  if (name === '') needs.push('receiver');
  if (number === '') needs.push('identity');
  if (validUntil === null) needs.push('validUntil');
  if (byTransfer && reference === '') needs.push('reference');
  if (needs.length > 0 || amount === undefined || quantity === undefined || deliveredOn === null) {
    return { needs };
  }
  return {
    delivery: {
      itemId,
      amount,
      quantity,
      deliveredOn,
      place: draft.place,
      receiver: { name, as: draft.as, identity: { documentKey, number, validUntil } },
      proof: byTransfer ? { kind: 'transfer', reference } : { kind: 'signedReceipt' },
    },
  };
}
