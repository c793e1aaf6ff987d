import { type DayNumber, fromDayNumber } from '../calendar/dayNumber.ts';
import { type DateInWords, describeDate } from '../calendar/formatDate.ts';
import type { Language, SpokenLanguage } from '../case/vocabulary.ts';
import type { DateWords, SpokenDay, TextLibrary } from './textLibrary.ts';

/** 1970-01-01 was a Thursday; Sunday is 0. */
const WEEKDAY_OF_DAY_ZERO = 4;

/**
 * A day as a sentence says it in the beneficiary's language, in both calendars. Names that a laptop may
 * not know come from the texts; Hijri is empty outside 1343-1500 AH.
 */
export function spokenDayIn(
  texts: Pick<TextLibrary, 'languages'>,
  language: SpokenLanguage,
  day: DayNumber,
): SpokenDay {
  const words = texts.languages[language].dates;
  return words === undefined
    ? screenDay(language === 'en' ? 'en' : 'ar', day)
    : dayInWords(words, day);
}

/** The same in a language of the screens: `5 رجب 1447هـ`, `25 ديسمبر 2025م`. */
export function screenDay(screen: Language, day: DayNumber): SpokenDay {
  const gregorian = describeDate(fromDayNumber(day, 'gregorian'), screen);
  const hijri = hijriOf(day);
  const say = ({ day: number, month, year, era }: DateInWords) =>
    screen === 'ar' ? `${number} ${month} ${year}${era}` : `${number} ${month} ${year} ${era}`;
  return {
    weekday: gregorian.weekday,
    hijri: hijri === null ? '' : say(describeDate(hijri, screen)),
    gregorian: say(gregorian),
  };
}

function dayInWords(words: DateWords, day: DayNumber): SpokenDay {
  const hijri = hijriOf(day);
  const weekday = (((day + WEEKDAY_OF_DAY_ZERO) % 7) + 7) % 7;
  const say = (
    pattern: string,
    months: readonly string[],
    date: { readonly day: number; readonly month: number; readonly year: number },
  ) =>
    pattern
      .replace('{day}', date.day === 1 ? (words.firstOfMonth ?? '1') : String(date.day))
      .replace('{month}', months[date.month - 1] ?? '')
      .replace('{year}', String(date.year));
  return {
    weekday: words.weekdays[weekday] ?? '',
    hijri: hijri === null ? '' : say(words.hijri, words.hijriMonths, hijri),
    gregorian: say(words.gregorian, words.gregorianMonths, fromDayNumber(day, 'gregorian')),
  };
}

function hijriOf(day: DayNumber) {
  try {
    return fromDayNumber(day, 'hijri');
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
