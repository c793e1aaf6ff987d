import type { AtHeadquarters } from './headquartersState.ts';
import { type AtService, type DeliveryMade, itemServices, wasGiven } from './serviceState.ts';

/**
 * Deliveries of one item that a person must look at. `apart`: two offices recorded them without knowing
 * of each other. `over`: together they are more than was approved. `withdrawn`: the request was taken back
 * at one office while another delivered.
 */
export interface DeliveryConflict {
  readonly kind: 'apart' | 'over' | 'withdrawn';
  readonly itemId: string;
  /** In the order in which they were recorded; two at least where they were recorded apart. */
  readonly deliveries: readonly DeliveryMade[];
}

/** What nobody has settled yet, at most one for each item. Pure: desk and headquarters see the same. */
export function deliveryConflicts(
  headquarters: AtHeadquarters,
  service: AtService,
): readonly DeliveryConflict[] {
  const services = new Map(
    itemServices(headquarters, service).map((each) => [each.item.itemId, each]),
  );
  const byItem = Map.groupBy(service.deliveries, ({ itemId }) => itemId);
  return [...byItem].flatMap(([itemId, deliveries]): readonly DeliveryConflict[] => {
    const apart = recordedApart(deliveries);
    if (apart.length > 0) return [{ kind: 'apart', itemId, deliveries: apart }];
    const counted = deliveries.filter(wasGiven);
    const isOpen = counted.some(({ found }) => found === null);
    if (!isOpen) return [];
    // What no decision in force accepts is above every approval.
    if (services.get(itemId)?.isOver !== false)
      return [{ kind: 'over', itemId, deliveries: counted }];
    return service.withdrawal === null ? [] : [{ kind: 'withdrawn', itemId, deliveries: counted }];
  });
}

/** Every delivery that did not know of an earlier one, with that one, until both were asked about. */
function recordedApart(deliveries: readonly DeliveryMade[]): readonly DeliveryMade[] {
  const involved = new Set<DeliveryMade>();
  for (const [index, later] of deliveries.entries()) {
    const { known } = later;
    if (known === undefined) continue;
    for (const earlier of deliveries.slice(0, index)) {
      if (known.includes(earlier.deliveryId)) continue;
      if (earlier.found !== null && later.found !== null) continue;
      involved.add(earlier).add(later);
    }
  }
  return deliveries.filter((each) => involved.has(each));
}
