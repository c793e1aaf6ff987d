/** Where registration, a delivery and a settlement stand on the page: a row of the day leads there. */
export const REGISTRATION_ID = 'service-registration';

export function deliveryId(itemId: string): string {
  return `service-delivery-${itemId}`;
}

export function settleId(itemId: string): string {
  return `service-settle-${itemId}`;
}
