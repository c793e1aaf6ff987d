import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';
import { describe, expect, test } from 'vitest';
import { questionnaireCommand } from '#electron/commands/questionnaireCommand.ts';
import { inflate } from '#ports/inflate.ts';
import arabic from '#resources/locales/ar/questionnaireFile.json' with { type: 'json' };
import english from '#resources/locales/en/questionnaireFile.json' with { type: 'json' };
import published from '#resources/questionnaires/support-request.v1.json' with { type: 'json' };
import {
  QuestionnaireError,
  type QuestionnaireFault,
  QuestionnaireFaultCode,
} from '#shared/domain/questionnaire/questionnaireError.ts';
import { QuestionnaireSource } from '#shared/domain/questionnaire/source.ts';
import {
  readQuestionnaireWorkbook,
  writeQuestionnaireWorkbook,
} from '#shared/workbook/questionnaireWorkbook.ts';

const RESOURCES = fileURLToPath(new URL('../../../resources', import.meta.url));
const SOURCE = QuestionnaireSource.parse(published);
const TWO = { 'label::ar': 'نص', 'label::en': 'Text' } as const;
type Rows = readonly Readonly<Record<string, unknown>>[];

const SETTINGS = { form_id: 'f', version: 1, 'title::ar': 'ن', 'title::en': 'F' };
const section = (...rows: Rows): Rows => [
  { type: 'begin_group', name: 'section', ...TWO },
  ...rows,
  { type: 'end_group' },
];

/** A workbook as a spreadsheet program writes it; the head of a sheet is the columns that its rows use. */
async function workbook(
  sheets: Readonly<Record<string, Rows>>,
  change: (book: exceljs.Workbook) => void = () => undefined,
): Promise<Uint8Array> {
  const book = new exceljs.Workbook();
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = book.addWorksheet(name);
    const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    sheet.addRow(columns);
    for (const row of rows) sheet.addRow(columns.map((column) => row[column]));
  }
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const form = (rows: Rows, change?: (book: exceljs.Workbook) => void) =>
  workbook({ survey: rows, choices: [], settings: [SETTINGS] }, change);

async function faultsOf(bytes: Uint8Array): Promise<readonly QuestionnaireFault[]> {
  try {
    await readQuestionnaireWorkbook(bytes, inflate);
  } catch (error) {
    if (error instanceof QuestionnaireError) return error.faults;
    throw error;
  }
  return [];
}

test('what is written as a workbook and read again is the very same questionnaire', async () => {
  const { source, questionnaire } = await readQuestionnaireWorkbook(
    await writeQuestionnaireWorkbook(SOURCE),
    inflate,
  );
  const withoutEmpty = (rows: readonly Readonly<Record<string, string>>[]) =>
    rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== '')));
  expect(source.survey).toEqual(withoutEmpty(SOURCE.survey));
  expect(source.choices).toEqual(withoutEmpty(SOURCE.choices));
  expect(source.settings).toEqual(SOURCE.settings);
  expect(questionnaire.version).toBe(1);
});

describe('faults keep their sheet, row and column', () => {
  const text = (name: string, more: object = {}) => ({ type: 'text', name, ...TWO, ...more });

  test.each<[string, Rows, object]>([
    [
      'a cycle',
      section(text('a', { relevant: "${b} != ''" }), text('b', { relevant: "${a} != ''" })),
      { sheet: 'survey', row: 3, column: 'relevant', code: 'cycle' },
    ],
    [
      'a missing list of choices',
      section({ type: 'select_one colours', name: 'a', ...TWO }),
      { sheet: 'survey', row: 3, column: 'type', code: 'missingChoiceList', detail: 'colours' },
    ],
    [
      'a syntax error after a blank row',
      section(text('a'), {}, text('b', { relevant: '${a} = = 1' })),
      { sheet: 'survey', row: 5, column: 'relevant', code: 'syntaxError' },
    ],
    [
      'an unknown type',
      section({ type: 'barcode', name: 'a', ...TWO }),
      { sheet: 'survey', row: 3, column: 'type', code: 'unknownType' },
    ],
    [
      'a name that stands twice',
      section(text('a'), {}, {}, text('a')),
      { sheet: 'survey', row: 6, column: 'name', code: 'duplicateName' },
    ],
    [
      'a pattern that could hold the computer up',
      section(text('a', { constraint: "regex(., '(a+)+')" })),
      { sheet: 'survey', row: 3, column: 'constraint', code: 'unsafePattern' },
    ],
    [
      'a formula',
      section(text('a', { hint: 'x', relevant: { formula: '1+1', result: 2 } })),
      { sheet: 'survey', row: 3, column: 'relevant', code: 'formulaCell' },
    ],
    [
      'a date where text belongs',
      section(text('a', { default: new Date(0) })),
      { sheet: 'survey', row: 3, column: 'default', code: 'unreadableCell' },
    ],
  ])('%s', async (_, rows, fault) => {
    expect(await faultsOf(await form(rows))).toContainEqual(expect.objectContaining(fault));
  });

  test('merged cells, and a column that stands twice', async () => {
    const merged = await form(section(text('a'), text('b')), (book) =>
      book.getWorksheet('survey')?.mergeCells('B3:B4'),
    );
    expect(await faultsOf(merged)).toMatchObject([{ row: 3, code: 'mergedCells', detail: 'B3' }]);
    const twice = await form(section(text('a')), (book) => {
      const cell = book.getWorksheet('survey')?.getCell('F1');
      if (cell) cell.value = 'name';
    });
    expect(await faultsOf(twice)).toMatchObject([{ row: 1, code: 'duplicateColumn' }]);
  });

  test('settings in a further row, and a cell under a column without a head', async () => {
    const twice = await workbook({
      survey: section(text('a')),
      choices: [],
      settings: [SETTINGS, {}, SETTINGS],
    });
    expect(await faultsOf(twice)).toMatchObject([{ row: 4, code: 'furtherSettings' }]);
    const loose = await form(section(text('a')), (book) => {
      const cell = book.getWorksheet('survey')?.getCell('H3');
      if (cell) cell.value = 'later';
    });
    expect(await faultsOf(loose)).toMatchObject([
      { sheet: 'survey', row: 3, column: 'H3', code: 'cellWithoutColumn', detail: 'later' },
    ]);
  });

  test('a sheet that is not there, and one without rows', async () => {
    expect(await faultsOf(await workbook({ survey: section(), settings: [SETTINGS] }))).toEqual([
      expect.objectContaining({ sheet: 'choices', row: 0, code: 'missingSheet' }),
    ]);
    expect(await faultsOf(await form([]))).toMatchObject([{ sheet: 'survey', code: 'emptySheet' }]);
  });
});

