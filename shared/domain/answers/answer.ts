import { z } from 'zod';

/** The two calendars in which a date may be printed on a paper or spoken by a person. */
export const CalendarName = z.enum(['hijri', 'gregorian']);
export type CalendarName = z.infer<typeof CalendarName>;

/**
 * A civil date in the calendar in which it was printed or spoken. It is never derived again from the
 * other calendar (domain rule: both are kept as read). Whether the triple exists is checked by
 * `shared/domain/calendar`.
 */
export const PrintedDate = z.strictObject({
  calendar: CalendarName,
  year: z.int().min(1).max(9999),
  month: z.int().min(1).max(12),
  day: z.int().min(1).max(31),
});
export type PrintedDate = z.infer<typeof PrintedDate>;

export const GeoPoint = z.strictObject({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type GeoPoint = z.infer<typeof GeoPoint>;

/** Texts are at most this many UTF-16 units; a longer one is refused in words, never cut. */
export const LONGEST_TEXT = 4000;

/**
 * A text that every store and hash can hold: half a character has no UTF-8, and a NUL no place in a
 * database's text. Refused at the door, it is never called saved and then unable to become an event.
 */
const storableText = z.string().refine((text) => text.isWellFormed() && !text.includes('\0'));

/** Money is an integer of halalas (1 SAR = 100 halalas). Lists hold the names of chosen choices. */
export const AnswerValue = z.union([
  storableText.max(LONGEST_TEXT),
  z.int(),
  z.boolean(),
  PrintedDate,
  GeoPoint,
  z.array(storableText.max(200)).max(100),
]);
export type AnswerValue = z.infer<typeof AnswerValue>;

/** A coded non-answer is an answer: it says which it is and carries its reason (questionnaire, R fields). */
export const NonAnswerCode = z.enum(['refused', 'unknown', 'notApplicable']);
export type NonAnswerCode = z.infer<typeof NonAnswerCode>;

export const Answer = z.union([
  z.strictObject({
    value: AnswerValue,
    /** Keyed twice from the card although its checksum is wrong; flagged for headquarters. */
    asPrinted: z.literal(true).optional(),
  }),
  z.strictObject({
    nonAnswer: NonAnswerCode,
    reason: storableText.trim().min(1).max(LONGEST_TEXT),
  }),
]);
export type Answer = z.infer<typeof Answer>;

/**
 * Where an answer stands: a field's name, or `repeat/rowId/field` inside a repeat, nested to any
 * depth (`supportItems/r2/previousHelp/r1/organisation`).
 */
export const AnswerPath = z
  .string()
  .max(400)
  .regex(/^[A-Za-z][A-Za-z0-9]*(\/[A-Za-z0-9-]+\/[A-Za-z][A-Za-z0-9]*)*$/);
export type AnswerPath = z.infer<typeof AnswerPath>;

export const RowId = z
  .string()
  .max(40)
  .regex(/^[A-Za-z0-9-]+$/);
export type RowId = z.infer<typeof RowId>;

/**
 * All answers of a case: values by path, and for each repeat (by its path, `family` or
 * `supportItems/r2/previousHelp`) the ids of its rows in order.
 */
export interface AnswerSet {
  readonly values: Readonly<Record<AnswerPath, Answer>>;
  readonly rows: Readonly<Record<string, readonly RowId[]>>;
}

export const EMPTY_ANSWERS: AnswerSet = { values: {}, rows: {} };

export function isNonAnswer(
  answer: Answer,
): answer is Extract<Answer, { nonAnswer: NonAnswerCode }> {
  return 'nonAnswer' in answer;
}
