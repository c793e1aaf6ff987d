/** How the machine-readable lines came into their box, by the names of the question that keeps it. */
export type ZoneEntry = 'typed' | 'pasted' | 'reader';

/** What the keys said so far; times are milliseconds of the events' own clock. */
export interface EntryWatch {
  readonly lastKeyAt: number | null;
  readonly quick: number;
  readonly slow: number;
  readonly isPasted: boolean;
}

export const NOTHING_ENTERED: EntryWatch = {
  lastKeyAt: null,
  quick: 0,
  slow: 0,
  isPasted: false,
};

/** A document reader that acts as a keyboard sends its characters faster than hands can. */
const QUICKEST_HAND_MILLISECONDS = 35;
/** Half a line of a passport: two quick letters are no reader yet. */
const FEWEST_OF_READER = 22;

export function afterKey(watch: EntryWatch, at: number): EntryWatch {
  const { lastKeyAt } = watch;
  if (lastKeyAt === null) return { ...watch, lastKeyAt: at };
  const isQuick = at - lastKeyAt < QUICKEST_HAND_MILLISECONDS;
  return {
    ...watch,
    lastKeyAt: at,
    quick: watch.quick + (isQuick ? 1 : 0),
    slow: watch.slow + (isQuick ? 0 : 1),
  };
}

export function afterPaste(watch: EntryWatch): EntryWatch {
  return { ...watch, isPasted: true };
}

/** The word for the whole text: lines that were pasted and mended by hand were still pasted. */
export function entryOf({ quick, slow, isPasted }: EntryWatch): ZoneEntry {
  if (isPasted) return 'pasted';
  return quick >= FEWEST_OF_READER && slow * 10 <= quick ? 'reader' : 'typed';
}
