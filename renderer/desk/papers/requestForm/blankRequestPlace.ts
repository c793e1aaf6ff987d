import { Language } from '#shared/domain/case/vocabulary.ts';

/** What the address of the blank form says: its language, and how many rows its tables have. */
export interface BlankRequestPlace {
  readonly rows?: number;
  readonly language?: Language;
}

/** Eight rows are enough for most families; larger ones ask for more. */
export const ROW_COUNTS = [8, 12, 16, 24, 30] as const;
export const [USUAL_ROWS] = ROW_COUNTS;

/** Reads an address; what it does not know is passed over. */
export function blankRequestPlace(search: Readonly<Record<string, unknown>>): BlankRequestPlace {
  const rows = ROW_COUNTS.find((count) => count === search['rows']);
  const language = Language.safeParse(search['language']);
  return {
    ...(rows === undefined ? {} : { rows }),
    ...(language.success ? { language: language.data } : {}),
  };
}