test('reads what people really write: numbers, marks of direction, words in several styles', async () => {
  const bytes = await workbook({
    Survey: section({
      type: 'select_one  sizes',
      name: '\u200fsize\u200e',
      number: 12,
      required: 'yes',
      sensitive: true,
      'label::Arabic (ar)': { richText: [{ text: 'المقا' }, { text: 'س' }] },
      'label::English (en)': 'Size',
      ...TWO,
    }).map(({ 'label::ar': ar, 'label::en': en, ...row }) => ({
      'label::Arabic (ar)': ar,
      'label::English (en)': en,
      ...row,
    })),
    choices: [
      { 'list name': 'sizes', name: 1, ...TWO },
      { 'list name': 'sizes', name: 2, ...TWO },
    ],
    settings: [SETTINGS],
  });
  const { questionnaire } = await readQuestionnaireWorkbook(bytes, inflate);
  const field = questionnaire.fieldByName.get('size');
  expect(field).toMatchObject({ number: '12', sensitive: true, required: true });
  expect(field?.choices.map(({ name }) => name)).toEqual(['1', '2']);
});

describe('a file that is refused before it is read', () => {
  /** One part of an archive, with a directory that may say something else of its length. */
  function archive(name: string, content: Uint8Array, declared = content.length): Uint8Array {
    const packed = deflateRawSync(content);
    const file = Buffer.from(name);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt16LE(file.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared, 24);
    entry.writeUInt16LE(file.length, 28);
    const start = local.length + file.length + packed.length;
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(start, 16);
    return Buffer.concat([local, file, packed, entry, file, end]);
  }

  const bomb = new Uint8Array(60 * 1024 * 1024);

  test.each<[string, Uint8Array, string]>([
    ['that is nothing', new Uint8Array(0), 'notAWorkbook'],
    ['that is a text', Buffer.from('type,name'), 'notAWorkbook'],
    ['that is another archive', archive('readme.txt', Buffer.from('x')), 'notAWorkbook'],
    ['that unpacks to sixty megabytes', archive('xl/workbook.xml', bomb), 'workbookTooLarge'],
    ['that is larger than five megabytes', new Uint8Array(5_300_000), 'workbookTooLarge'],
    [
      'with a password',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, ...new Uint8Array(40)]),
      'workbookProtected',
    ],
    [
      'that is only called a workbook',
      archive('xl/workbook.xml', Buffer.from('<')),
      'notAWorkbook',
    ],
  ])('%s', async (_, bytes, code) => {
    expect(await faultsOf(bytes)).toMatchObject([{ sheet: 'workbook', code }]);
  });

  test('and one whose directory hides what it unpacks to', async () => {
    const [fault] = await faultsOf(archive('xl/workbook.xml', bomb, 10));
    expect(fault).toMatchObject({ sheet: 'workbook' });
  });
});

test('every fault has its sentence in both languages', () => {
  for (const words of [arabic, english]) {
    expect(Object.keys(words.fault).toSorted()).toEqual(QuestionnaireFaultCode.options.toSorted());
  }
});

describe('the command', () => {
  const run = (...words: string[]) => questionnaireCommand(words, {}, RESOURCES);
  const folder = () => mkdtempSync(join(tmpdir(), 'rifada-form-'));

  test('exports what is in force, and finds it whole', async () => {
    const file = join(folder(), 'form.xlsx');
    expect((await run('export', file)).exitCode).toBe(0);
    const checked = await run('check', file, '--lang', 'en');
    expect(checked.exitCode).toBe(0);
    expect(checked.lines[0]).toContain('10 sections');
    // What somebody may have worked on is not written over.
    const before = readFileSync(file);
    expect((await run('export', file)).exitCode).toBe(1);
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  test('says where the fault is, in either language', async () => {
    const file = join(folder(), 'form.xlsx');
    writeFileSync(file, await form(section({ type: 'barcode', name: 'a', ...TWO })));
    expect((await run('check', file, '--lang', 'en')).lines).toEqual([
      'Sheet survey, row 3, column type: The type “barcode” is not known.',
      'It cannot be published. Places: 1',
    ]);
    expect((await run('check', file)).lines[0]).toBe(
      'ورقة survey، السطر 3، العمود type: النوع «barcode» غير معروف.',
    );
  });

  test('names the versions that there are', async () => {
    const { exitCode, lines } = await run('export', '/nowhere/x.xlsx', '--version', '9');
    expect(exitCode).toBe(1);
    expect(lines[0]).toContain('9');
    expect((await run('export', '/nowhere/x.xlsx')).exitCode).toBe(1);
    expect((await run('check', '/nowhere/x.xlsx')).exitCode).toBe(1);
    expect((await run('print', 'x.xlsx')).exitCode).toBe(1);
  });
});
