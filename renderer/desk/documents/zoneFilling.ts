import type { Answer, AnswerPath, AnswerSet, PrintedDate } from '#shared/domain/answers/answer.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import type {
  CheckDigit,
  MachineReadableZone,
} from '#shared/domain/identifiers/parseMachineReadableZone.ts';
import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';

/** The fields of a machine-readable zone, in the order in which a page prints them. */
export const ZONE_PARTS = [
  'documentNumber',
  'name',
  'nationality',
  'birthDate',
  'sex',
  'expiryDate',
] as const;
export type ZonePart = (typeof ZONE_PARTS)[number];

export interface ZoneFact {
  readonly part: ZonePart;
  /** null where the zone leaves it open. */
  readonly value: string | PrintedDate | null;
  /** null where no digit of its own stands behind the field. */
  readonly digit: CheckDigit | null;
}

/** What the lines say, each with its own check digit; the name as it is spoken, given names first. */
export function zoneFacts(zone: MachineReadableZone): readonly ZoneFact[] {
  const { checkDigits } = zone;
  const values: Readonly<Record<ZonePart, Omit<ZoneFact, 'part'>>> = {
    documentNumber: { value: zone.documentNumber || null, digit: checkDigits.documentNumber },
    name: { value: `${zone.givenNames} ${zone.surname}`.trim() || null, digit: null },
    nationality: { value: zone.nationality || null, digit: null },
    birthDate: { value: zone.birthDate, digit: checkDigits.birthDate },
    sex: { value: zone.sex === 'unspecified' ? null : zone.sex, digit: null },
    expiryDate: { value: zone.expiryDate, digit: checkDigits.expiryDate },
  };
  return ZONE_PARTS.map((part) => ({ part, ...values[part] }));
}

/** The reading of the document's form that prints the same; a card's number is not that of its holder. */
const READINGS: Readonly<Record<ZonePart, string>> = {
  documentNumber: 'passportNo',
  name: 'nameLatin',
  nationality: 'nationality',
  birthDate: 'birthDate',
  sex: 'sex',
  expiryDate: 'expiryDate',
};

export interface ZoneFilling {
  readonly part: ZonePart;
  readonly path: AnswerPath;
  readonly answer: Answer;
}

/**
 * What the lines can write into readings that are still empty. A reading that stands is left: it was
 * read from the page above the lines, and the matrix must see where the two differ. Nothing is offered
 * of a field whose check digit does not hold, nor of a name that was cut off.
 */
export function zoneFillings(
  form: Questionnaire,
  answers: AnswerSet,
  zone: MachineReadableZone,
): readonly ZoneFilling[] {
  return zoneFacts(zone).flatMap(({ part, value, digit }) => {
    const path = READINGS[part];
    const isCut = part === 'name' && zone.truncatedName;
    if (value === null || digit === 'wrong' || isCut || !form.fieldByName.has(path)) return [];
    return answerAt(answers, path) === undefined ? [{ part, path, answer: { value } }] : [];
  });
}
