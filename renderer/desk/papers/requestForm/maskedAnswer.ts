import { type Answer, isNonAnswer } from '#shared/domain/answers/answer.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import type { FieldFormat } from '#shared/domain/questionnaire/formats.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';
import { IDENTIFIERS } from '../applicantFacts.ts';

const FORMATS: ReadonlySet<FieldFormat> = new Set([
  'nationalId',
  'iqama',
  'saudiId',
  'gccId',
  'passport',
  'iban',
]);
const NAMES: ReadonlySet<string> = new Set(IDENTIFIERS);

/** Numbers of a person, of a passport and of an account show their end only (policy, section 7). */
export function maskedAnswer({
  field,
  answer,
}: {
  readonly field: Field;
  readonly answer: Answer;
}): Answer {
  if (isNonAnswer(answer) || typeof answer.value !== 'string') return answer;
  const isNumber = (field.format !== null && FORMATS.has(field.format)) || NAMES.has(field.name);
  // Beyond ten characters stars only take room.
  return isNumber ? { value: maskIdentifier(answer.value).replace(/^\*{7,}/, '******') } : answer;
}
