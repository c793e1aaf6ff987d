import type { PrintedDate } from '../answers/answer.ts';

/** What the engine needs of calendars and identifiers, so that it depends on no table of its own. */
export interface EngineFunctions {
  /** Days since 1970-01-01 of a printed date, or why it has none. */
  dayNumber(date: PrintedDate): number | 'dateNoSuchDay' | 'dateOutOfRange';
  /** Full Gregorian years of age on a day; null before birth. */
  ageOn(birth: number, today: number): number | null;
  checkNationalId(text: string): 'idForm' | 'idChecksum' | 'idTransposed' | null;
  checkIban(text: string): 'ibanCountry' | 'ibanLength' | 'ibanForm' | 'ibanChecksum' | null;
  /** `+9665XXXXXXXX`, or null when it is no Saudi mobile. */
  parseSaudiMobile(text: string): string | null;
  /** A Saudi mobile, or a number of another country with its `+`; null when it is neither. */
  parsePhone(text: string): string | null;
  /** Eastern digits and separators as ASCII, without bidi marks. */
  asciiDigits(text: string): string;
}
