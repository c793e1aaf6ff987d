import { isNonAnswer } from '../answers/answer.ts';
import { checkIban } from '../identifiers/iban.ts';
import type { IsoDay } from '../identity.ts';
import { identityKey } from '../search/searchText.ts';
import { textAnswer } from './applicantIdentity.ts';
import type { CaseState } from './caseState.ts';
import { releasedItems } from './headquartersState.ts';
import type { ConfirmedAccount, Delivery } from './serviceEvents.ts';
import { itemServices, leftOf, servedFrom } from './serviceState.ts';

/** What keeps a delivery from being recorded as it was said (P37). */
export type DeliveryFault =
  | 'inputInvalid'
  | 'aboveApproval'
  | 'identityExpired'
  | 'identityDiffers';

export type DeliveryAsked = Pick<
  Delivery,
  'itemId' | 'amount' | 'quantity' | 'deliveredOn' | 'receiver'
>;

/** National id and iqama: numbers that a renewed document keeps. */
const LASTING_NUMBERS = ['idNumber', 'gccIdNumber'] as const;

/**
 * The first fault of a delivery, as desk and headquarters both ask: an item that was accepted, a day from
 * the registration until today, no more than is left, a receiver whose document is in force on that day,
 * and an applicant whose number is the one of the request. Null where it may be recorded.
 */
export function deliveryFault(
  state: CaseState,
  { itemId, amount, quantity, deliveredOn, receiver }: DeliveryAsked,
  today: IsoDay,
): DeliveryFault | null {
  const service = itemServices(state.headquarters, state.service).find(
    ({ item }) => item.itemId === itemId,
  );
  const earliest = servedFrom(state) ?? today;
  if (service === undefined || deliveredOn > today || deliveredOn < earliest) return 'inputInvalid';
  if (amount === null && quantity === null) return 'inputInvalid';
  const left = leftOf(service);
  if ((amount ?? 0) > (left.amount ?? 0) || (quantity ?? 0) > (left.quantity ?? 0)) {
    return 'aboveApproval';
  }
  const { validUntil, number } = receiver.identity;
  if (validUntil !== null && validUntil < deliveredOn) return 'identityExpired';
  if (receiver.as === 'applicant') {
    const known = LASTING_NUMBERS.flatMap((field) => textAnswer(state, field) ?? []);
    const isOther = known.every((each) => identityKey(each) !== identityKey(number));
    if (known.length > 0 && isOther) return 'identityDiffers';
  }
  return null;
}

/** What keeps a registration from being completed (P36). */
export type RegistrationFault = 'ibanUnconfirmed' | 'ibanInvalid' | 'conditionsOpen';

export interface RegistrationAsked {
  readonly account: ConfirmedAccount | null;
  readonly conditionsMet: boolean;
}

export function registrationFault(
  state: CaseState,
  { account, conditionsMet }: RegistrationAsked,
): RegistrationFault | null {
  if (needsAccount(state) && account === null) return 'ibanUnconfirmed';
  if (account !== null && !checkIban(account.iban).ok) return 'ibanInvalid';
  return conditionsOf(state).length > 0 && !conditionsMet ? 'conditionsOpen' : null;
}

/** Money was granted, or may be, and goes to an account: whose it is is asked again of its owner. */
export function needsAccount({ answers, headquarters, service }: CaseState): boolean {
  const method = answers.values['paymentMethod'];
  const byTransfer = method !== undefined && !isNonAnswer(method) && method.value === 'transfer';
  if (!byTransfer) return false;
  // Before anything was decided, money may be granted as it was asked for.
  if (releasedItems(headquarters).length === 0) return true;
  return itemServices(headquarters, service).some(({ item }) => item.amount !== null);
}

/** What the decision sets as conditions of its accepted items. */
export function conditionsOf({ headquarters, service }: CaseState): readonly string[] {
  return itemServices(headquarters, service).flatMap(({ item }) => item.conditions ?? []);
}

/** The account of the request, compact, as it was stated; null where none was. */
export function statedIban(state: CaseState): string | null {
  const checked = checkIban(textAnswer(state, 'iban') ?? '');
  return checked.ok ? checked.value : null;
}
