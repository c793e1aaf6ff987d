import { z } from 'zod';
import type { AnswerSet, PrintedDate } from '../answers/answer.ts';
import { answerAt } from '../answers/answerSet.ts';
import { assertNever } from '../assertNever.ts';
import { addCalendarMonths, addDays } from '../calendar/dateArithmetic.ts';
import { type DayNumber, isoDate, toDayNumber } from '../calendar/dayNumber.ts';
import type { Presentation, ValidityVerdict } from '../case/vocabulary.ts';
import type { IsoDay } from '../identity.ts';
import { dayNumberOf } from './days.ts';
import type { ValidityRule } from './documentRules.ts';

/** Each has a sentence in `locales/{ar,en}/matching.json` under `validity`. */
export const VALIDITY_CODES = [
  'validUntil',
  'issuedRecently',
  'noExpiry',
  'expired',
  'tooOld',
  'issuedLater',
  'dateMissing',
  'dateOutsideTable',
  'notPresented',
  'illegible',
] as const;
export const ValidityCode = z.enum(VALIDITY_CODES);
export type ValidityCode = z.infer<typeof ValidityCode>;

/** What a document's dates say on a day. Days are whole days of the Riyadh calendar. */
export interface DocumentValidity {
  readonly verdict: ValidityVerdict;
  /** The last day on which it is valid; null where it has none or it is unknown. */
  readonly validUntil: IsoDay | null;
  /** 0 on the last valid day, negative after it. */
  readonly daysLeft: number | null;
  readonly issuedDaysAgo: number | null;
  readonly reasonCode: ValidityCode;
}

/** A document as validity looks at it; `RecordedDocument` of the case state fits. */
export interface DatedDocument {
  readonly presentation: Presentation;
  readonly readings: AnswerSet;
}

/** Reading in which every form keeps the day of issue. */
export const ISSUE_DATE = 'issueDate';
/** Reading in which a form keeps the last day of its document. */
export const EXPIRY_DATE = 'expiryDate';

/** The reading that a validity rule asks for; null when it needs none. */
export function decidingReading(rule: ValidityRule): string | null {
  switch (rule.kind) {
    case 'unexpired':
      return EXPIRY_DATE;
    case 'activeUntil':
      return rule.reading;
    case 'issuedWithin':
      return ISSUE_DATE;
    case 'none':
      return null;
    default:
      return assertNever(rule);
  }
}

/**
 * Whether a document is in force on a day (policy P32, matrix row M25): issue ≤ day ≤ expiry, within
 * the window of its rule. The last day counts: an id that expires today is valid today.
 * @param document undefined while it was not laid on the desk
 */
export function documentValidity(
  rule: ValidityRule,
  document: DatedDocument | undefined,
  today: IsoDay,
): DocumentValidity {
  if (document?.presentation !== 'presented') {
    const reasonCode = document?.presentation === 'illegible' ? 'illegible' : 'notPresented';
    return without('notPresented', reasonCode, null);
  }
  const now = dayNumberOf(today);
  const issued = dateReading(document.readings, ISSUE_DATE);
  const issueDay = issued === null ? null : toDayNumber(issued);
  const issuedDaysAgo = issueDay === null ? null : now - issueDay;
  if (issuedDaysAgo !== null && issuedDaysAgo < 0) {
    return without('issuedLater', 'issuedLater', issuedDaysAgo);
  }
  const reading = decidingReading(rule);
  if (reading === null) return without('valid', 'noExpiry', issuedDaysAgo);
  const printed = dateReading(document.readings, reading);
  if (printed === null) return without('dateMissing', 'dateMissing', issuedDaysAgo);
  const day = toDayNumber(printed);
  if (day === null) return without('dateMissing', 'dateOutsideTable', issuedDaysAgo);

  const last = rule.kind === 'issuedWithin' ? windowEnd(day, rule) : day;
  const daysLeft = last - now;
  const recent = rule.kind === 'issuedWithin';
  const inForce = daysLeft >= 0;
  return {
    verdict: inForce ? 'valid' : recent ? 'tooOld' : 'expired',
    validUntil: isoDate(last),
    daysLeft,
    issuedDaysAgo,
    reasonCode: inForce
      ? recent
        ? 'issuedRecently'
        : 'validUntil'
      : recent
        ? 'tooOld'
        : 'expired',
  };
}

/**
 * The earliest day of issue that a rule still takes on a day, for the list of what to bring ("issued
 * on or after …"); null where the day of issue does not matter.
 */
export function earliestIssueDay(rule: ValidityRule, today: IsoDay): IsoDay | null {
  if (rule.kind !== 'issuedWithin') return null;
  const now = dayNumberOf(today);
  let day =
    rule.unit === 'days' ? addDays(now, -rule.count) : addCalendarMonths(now, -monthsOf(rule));
  // A shorter month swallows up to three days: 28 February and six months is 28, not 31 August.
  while (windowEnd(day, rule) < now) day = addDays(day, 1);
  return isoDate(day);
}

function windowEnd(
  issued: DayNumber,
  rule: Extract<ValidityRule, { kind: 'issuedWithin' }>,
): DayNumber {
  return rule.unit === 'days'
    ? addDays(issued, rule.count)
    : addCalendarMonths(issued, monthsOf(rule));
}

function monthsOf(rule: Extract<ValidityRule, { kind: 'issuedWithin' }>): number {
  return rule.unit === 'years' ? rule.count * 12 : rule.count;
}

/** The printed date in a reading; null when there is none. */
export function dateReading(readings: AnswerSet, reading: string): PrintedDate | null {
  const answer = answerAt(readings, reading);
  if (answer === undefined || !('value' in answer)) return null;
  const { value } = answer;
  return typeof value === 'object' && 'calendar' in value ? value : null;
}

function without(
  verdict: ValidityVerdict,
  reasonCode: ValidityCode,
  issuedDaysAgo: number | null,
): DocumentValidity {
  return { verdict, validUntil: null, daysLeft: null, issuedDaysAgo, reasonCode };
}
