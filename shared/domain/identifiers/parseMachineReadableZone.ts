import type { PrintedDate } from '../answers/answer.ts';
import { dateExists } from '../calendar/dayNumber.ts';
import type { IsoDay } from '../identity.ts';
import { mrzCheckDigit } from './machineReadableZone.ts';
import { layOutZone, type ZoneFormat, type ZoneProblem } from './zoneText.ts';

export type CheckDigit = 'ok' | 'wrong';

/** What a machine-readable zone says; texts without the fillers at their end. */
export interface MachineReadableZone {
  readonly format: ZoneFormat;
  /** `P`, `PD`, `I`, `AC`: one or two letters. */
  readonly documentType: string;
  /** Codes of Doc 9303-3, section 5, as they stand: `DEU` is written `D`. */
  readonly issuingState: string;
  readonly nationality: string;
  /** Words separated by one space. */
  readonly surname: string;
  readonly givenNames: string;
  /** The name fills its field to the last place, so that its end may be cut off. */
  readonly truncatedName: boolean;
  readonly documentNumber: string;
  /** Gregorian; null where day or month is left open, or there is no such day. */
  readonly birthDate: PrintedDate | null;
  readonly sex: 'male' | 'female' | 'unspecified';
  readonly expiryDate: PrintedDate | null;
  /** A card's two fields are separated by a space. */
  readonly optionalData: string;
  readonly checkDigits: {
    readonly documentNumber: CheckDigit;
    readonly birthDate: CheckDigit;
    readonly expiryDate: CheckDigit;
    /** null on a card, which has none. */
    readonly optionalData: CheckDigit | null;
    /** Over all the fields above. */
    readonly composite: CheckDigit;
  };
}

/**
 * Reads the machine-readable zone of a card (TD1, three lines of 30) or a passport (TD3, two of 44) by
 * ICAO Doc 9303 parts 3, 4 and 5. A wrong check digit rejects nothing: it is told for each field, so
 * that this field is keyed again. The digits are blind to characters ten apart in value (0 and A, K, U).
 * @param today the day by which two-digit years are resolved: a birth never lies after it, an expiry
 *   within 50 years of it
 */
export function parseMachineReadableZone(
  text: string,
  today: IsoDay,
): MachineReadableZone | ZoneProblem {
  const laidOut = layOutZone(text);
  if ('problem' in laidOut) return laidOut;
  const read = laidOut.layouts.map((lines) => readLines(laidOut.format, lines, today));
  const zones = read.flatMap((one) => ('problem' in one ? [] : [one]));
  const [best] = zones.toSorted((one, other) => wrongDigits(one) - wrongDigits(other));
  return best ?? read[0] ?? { problem: 'format', line: null };
}

function wrongDigits({ checkDigits }: MachineReadableZone): number {
  return Object.values(checkDigits).filter((digit) => digit === 'wrong').length;
}

/** The fields as they stand, with their fillers. */
interface RawZone {
  readonly documentType: string;
  readonly issuingState: string;
  readonly name: string;
  readonly nameLine: number;
  readonly documentNumber: string;
  readonly documentNumberDigit: string;
  readonly nationality: string;
  readonly birth: string;
  readonly birthDigit: string;
  readonly sex: string;
  readonly expiry: string;
  readonly expiryDigit: string;
  readonly optionalData: readonly string[];
  readonly optionalDigit: string | null;
  readonly composite: string;
  readonly compositeDigit: string;
}

function readLines(
  format: ZoneFormat,
  [first = '', second = '', third = '']: readonly string[],
  today: IsoDay,
): MachineReadableZone | ZoneProblem {
  const raw = format === 'TD3' ? passportFields(first, second) : cardFields(first, second, third);
  if (!/^[A-Z][A-Z<]$/.test(raw.documentType) || !isCode(raw.issuingState)) {
    return { problem: 'format', line: 1 };
  }
  if (!isCode(raw.nationality) || !/^[MFX<]$/.test(raw.sex)) return { problem: 'format', line: 2 };
  if (!/^[A-Z][A-Z<]*$/.test(raw.name)) return { problem: 'format', line: raw.nameLine };
  const [surname = '', ...givenNames] = raw.name.split('<<');
  return {
    format,
    documentType: withoutFillers(raw.documentType),
    issuingState: withoutFillers(raw.issuingState),
    nationality: withoutFillers(raw.nationality),
    surname: words(surname),
    givenNames: words(givenNames.join('<')),
    truncatedName: !raw.name.endsWith('<'),
    documentNumber: withoutFillers(raw.documentNumber),
    birthDate: dateOf(raw.birth, (year) => birthYear(year, raw.birth, today)),
    sex: raw.sex === 'M' ? 'male' : raw.sex === 'F' ? 'female' : 'unspecified',
    expiryDate: dateOf(raw.expiry, (year) => expiryYear(year, today)),
    optionalData: raw.optionalData
      .map(withoutFillers)
      .filter((data) => data !== '')
      .join(' '),
    checkDigits: {
      documentNumber: verdict(raw.documentNumber, raw.documentNumberDigit),
      birthDate: dateVerdict(raw.birth, raw.birthDigit),
      expiryDate: dateVerdict(raw.expiry, raw.expiryDigit),
      optionalData: optionalVerdict(raw),
      composite: verdict(raw.composite, raw.compositeDigit),
    },
  };
}

