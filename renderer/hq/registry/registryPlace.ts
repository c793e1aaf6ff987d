import { z } from 'zod';
import { RegistryFilter, RegistryOrder } from '#shared/contracts/hq/registry.ts';

/**
 * What of the registry is looked at; it stands in the address, so that coming back finds it again. The
 * router of headquarters is not the registered one: links are given it untyped, and it is read here.
 */
const RegistryPlace = RegistryFilter.extend({
  order: RegistryOrder.optional(),
  /** When it was asked for from the bar on top: the boxes of the list then begin anew. */
  asked: z.int().optional(),
  /** The row at the top. */
  from: z.int().min(0).optional(),
}).partial();
export type RegistryPlace = z.infer<typeof RegistryPlace>;

/** What of an address is none of ours is passed over. */
export function readRegistryPlace(search: Readonly<Record<string, unknown>>): RegistryPlace {
  const known = Object.keys(RegistryPlace.shape).flatMap((key) =>
    search[key] === undefined || search[key] === '' ? [] : [[key, search[key]] as const],
  );
  const read = RegistryPlace.safeParse(Object.fromEntries(known));
  return read.success ? read.data : {};
}

let last: RegistryPlace = {};

/** Where the list was when somebody went on to a file. */
export function keepRegistryPlace(place: RegistryPlace): void {
  last = place;
}

export function lastRegistryPlace(): RegistryPlace {
  return last;
}
