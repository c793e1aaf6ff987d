import { type AnswerSet, isNonAnswer, PrintedDate } from '../answers/answer.ts';
import type { PersonText } from './personValues.ts';

/** The applicant as the answers of a case state them, for linkage. What was not said is left out. */
export function personOfAnswers(answers: AnswerSet): PersonText {
  const text = (path: string) => textAt(answers, path);
  const birth = birthDateAt(answers, 'birthDate');
  return {
    given: text('nameFirst'),
    father: text('nameFather'),
    grandfather: text('nameGrandfather'),
    family: text('nameFamily'),
    sex: text('sex'),
    nationalId: text('idNumber') || text('gccIdNumber'),
    passport: text('passportNo'),
    birthDate: birth.text,
    birthCalendar: birth.calendar,
    mobile: text('mobile'),
    street: text('street'),
    district: text('district'),
    city: text('city'),
    region: text('region'),
    postalCode: text('postalCode'),
    occupation: text('occupation'),
  };
}

function textAt(answers: AnswerSet, path: string): string {
  const value = valueAt(answers, path);
  return typeof value === 'string' ? value.trim() : '';
}

/** Written with the year first, which no reader takes for another order. */
function birthDateAt(answers: AnswerSet, path: string) {
  const parsed = PrintedDate.safeParse(valueAt(answers, path));
  if (!parsed.success) return { text: '', calendar: '' };
  const { calendar, year, month, day } = parsed.data;
  const two = (part: number) => String(part).padStart(2, '0');
  return { text: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`, calendar };
}

function valueAt(answers: AnswerSet, path: string): unknown {
  const answer = Object.hasOwn(answers.values, path) ? answers.values[path] : undefined;
  return answer === undefined || isNonAnswer(answer) ? undefined : answer.value;
}