/** Doc 9303-4, 4.2.2. */
function passportFields(first: string, second: string): RawZone {
  return {
    documentType: first.slice(0, 2),
    issuingState: first.slice(2, 5),
    name: first.slice(5),
    nameLine: 1,
    documentNumber: second.slice(0, 9),
    documentNumberDigit: second.slice(9, 10),
    nationality: second.slice(10, 13),
    ...datesAndSex(second.slice(13, 20), second.slice(20, 21), second.slice(21, 28)),
    optionalData: [second.slice(28, 42)],
    optionalDigit: second.slice(42, 43),
    composite: second.slice(0, 10) + second.slice(13, 20) + second.slice(21, 43),
    compositeDigit: second.slice(43),
  };
}

/**
 * Doc 9303-5, 4.2.2. Of a number of more than nine characters the rest stands in the optional data,
 * with its check digit behind it, and the digit's own place holds a filler.
 */
function cardFields(first: string, second: string, third: string): RawZone {
  const optional = first.slice(15);
  const [, rest = '', digit = '', left = ''] = /^([A-Z0-9]+)(\d)(<.*|)$/.exec(optional) ?? [];
  const isLong = first[14] === '<' && rest !== '';
  return {
    documentType: first.slice(0, 2),
    issuingState: first.slice(2, 5),
    name: third,
    nameLine: 3,
    documentNumber: first.slice(5, 14) + (isLong ? rest : ''),
    documentNumberDigit: isLong ? digit : first.slice(14, 15),
    nationality: second.slice(15, 18),
    ...datesAndSex(second.slice(0, 7), second.slice(7, 8), second.slice(8, 15)),
    optionalData: [isLong ? left.slice(1) : optional, second.slice(18, 29)],
    optionalDigit: null,
    composite: first.slice(5) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
    compositeDigit: second.slice(29),
  };
}

function datesAndSex(birth: string, sex: string, expiry: string) {
  return {
    birth: birth.slice(0, 6),
    birthDigit: birth.slice(6),
    sex,
    expiry: expiry.slice(0, 6),
    expiryDigit: expiry.slice(6),
  };
}

function isCode(text: string): boolean {
  return /^[A-Z]{1,3}<{0,2}$/.test(text);
}

function withoutFillers(text: string): string {
  return text.replace(/<+$/, '');
}

function words(text: string): string {
  return text.replace(/<+/g, ' ').trim();
}

function verdict(field: string, digit: string): CheckDigit {
  return digit === String(mrzCheckDigit(field)) ? 'ok' : 'wrong';
}

/** What is not known of a date is left open from its end (Doc 9303-3, 4.8): 85<<<<, 8507<<. */
function dateVerdict(date: string, digit: string): CheckDigit {
  const isDate = /^(\d{6}|\d{4}<<|\d{2}<{4}|<{6})$/.test(date);
  return isDate ? verdict(date, digit) : 'wrong';
}

/** An empty personal number of a passport may have a filler for its digit (Doc 9303-4, 4.2.2.2). */
function optionalVerdict({ optionalData, optionalDigit }: RawZone): CheckDigit | null {
  if (optionalDigit === null) return null;
  const field = optionalData.join('');
  return optionalDigit === '<' && /^<*$/.test(field) ? 'ok' : verdict(field, optionalDigit);
}

function dateOf(text: string, yearOf: (twoDigits: number) => number): PrintedDate | null {
  if (!/^\d{6}$/.test(text)) return null;
  const [year = 0, month = 0, day = 0] = [0, 2, 4].map((at) => Number(text.slice(at, at + 2)));
  const date: PrintedDate = { calendar: 'gregorian', year: yearOf(year), month, day };
  return dateExists(date) ? date : null;
}

/** The latest year in which the day is not yet to come; who is a hundred looks newly born. */
function birthYear(twoDigits: number, text: string, today: IsoDay): number {
  const thisYear = Number(today.slice(0, 4));
  const year = thisYear - (thisYear % 100) + twoDigits;
  const day = `${year}-${text.slice(2, 4)}-${text.slice(4, 6)}`;
  return day > today ? year - 100 : year;
}

/** From 49 years before this one to 50 after it. */
function expiryYear(twoDigits: number, today: IsoDay): number {
  const first = Number(today.slice(0, 4)) - 49;
  return first + ((((twoDigits - first) % 100) + 100) % 100);
}
