import type { KnownFace } from '#db/desk/knownFaces.ts';
import type { PrintedDate } from '#shared/domain/answers/answer.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import type { PersonSaid } from '#shared/domain/known/personSaid.ts';
import type { PersonText } from '#shared/domain/linkage/personValues.ts';

/** A person of this desk as linkage takes them. */
export function textOfFace({ name, idNumber, birthDate, mobile }: KnownFace): PersonText {
  const [calendar = '', day = ''] = (birthDate ?? '').split(' ');
  return {
    fullName: name,
    ...identifier(idNumber ?? ''),
    birthDate: day,
    birthCalendar: calendar,
    mobile: mobile ?? '',
  };
}

/** Somebody who is spoken of. */
export function textOfSaid({ idNumber, birthDate, ...said }: PersonSaid): PersonText {
  return {
    ...said,
    ...identifier(idNumber ?? ''),
    ...(birthDate === undefined ? {} : birth(birthDate)),
  };
}

function identifier(number: string): PersonText {
  const digits = toAsciiDigits(number).replaceAll(/\s/g, '');
  return /^[12]\d{9}$/.test(digits) ? { nationalId: digits } : { passport: number };
}

function birth({ calendar, year, month, day }: PrintedDate): PersonText {
  const two = (part: number) => String(part).padStart(2, '0');
  return {
    birthDate: `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`,
    birthCalendar: calendar,
  };
}
