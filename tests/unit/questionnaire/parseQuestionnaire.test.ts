import { describe, expect, test } from 'vitest';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import {
  QuestionnaireError,
  QuestionnaireFaultCode,
  WorkbookFaultCode,
} from '#shared/domain/questionnaire/questionnaireError.ts';
import { LABEL, sourceOf, VOLUNTEERING } from './volunteering.ts';

type Row = Readonly<Record<string, string>>;

function faultsOf(source: unknown): QuestionnaireError['faults'] {
  try {
    parseQuestionnaire(source);
  } catch (error) {
    if (error instanceof QuestionnaireError) return error.faults;
    throw error;
  }
  return [];
}

const text = (name: string, more: Row = {}): Row => ({ type: 'text', name, ...LABEL, ...more });
const choice = (name: string): Row => ({ list_name: 'sizes', name, ...LABEL });
const size = { type: 'select_one sizes', name: 'size', ...LABEL };

/** Each fault: what is wrong, where it must be found, and the rows (the first stands in row 3). */
const FAULTS: readonly (readonly [QuestionnaireFaultCode, number, string, readonly Row[]])[] = [
  ['unknownColumn', 3, 'lable', [text('a', { lable: 'x' })]],
  ['unknownType', 4, 'type', [text('a'), { type: 'barcode', name: 'b', ...LABEL }]],
  ['unknownType', 3, 'type', [{ type: 'select_one', name: 'b', ...LABEL }]],
  ['missingName', 3, 'name', [{ type: 'text', ...LABEL }]],
  ['invalidName', 3, 'name', [text('first_name')]],
  ['duplicateName', 4, 'name', [text('a'), text('a')]],
  ['missingLabel', 3, 'label::en', [{ type: 'text', name: 'a', 'label::ar': 'نص' }]],
  ['missingLabel', 3, 'label::ar', [{ type: 'text', name: 'a' }]],
  ['missingChoiceList', 3, 'type', [{ type: 'select_one colours', name: 'a', ...LABEL }]],
  ['unopenedEnd', 3, 'type', [{ type: 'end_repeat' }]],
  ['unclosedGroup', 3, 'type', [{ type: 'begin_repeat', name: 'r', ...LABEL }]],
  ['unknownFormat', 3, 'format', [text('a', { format: 'postcode' })]],
  ['unknownNonAnswer', 3, 'nonanswer', [text('a', { nonanswer: 'refused later' })]],
  ['unknownParameter', 3, 'parameters', [text('a', { parameters: 'min=3' })]],
  ['unknownParameter', 3, 'parameters', [text('a', { parameters: 'constructor=3' })]],
  ['invalidYesNo', 3, 'sensitive', [text('a', { sensitive: 'perhaps' })]],
  ['invalidDefault', 3, 'default', [{ type: 'integer', name: 'a', default: 'ten', ...LABEL }]],
  ['missingCalculation', 3, 'calculation', [{ type: 'calculate', name: 'a', ...LABEL }]],
  ['syntaxError', 3, 'relevant', [text('a', { relevant: "${b} = = 'x'" })]],
  ['expressionTooLong', 3, 'relevant', [text('a', { relevant: '1 '.repeat(2001) })]],
  ['unknownReference', 3, 'relevant', [text('a', { relevant: "${b} = 'x'" })]],
  ['unknownFunction', 3, 'constraint', [text('a', { constraint: 'pulldata(.)' })]],
  ['unknownFunction', 3, 'constraint', [text('a', { constraint: 'constructor(.)' })]],
  ['wrongArgumentCount', 3, 'constraint', [text('a', { constraint: "selected(., 'x', 'y')" })]],
  ['wrongArgument', 3, 'constraint', [text('a', { constraint: 'position(..) = 1' })]],
  ['typeMismatch', 3, 'constraint', [text('a', { constraint: '. > 3' })]],
  ['unknownChoice', 4, 'relevant', [size, text('a', { relevant: "${size} = 'hugee'" })]],
  ['unsafePattern', 3, 'constraint', [text('a', { constraint: "regex(., '(a+)+')" })]],
  ['notBoolean', 3, 'relevant', [text('a', { relevant: '1 + 1' })]],
  ['cycle', 3, 'relevant', [text('a', { relevant: "${a} != ''" })]],
];

