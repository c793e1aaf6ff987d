import { z } from 'zod';
import { QuestionnaireFaultCode } from '../questionnaire/questionnaireError.ts';

/** What may be wrong with a document at one place of it. The sentences stand in the locales. */
export const DocumentFaultCode = z.enum([
  'notJson',
  'tooDeep',
  'missing',
  'unknownKey',
  'wrongType',
  'notAllowed',
  'tooSmall',
  'tooLarge',
  'wrongForm',
  'givenTwice',
  'otherDocument',
  'versionNotNew',
  'noSuchField',
  'noSuchDocument',
  'conditionFaulty',
  'formFaulty',
  'bringListFaulty',
  'reasonGone',
  'pageNumberNotNew',
  'remindersOutOfOrder',
  'reminderAfterLapse',
  'targetBeforeReply',
  'roleTwice',
  'codeTwice',
  'noReasonOffered',
  'noWorkingDay',
  'holidayEndsBeforeItBegins',
  'dayOutside1900To2100',
  'unreadable',
]);
export type DocumentFaultCode = z.infer<typeof DocumentFaultCode>;

/** A fault of a questionnaire stands in its sheets, one of any other document at a path in it. */
export const DocumentFault = z.discriminatedUnion('in', [
  z.strictObject({
    in: z.literal('sheet'),
    sheet: z.enum(['workbook', 'settings', 'survey', 'choices']),
    /** As the spreadsheet counts; 0 for none. */
    row: z.int().min(0),
    column: z.string(),
    code: QuestionnaireFaultCode,
    detail: z.string(),
  }),
  z.strictObject({
    in: z.literal('path'),
    /** `documents.3.validity.count`; empty for the whole. */
    path: z.string(),
    /** What the question, paper, row or page is called in which it stands; null where nothing is. */
    label: z.strictObject({ ar: z.string(), en: z.string() }).nullable(),
    code: DocumentFaultCode,
    detail: z.string(),
  }),
]);
export type DocumentFault = z.infer<typeof DocumentFault>;

const LONGEST = 200;

export function faultAt(path: string, code: DocumentFaultCode, detail = ''): DocumentFault {
  return {
    in: 'path',
    path: path.slice(0, LONGEST),
    label: null,
    code,
    detail: detail.slice(0, LONGEST),
  };
}
