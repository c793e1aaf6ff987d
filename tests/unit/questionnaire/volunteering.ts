import type { AnswerSet, AnswerValue } from '#shared/domain/answers/answer.ts';

type Rows = readonly Readonly<Record<string, string>>[];

/** A label in both languages, for rows whose words no test reads. */
export const LABEL = { 'label::ar': 'نص', 'label::en': 'Text' } as const;

/** A source of one section, for tests of single rows. The first of `rows` is row 3 of the sheet. */
export function sourceOf(rows: Rows, choices: Rows = []): unknown {
  return {
    settings: { form_id: 'form', version: '1', 'title::ar': 'نموذج', 'title::en': 'Form' },
    survey: [{ type: 'begin_group', name: 'section', ...LABEL }, ...rows, { type: 'end_group' }],
    choices,
  };
}

/** A form that shares nothing with the support request but the engine. */
export const VOLUNTEERING: unknown = {
  settings: {
    form_id: 'volunteering',
    version: 3,
    'title::ar': 'طلب تطوع',
    'title::en': 'Volunteering',
  },
  survey: [
    { type: 'begin_group', name: 'person', letter: 'A', 'letter::ar': 'أ', ...LABEL },
    {
      type: 'text',
      name: 'nickname',
      required: 'yes',
      parameters: 'min-length=3 max-length=8',
      ...LABEL,
    },
    { type: 'date', name: 'born', required: 'yes', parameters: 'date=past max-age=120', ...LABEL },
    {
      type: 'text',
      name: 'guardian',
      relevant: 'age(${born}) < 18',
      required: 'yes',
      nonanswer: 'unknown',
      ...LABEL,
    },
    { type: 'select_one cities', name: 'city', ...LABEL },
    { type: 'select_one districts', name: 'district', choice_filter: 'town = ${city}', ...LABEL },
    { type: 'end_group' },
    { type: 'begin_group', name: 'offer', letter: 'B', 'letter::ar': 'ب', ...LABEL },
    {
      type: 'select_multiple skills',
      name: 'skills',
      constraint: 'count-selected(.) <= 2',
      'constraint_message::ar': 'مهارتان على الأكثر',
      'constraint_message::en': 'Two skills at most',
      ...LABEL,
    },
    { type: 'begin_repeat', name: 'shifts', required: "selected(${skills}, 'driving')", ...LABEL },
    { type: 'integer', name: 'hours', required: 'yes', parameters: 'min=1 max=12', ...LABEL },
    { type: 'boolean', name: 'night', ...LABEL },
    { type: 'calculate', name: 'ordinal', calculation: 'position(..)', ...LABEL },
    { type: 'begin_repeat', name: 'tasks', relevant: '${night}', ...LABEL },
    {
      type: 'text',
      name: 'title',
      required: 'yes',
      constraint: 'is-unique(.)',
      constraint_message: 'volunteering.sameTask',
      ...LABEL,
    },
    {
      type: 'integer',
      name: 'minutes',
      constraint: '. <= ${hours} * 60',
      constraint_strength: 'warn',
      ...LABEL,
    },
    { type: 'end_repeat' },
    { type: 'end_repeat' },
    { type: 'calculate', name: 'totalHours', calculation: 'sum(${hours})', ...LABEL },
    { type: 'calculate', name: 'nights', calculation: 'count-if(${shifts}, ${night})', ...LABEL },
    {
      type: 'calculate',
      name: 'totalMinutes',
      calculation: 'sum(${shifts/tasks/minutes})',
      ...LABEL,
    },
    {
      type: 'calculate',
      name: 'meanHours',
      calculation: 'round(${totalHours} div count(${shifts}))',
      ...LABEL,
    },
    { type: 'note', name: 'thanks', relevant: '${totalHours} >= 10', ...LABEL },
    { type: 'end_group' },
  ],
  choices: [
    { list_name: 'cities', name: 'makkah', ...LABEL },
    { list_name: 'cities', name: 'jeddah', ...LABEL },
    { list_name: 'districts', name: 'aziziyah', town: 'makkah', ...LABEL },
    { list_name: 'districts', name: 'hamra', town: 'jeddah', ...LABEL },
    { list_name: 'skills', name: 'driving', ...LABEL },
    { list_name: 'skills', name: 'cooking', ...LABEL },
    { list_name: 'skills', name: 'teaching', ...LABEL },
  ],
};

/** Answers from plain values; rows as given. */
export function answersOf(
  values: Readonly<Record<string, AnswerValue>>,
  rows: AnswerSet['rows'] = {},
): AnswerSet {
  return {
    values: Object.fromEntries(Object.entries(values).map(([path, value]) => [path, { value }])),
    rows,
  };
}
