import { z } from 'zod';

/** A row of a sheet as it was read: empty cells are absent; numbers and booleans are written as text. */
const Cells = z.record(
  z.string().max(60),
  z.union([z.string().max(8000), z.number(), z.boolean()]).transform((cell) => String(cell).trim()),
);
export type Cells = z.infer<typeof Cells>;

/**
 * A questionnaire as its author writes it: the three sheets of an XLSForm (https://xlsform.org/en/),
 * row by row. What the columns mean is in this folder's README.
 */
export const QuestionnaireSource = z.strictObject({
  settings: Cells,
  survey: z.array(Cells).min(1).max(2000),
  choices: z.array(Cells).max(20_000),
});
export type QuestionnaireSource = z.infer<typeof QuestionnaireSource>;

export const SETTING_COLUMNS: ReadonlySet<string> = new Set([
  'form_id',
  'version',
  'title::ar',
  'title::en',
  'default_language',
  'comment',
]);

export const SURVEY_COLUMNS: ReadonlySet<string> = new Set([
  'type',
  'name',
  'number',
  'letter',
  'letter::ar',
  'label::ar',
  'label::en',
  'hint::ar',
  'hint::en',
  'relevant',
  'required',
  'constraint',
  'constraint_message',
  'constraint_message::ar',
  'constraint_message::en',
  'constraint_strength',
  'calculation',
  'choice_filter',
  'default',
  'appearance',
  'format',
  'parameters',
  'nonanswer',
  'sensitive',
  'restricted',
  'visible_to',
  'read_only',
  'system',
  'library',
  'comment',
]);

/** Any further column of the choices sheet is a filter column for `choice_filter`. */
export const CHOICE_COLUMNS: ReadonlySet<string> = new Set([
  'list_name',
  'name',
  'label::ar',
  'label::en',
]);
