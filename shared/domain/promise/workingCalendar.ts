import { z } from 'zod';
import { type DayNumber, parseIsoDate } from '../calendar/dayNumber.ts';

/** What `contactFrom` needs to know: which days of the week and which spans of days nobody works. */
export interface WorkingDays {
  /** Days of the week, 0 = Sunday to 6 = Saturday. */
  readonly daysOff: readonly number[];
  /** Both ends are days off. */
  readonly holidays: readonly { readonly from: DayNumber; readonly to: DayNumber }[];
}

/** `YYYY-MM-DD` in the file, a day number once read. */
const HolidayDay = z.iso.date().transform((text, context): DayNumber => {
  const day = parseIsoDate(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'dayOutside1900To2100' });
  return z.NEVER;
});

/** Names of holidays; each has its words in the locales. */
export const HolidayName = z.enum([
  'foundingDay',
  'eidAlFitr',
  'eidAlAdha',
  'nationalDay',
  'other',
]);
export type HolidayName = z.infer<typeof HolidayName>;

/** The working calendar that headquarters keeps, a part of its settings. */
export const WorkingCalendar = z.strictObject({
  daysOff: z
    .array(z.int().min(0).max(6))
    .refine((days) => new Set(days).size === days.length && days.length < 7, {
      error: 'noWorkingDay',
    })
    .readonly(),
  holidays: z
    .array(
      z
        .strictObject({ name: HolidayName, from: HolidayDay, to: HolidayDay })
        .refine(({ from, to }) => from <= to, { error: 'holidayEndsBeforeItBegins' }),
    )
    .readonly(),
});
export type WorkingCalendar = z.infer<typeof WorkingCalendar>;