describe('faults of a source', () => {
  test.each(FAULTS)('%s in row %i, column %s', (code, row, column, rows) => {
    const faults = faultsOf(sourceOf(rows, [choice('small'), choice('large')]));
    expect(faults).toContainEqual(expect.objectContaining({ sheet: 'survey', row, column, code }));
  });

  test('a name that stands in two repeats is ambiguous from outside', () => {
    const repeat = (name: string) => [
      { type: 'begin_repeat', name, ...LABEL },
      { type: 'integer', name: 'x', ...LABEL },
      { type: 'end_repeat' },
    ];
    const total = { type: 'calculate', name: 'total', calculation: 'sum(${x})', ...LABEL };
    const rows = [...repeat('first'), ...repeat('second'), total];
    expect(faultsOf(sourceOf(rows))).toMatchObject([{ row: 9, code: 'ambiguousReference' }]);
    const named = { ...total, calculation: 'sum(${first/x}, ${second/x})' };
    expect(faultsOf(sourceOf([...repeat('first'), ...repeat('second'), named]))).toEqual([]);
  });

  test('a field outside every section', () => {
    const source = {
      settings: { form_id: 'f', version: 1, 'title::ar': 'ن', 'title::en': 'F' },
      survey: [text('a')],
      choices: [],
    };
    expect(faultsOf(source)).toMatchObject([{ sheet: 'survey', row: 2, code: 'outsideSection' }]);
  });

  test('a section with a letter in one language only', () => {
    const source = {
      settings: { form_id: 'f', version: 1, 'title::ar': 'ن', 'title::en': 'F' },
      survey: [{ type: 'begin group', name: 's', letter: 'A', ...LABEL }, { type: 'end group' }],
      choices: [],
    };
    expect(faultsOf(source)).toMatchObject([
      { row: 2, column: 'letter::ar', code: 'missingLetter' },
    ]);
  });

  test('groups too deep to follow', () => {
    const deep = Array.from({ length: 9 }, (_, index) => ({
      type: 'begin_group',
      name: `g${index}`,
    }));
    const ends = deep.map(() => ({ type: 'end_group' }));
    expect(faultsOf(sourceOf([...deep, ...ends]))).toContainEqual(
      expect.objectContaining({ row: 10, code: 'tooDeep' }),
    );
  });

  test('settings and choices have their own rows', () => {
    const faults = faultsOf({
      settings: { form_id: '1 form', version: '0', 'title::ar': 'ن' },
      survey: [{ type: 'begin_group', name: 's', ...LABEL }, { type: 'end_group' }],
      choices: [choice('small'), choice('small')],
    });
    expect(faults).toMatchObject([
      { sheet: 'settings', row: 2, column: 'form_id', code: 'invalidSetting' },
      { sheet: 'settings', row: 2, column: 'version', code: 'invalidSetting' },
      { sheet: 'settings', row: 2, column: 'title::en', code: 'missingSetting' },
      { sheet: 'choices', row: 3, column: 'name', code: 'duplicateChoice' },
    ]);
  });

  test('what is no source at all', () => {
    expect(faultsOf(null)).toMatchObject([{ code: 'malformedSource' }]);
    expect(faultsOf({ settings: {}, survey: [{ type: ['x'] }], choices: [] })).toMatchObject([
      { sheet: 'survey', row: 2, column: 'type', code: 'malformedSource' },
    ]);
  });

  test('a cycle through calculations, a group and a repeat is told by its names', () => {
    const rows = [
      { type: 'begin_group', name: 'inner', relevant: '${total} > 0', ...LABEL },
      { type: 'begin_repeat', name: 'items', ...LABEL },
      { type: 'integer', name: 'cost', ...LABEL },
      { type: 'end_repeat' },
      { type: 'end_group' },
      { type: 'calculate', name: 'total', calculation: 'sum(${cost})', ...LABEL },
    ];
    const faults = faultsOf(sourceOf(rows));
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatchObject({ row: 3, column: 'relevant', code: 'cycle' });
    expect(faults[0]?.detail).toMatch(/inner → total/);
  });

  test('a syntax error tells its position, and every fault is told at once', () => {
    const faults = faultsOf(
      sourceOf([text('a', { relevant: "1 = 1 and ='x'" }), text('b', { format: 'nothing' })]),
    );
    expect(faults).toMatchObject([
      { row: 3, code: 'syntaxError', position: 10, detail: '=' },
      { row: 4, code: 'unknownFormat', position: null },
    ]);
  });

  test('every code is seen in these tests', () => {
    const elsewhere = [
      'malformedSource',
      'missingSetting',
      'invalidSetting',
      'missingLetter',
    ].concat(['duplicateChoice', 'outsideSection', 'tooDeep', 'ambiguousReference']);
    // Those of the file itself are seen in tests/unit/workbook.
    const seen = new Set<string>([
      ...WorkbookFaultCode.options,
      ...FAULTS.map(([code]) => code),
      ...elsewhere,
    ]);
    expect(QuestionnaireFaultCode.options.filter((code) => !seen.has(code))).toEqual([]);
  });
});

describe('patterns', () => {
  const accepts = (pattern: string): boolean =>
    faultsOf(sourceOf([text('a', { constraint: `regex(., '${pattern}')` })])).length === 0;

  test.each(['[0-9]{10}', '\\d{4}-\\d{2}', '(ab|cd)?x+', '\\+[1-9]\\d{6,14}', '[أ-ي ]+'])(
    'accepts %s',
    (pattern) => expect(accepts(pattern)).toBe(true),
  );

  test.each([
    '(a*)*',
    '(a|a)*b',
    '(a?){50}',
    'a*a*a*b',
    '(?=a)a',
    '(a)\\1',
    '[',
    '(a|a)(a|a)'.repeat(15),
  ])('refuses %s', (pattern) => expect(accepts(pattern)).toBe(false));
});

test('the parsed questionnaire keeps what its rows say', () => {
  const form = parseQuestionnaire(VOLUNTEERING);
  expect(form).toMatchObject({ id: 'volunteering', version: 3, title: { en: 'Volunteering' } });
  expect(form.sections.map(({ name, letter }) => [name, letter?.ar])).toEqual([
    ['person', 'أ'],
    ['offer', 'ب'],
  ]);
  expect(form.fieldByName.get('guardian')?.nonAnswers).toEqual(['unknown']);
  expect(form.fieldByName.get('nickname')?.nonAnswers).toHaveLength(3);
  expect(form.fieldByName.get('shifts/tasks/title')).toMatchObject({ name: 'title', type: 'text' });
  expect(form.fieldByName.get('totalHours')).toMatchObject({ valueType: 'number', asked: false });
  expect([...form.repeatByPath.keys()]).toEqual(['shifts/tasks', 'shifts']);
});
