import type { Language } from '#shared/domain/case/vocabulary.ts';
import type { FieldFormat } from '#shared/domain/questionnaire/formats.ts';
import type { Field } from '#shared/domain/questionnaire/model.ts';

/** Where and how an answer is written by hand. */
export type WritingSpace =
  | { readonly kind: 'line' | 'lines' | 'date' | 'yesNo' | 'money' | 'moneyOrNone' | 'office' }
  /** A box for each character, in groups as the number is printed. */
  | { readonly kind: 'boxes'; readonly groups: readonly number[] }
  | { readonly kind: 'choices' };

/** Numbers of a known length. */
const BOXES: Readonly<Partial<Record<FieldFormat, readonly number[]>>> = {
  nationalId: [10],
  iqama: [10],
  saudiId: [10],
  digits4: [4],
  digits5: [5],
  digits10: [10],
  shortAddress: [4, 4],
  iban: [4, 4, 4, 4, 4, 4],
};

/** A longer list is written out instead of being ticked: countries. */
const MOST_CHOICES = 40;

export function writingSpace(field: Field): WritingSpace {
  if (!field.asked) return { kind: 'office' };
  switch (field.type) {
    case 'selectOne':
    case 'selectMultiple':
      return field.choices.length > MOST_CHOICES ? { kind: 'line' } : { kind: 'choices' };
    case 'boolean':
      return { kind: 'yesNo' };
    case 'date':
      return { kind: 'date' };
    case 'money':
      return { kind: field.appearance.includes('moneyOrNone') ? 'moneyOrNone' : 'money' };
    case 'text': {
      const groups = field.format === null ? undefined : BOXES[field.format];
      if (groups !== undefined) return { kind: 'boxes', groups };
      return { kind: field.appearance.includes('multiline') ? 'lines' : 'line' };
    }
    case 'integer':
    case 'geopoint':
    case 'calculate':
    case 'note':
      return { kind: 'line' };
  }
}

/** Room for the choices of half a line, in characters with their boxes. */
const HALF_LINE = 46;
const BOX_AND_GAP = 4;
/** Boxes that still stand in half a line. */
const BOXES_IN_HALF = 10;

/** Whether the question needs the whole width of the paper. */
export function needsWholeLine(field: Field, language: Language): boolean {
  const space = writingSpace(field);
  switch (space.kind) {
    case 'lines':
      return true;
    case 'choices':
      return (
        field.choices.reduce(
          (length, { label }) => length + label[language].length + BOX_AND_GAP,
          0,
        ) > HALF_LINE
      );
    case 'boxes':
      return space.groups.reduce((all, group) => all + group, 0) > BOXES_IN_HALF;
    case 'line':
    case 'date':
    case 'yesNo':
    case 'money':
    case 'moneyOrNone':
    case 'office':
      return false;
  }
}
