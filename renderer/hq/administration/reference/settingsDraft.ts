import { dayTyped } from '#renderer/caseParts/DayField.tsx';
import type { HqRole } from '#shared/domain/hub/hqPermission.ts';
import type { HolidayName } from '#shared/domain/promise/workingCalendar.ts';
import type { RegistrationPlace } from '#shared/domain/settings/caseTerms.ts';
import { Periods, type SettingsSource, Signers } from '#shared/domain/settings/settings.ts';

export type PeriodName = Exclude<keyof Periods, 'lapseReminderDays'>;
export type SignedPaper = keyof Signers;

export const PERIODS = Object.keys(Periods.shape).filter(
  (name): name is PeriodName => name !== 'lapseReminderDays',
);
export const SIGNED_PAPERS = Object.keys(Signers.shape) as readonly SignedPaper[];

export interface HolidayDraft {
  readonly name: HolidayName;
  readonly from: string;
  readonly to: string;
}

export interface ReasonDraft {
  readonly code: string;
  readonly offered: boolean;
  readonly ar: string;
  readonly en: string;
  /** Not published yet: it can still be taken away. */
  readonly isNew: boolean;
}

/** The settings as they stand in the boxes, also while what stands there is no number yet. */
export interface SettingsDraft {
  readonly periods: Readonly<Record<PeriodName, string>>;
  readonly reminders: readonly [string, string];
  readonly daysOff: readonly number[];
  readonly holidays: readonly HolidayDraft[];
  readonly quorum: string;
  readonly registration: RegistrationPlace;
  readonly reasons: readonly ReasonDraft[];
  readonly signers: Readonly<Record<SignedPaper, readonly HqRole[]>>;
}

/** @param published codes of reasons that are in force, and stay for good */
export function draftOf(source: SettingsSource, published: ReadonlySet<string>): SettingsDraft {
  const { periods, calendar, committee, registration, rejectionReasons, signers } = source;
  const [first, second] = periods.lapseReminderDays;
  return {
    periods: Object.fromEntries(
      PERIODS.map((name) => [name, String(periods[name])]),
    ) as SettingsDraft['periods'],
    reminders: [String(first), String(second)],
    daysOff: calendar.daysOff,
    holidays: calendar.holidays,
    quorum: String(committee.quorum),
    registration,
    reasons: rejectionReasons.map(({ code, offered, words }) => ({
      code,
      offered,
      ...words,
      isNew: !published.has(code),
    })),
    signers,
  };
}

/** As headquarters' hub looks at it: what is no number goes as it was typed, and is said to be none. */
export function sourceOf(draft: SettingsDraft): Record<string, unknown> {
  return {
    periods: {
      ...Object.fromEntries(PERIODS.map((name) => [name, numberOr(draft.periods[name])])),
      lapseReminderDays: draft.reminders.map(numberOr),
    },
    calendar: { daysOff: draft.daysOff, holidays: draft.holidays },
    committee: { quorum: numberOr(draft.quorum) },
    registration: draft.registration,
    rejectionReasons: draft.reasons.map(({ code, offered, ar, en }) => ({
      code,
      offered,
      words: { ar, en },
    })),
    signers: draft.signers,
  };
}

function numberOr(text: string): number | string {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text.trim()) : text;
}

/** The code of a new reason, made of its English words: `Moved away` is `movedAway`. */
export function codeOf(words: string, taken: readonly string[]): string {
  const parts = words.toLowerCase().match(/[a-z]+/g) ?? [];
  const made = parts
    .map((part, index) => (index === 0 ? part : part.charAt(0).toUpperCase() + part.slice(1)))
    .join('')
    .slice(0, LONGEST_CODE);
  let code = made.length > 1 ? made : 'reason';
  while (taken.includes(code)) code += 'B';
  return code;
}

const LONGEST_CODE = 32;

/** Null while the boxes hold no two days in their order. */
export function holidayTyped(name: HolidayName, from: string, to: string): HolidayDraft | null {
  const first = dayTyped(from);
  const last = to === '' ? first : dayTyped(to);
  return first === null || last === null || last < first ? null : { name, from: first, to: last };
}
