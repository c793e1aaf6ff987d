import { z } from 'zod';
import type { AnswerPath } from '../answers/answer.ts';
import type { LocalText } from './model.ts';

/** Everything that may be wrong with an answer. The sentences stand in the locales under `problem.`. */
export const ProblemCode = z.enum([
  'required',
  'nonAnswerNotAllowed',
  'unknownPath',
  'wrongType',
  'constraint',
  'notInList',
  'duplicateChoice',
  'tooShort',
  'tooLong',
  'tooSmall',
  'tooLarge',
  'idForm',
  'idChecksum',
  'idTransposed',
  'ibanCountry',
  'ibanLength',
  'ibanForm',
  'ibanChecksum',
  'phoneForm',
  'passportForm',
  'shortAddressForm',
  'digitsForm',
  'arabicNameForm',
  'latinNameForm',
  'integerForm',
  'moneyForm',
  'dateForm',
  'dateNoSuchDay',
  'dateOutOfRange',
  'dateInFuture',
  'dateInPast',
  'booleanForm',
  'geopointForm',
  'notTyped',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** Something to say beside one field. Either `messageKey` (locales) or the questionnaire's own `message`. */
export interface Problem {
  readonly path: AnswerPath;
  readonly code: ProblemCode;
  /** False for a flag: it is shown and kept for headquarters, and stops nothing. */
  readonly blocking: boolean;
  readonly messageKey: string;
  readonly message: LocalText | null;
  /** What the sentence needs, such as the least length. */
  readonly params: Readonly<Record<string, number | string>>;
}

export function problem(
  path: AnswerPath,
  code: ProblemCode,
  details: Partial<Pick<Problem, 'blocking' | 'messageKey' | 'message' | 'params'>> = {},
): Problem {
  return {
    path,
    code,
    blocking: details.blocking ?? true,
    messageKey: details.messageKey ?? `problem.${code}`,
    message: details.message ?? null,
    params: details.params ?? {},
  };
}
