import { z } from 'zod';

export const VIEWS = ['batches', 'person', 'returned', 'setAside'] as const;
export type View = (typeof VIEWS)[number];

/**
 * What of the inbox is looked at; it stands in the address, so that coming back finds it again. The router
 * of headquarters is not the registered one: links are given it untyped, and it is read here.
 */
const InboxPlace = z.object({
  batchId: z.uuid().optional(),
  view: z.enum(VIEWS).default('batches'),
  /** The row at the top of a list of cases. */
  from: z.int().min(0).default(0),
});
type InboxPlace = z.infer<typeof InboxPlace>;

const BATCHES: InboxPlace = { view: 'batches', from: 0 };

/** What of an address is none of ours is passed over. */
export function readInboxPlace(
  params: Readonly<Record<string, unknown>>,
  search: Readonly<Record<string, unknown>>,
): InboxPlace {
  const { batchId } = params;
  const read = InboxPlace.safeParse({ ...search, batchId: batchId === '' ? undefined : batchId });
  return read.success ? read.data : BATCHES;
}

/** The address of a place: what is said by itself is left out. */
export function inboxLink({ batchId, view, from }: Partial<InboxPlace>) {
  return {
    to: batchId === undefined ? '/inbox' : `/inbox/${batchId}`,
    search: {
      ...(view === undefined || view === 'batches' ? {} : { view }),
      ...(from === undefined || from === 0 ? {} : { from }),
    },
  };
}

let last = BATCHES;

/** Where the inbox was when somebody went on to a case. */
export function keepInboxPlace(place: InboxPlace): void {
  last = place;
}

export function lastInboxPlace(): InboxPlace {
  return last;
}
