import type { Questionnaire } from '#shared/domain/questionnaire/model.ts';
import { parseQuestionnaire } from '#shared/domain/questionnaire/parseQuestionnaire.ts';
import {
  FaultList,
  QuestionnaireError,
  type QuestionnaireFault,
  type SheetName,
} from '#shared/domain/questionnaire/questionnaireError.ts';
import {
  type Cells,
  CHOICE_COLUMNS,
  type QuestionnaireSource,
  SETTING_COLUMNS,
  SURVEY_COLUMNS,
} from '#shared/domain/questionnaire/source.ts';
import { archiveFault, type Inflate } from './archive.ts';
import { readSheet, type SheetRows } from './readCells.ts';

export interface ReadQuestionnaire {
  /** The rows, as they are published. */
  readonly source: QuestionnaireSource;
  readonly questionnaire: Questionnaire;
}

const SHEETS = ['settings', 'survey', 'choices'] as const;

/**
 * Reads a questionnaire from the bytes of an XLSForm workbook.
 * @throws QuestionnaireError with every fault by sheet, row and column as the spreadsheet counts them
 */
export async function readQuestionnaireWorkbook(
  bytes: Uint8Array,
  inflate: Inflate,
): Promise<ReadQuestionnaire> {
  const faults = new FaultList();
  const unreadable = archiveFault(bytes, inflate);
  if (unreadable !== null) faults.add('workbook', 0, '', unreadable);
  faults.throwIfAny();
  const sheets = await readSheets(bytes, faults);
  faults.throwIfAny();
  const source: QuestionnaireSource = {
    settings: sheets.settings.rows[0] ?? {},
    survey: [...sheets.survey.rows],
    choices: [...sheets.choices.rows],
  };
  try {
    return { source, questionnaire: parseQuestionnaire(source) };
  } catch (error) {
    throw error instanceof QuestionnaireError ? atTheirRows(error, sheets) : error;
  }
}

type Sheets = Readonly<Record<(typeof SHEETS)[number], SheetRows>>;

async function readSheets(bytes: Uint8Array, faults: FaultList): Promise<Sheets> {
  const none: SheetRows = { rows: [], numbers: [] };
  const found: Record<(typeof SHEETS)[number], SheetRows> = {
    settings: none,
    survey: none,
    choices: none,
  };
  const workbook = await newWorkbook();
  try {
    await workbook.xlsx.load(Uint8Array.from(bytes).buffer);
  } catch {
    faults.add('workbook', 0, '', 'notAWorkbook');
    return found;
  }
  for (const name of SHEETS) {
    const sheet = workbook.worksheets.find((each) => each.name.trim().toLowerCase() === name);
    if (sheet === undefined) faults.add(name, 0, '', 'missingSheet', name);
    else found[name] = readSheet(sheet, name, faults);
  }
  // The engine takes one row of settings; a second one would be passed over without a word.
  for (const number of found.settings.numbers.slice(1)) {
    faults.add('settings', number, '', 'furtherSettings');
  }
  for (const name of ['settings', 'survey'] as const) {
    const isThere = workbook.worksheets.some((each) => each.name.trim().toLowerCase() === name);
    if (isThere && found[name].rows.length === 0) faults.add(name, 0, '', 'emptySheet', name);
  }
  return found;
}

/** Blank rows were passed over: each fault goes back to the row that its author sees. */
function atTheirRows(error: QuestionnaireError, sheets: Sheets): QuestionnaireError {
  const moved = error.faults.map((fault): QuestionnaireFault => {
    if (fault.sheet === 'workbook') return fault;
    return { ...fault, row: sheets[fault.sheet].numbers[fault.row - 2] ?? fault.row };
  });
  const [first, ...others] = moved;
  return first === undefined ? error : new QuestionnaireError([first, ...others]);
}

const HEADS: Readonly<Record<(typeof SHEETS)[number], ReadonlySet<string>>> = {
  settings: SETTING_COLUMNS,
  survey: SURVEY_COLUMNS,
  choices: CHOICE_COLUMNS,
};
const WIDTHS: Readonly<Record<string, number>> = { type: 26, name: 24 };
const USUAL_WIDTH = 18;
const WIDE = 44;

/** Writes a questionnaire as a workbook, with every cell as text, so that nothing is guessed of it. */
export async function writeQuestionnaireWorkbook(source: QuestionnaireSource): Promise<Uint8Array> {
  const workbook = await newWorkbook();
  const rowsOf = { ...source, settings: [source.settings] };
  for (const name of ['survey', 'choices', 'settings'] as const) {
    const columns = columnsOf(name, rowsOf[name]);
    const sheet = workbook.addWorksheet(name, { views: [{ state: 'frozen', ySplit: 1 }] });
    sheet.columns = columns.map((column) => ({
      key: column,
      header: column,
      width: WIDTHS[column] ?? (column.includes('::') ? WIDE : USUAL_WIDTH),
      style: { numFmt: '@' },
    }));
    sheet.getRow(1).font = { bold: true };
    for (const row of rowsOf[name]) sheet.addRow(written(row));
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** An empty cell is no cell in a workbook: where emptiness says something, its word is written. */
function written(row: Cells): Cells {
  return row['nonanswer'] === '' ? { ...row, nonanswer: 'none' } : row;
}

/** The known columns that are used, in the order of their documentation, then those that only filter. */
function columnsOf(sheet: SheetName, rows: readonly Cells[]): readonly string[] {
  const used = new Set(rows.flatMap((row) => Object.keys(row)));
  const known = sheet === 'workbook' ? [] : [...HEADS[sheet]];
  return [
    ...known.filter((column) => used.has(column)),
    ...[...used].filter((column) => !known.includes(column)),
  ];
}

async function newWorkbook() {
  const { default: exceljs } = await import('exceljs');
  return new exceljs.Workbook();
}
