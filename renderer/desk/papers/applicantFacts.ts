import { type AnswerPath, isNonAnswer } from '#shared/domain/answers/answer.ts';
import type { Evaluation } from '#shared/domain/questionnaire/evaluation.ts';

/** The text that counts at a path; null where it does not apply or nothing was said. */
export function textAt({ paths }: Evaluation, path: AnswerPath): string | null {
  const state = paths.get(path);
  if (state === undefined || !state.relevant || state.answer === null) return null;
  if (isNonAnswer(state.answer)) return null;
  const { value } = state.answer;
  return typeof value === 'string' && value !== '' ? value : null;
}

const NAME_PARTS = ['nameFirst', 'nameFather', 'nameGrandfather', 'nameFamily'] as const;
/** The numbers by which a person is known, the surest first. */
export const IDENTIFIERS = [
  'idNumber',
  'gccIdNumber',
  'passportNo',
  'borderNumber',
  'visaNo',
] as const;

/** The full name as it was stated, in Arabic, or in Latin letters where there is no other. */
export function fullName(evaluation: Evaluation): string | null {
  const parts = NAME_PARTS.flatMap((path) => textAt(evaluation, path) ?? []);
  return parts.length > 0 ? parts.join(' ') : textAt(evaluation, 'nameLatin');
}

/** The number by which the applicant is known, whole. */
export function applicantIdentifier(evaluation: Evaluation): string | null {
  for (const path of IDENTIFIERS) {
    const identifier = textAt(evaluation, path);
    if (identifier !== null) return identifier;
  }
  return null;
}

/** Arabic says applicant in two forms: the context of its key. */
export function applicantContext(evaluation: Evaluation): 'female' | 'male' {
  return textAt(evaluation, 'sex') === 'female' ? 'female' : 'male';
}
