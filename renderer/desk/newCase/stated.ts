import { dateAnswer } from '#renderer/caseParts/answerText.ts';
import type { DateParts } from '#renderer/components/date-parts.ts';
import { isNonAnswer, PrintedDate } from '#shared/domain/answers/answer.ts';
import type { AnswerPatch } from '#shared/domain/answers/answerPatch.ts';
import { dateExists } from '#shared/domain/calendar/dayNumber.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import { parsePhone } from '#shared/domain/identifiers/phone.ts';
import type { PersonSaid } from '#shared/domain/known/personSaid.ts';
import { splitName } from '#shared/domain/names/splitName.ts';

/** What was typed into "do we know this person?". */
export interface Asked {
  readonly idNumber: string;
  readonly name: string;
  readonly mobile: string;
  readonly birth: DateParts;
}

const SHORTEST_ID = 4;
const SHORTEST_NAME = 2;
const SHORTEST_MOBILE = 9;

/** What of it can be searched by; null while there is too little. */
export function searchOf(asked: Asked): {
  idNumber?: string;
  name?: string;
  mobile?: string;
  birthDate?: PrintedDate;
} | null {
  const idNumber = toAsciiDigits(asked.idNumber).trim();
  const name = asked.name.trim();
  const mobile = toAsciiDigits(asked.mobile).replaceAll(/\s/g, '');
  const birthDate = birthOf(asked.birth);
  const search = {
    ...(idNumber.length >= SHORTEST_ID ? { idNumber } : {}),
    ...(name.length >= SHORTEST_NAME ? { name } : {}),
    ...(mobile.length >= SHORTEST_MOBILE ? { mobile } : {}),
    ...(birthDate === null ? {} : { birthDate }),
  };
  return Object.keys(search).length === 0 ? null : search;
}

/** The same as linkage takes it, where something may be mistyped. */
export function saidOf({ idNumber, name, mobile, birth }: Asked): PersonSaid {
  const birthDate = birthOf(birth);
  return {
    ...(idNumber.trim() === '' ? {} : { idNumber: toAsciiDigits(idNumber).trim().slice(0, 40) }),
    ...(name.trim() === '' ? {} : { fullName: name.trim().slice(0, 400) }),
    ...(mobile.trim() === '' ? {} : { mobile: toAsciiDigits(mobile).trim().slice(0, 40) }),
    ...(birthDate === null ? {} : { birthDate }),
  };
}

/** What was typed, as answers of the interview, so that nothing is asked twice. */
export function statedPatches(asked: Asked): AnswerPatch[] {
  const name = splitName(asked.name);
  const birth = birthOf(asked.birth);
  const texts: readonly (readonly [string, string | null])[] = [
    ['idNumber', toAsciiDigits(asked.idNumber).trim() || null],
    ['nameFirst', name.first],
    ['nameFather', name.father],
    ['nameGrandfather', name.grandfather],
    ['nameFamily', name.family],
    ['mobile', parsePhone(asked.mobile)?.value ?? (toAsciiDigits(asked.mobile).trim() || null)],
  ];
  const patches = texts.flatMap(([path, value]): AnswerPatch[] =>
    value === null ? [] : [{ op: 'set', path, answer: { value }, base: null }],
  );
  return birth === null
    ? patches
    : [...patches, { op: 'set', path: 'birthDate', answer: { value: birth }, base: null }];
}

function birthOf(parts: DateParts): PrintedDate | null {
  const answer = dateAnswer(parts);
  if (answer === null || isNonAnswer(answer)) return null;
  const date = PrintedDate.safeParse(answer.value);
  return date.success && dateExists(date.data) ? date.data : null;
}
