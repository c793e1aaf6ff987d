import type { Cell, CellValue, Worksheet } from 'exceljs';
import { stripBidi } from '#shared/domain/identifiers/digits.ts';
import type { FaultList, SheetName } from '#shared/domain/questionnaire/questionnaireError.ts';
import type { Cells } from '#shared/domain/questionnaire/source.ts';

/** The rows of a sheet that say anything, each with the number by which the spreadsheet calls it. */
export interface SheetRows {
  readonly rows: readonly Cells[];
  readonly numbers: readonly number[];
}

const MOST_ROWS = 25_000;
const MOST_COLUMNS = 200;
/** Texts for people keep the marks that their directions need; names and expressions have none. */
const SPOKEN = /^(label|hint|constraint_message|title|comment)(::|$)/;

/** Reads a sheet whose first row names the columns. */
export function readSheet(sheet: Worksheet, name: SheetName, faults: FaultList): SheetRows {
  const rows: Cells[] = [];
  const numbers: number[] = [];
  if (sheet.rowCount > MOST_ROWS || sheet.columnCount > MOST_COLUMNS) {
    faults.add(name, 1, '', 'workbookTooLarge', `${sheet.rowCount} × ${sheet.columnCount}`);
    return { rows, numbers };
  }
  const columns = readHead(sheet, name, faults);
  sheet.eachRow((row, number) => {
    if (number === 1) return;
    const cells: Record<string, string> = {};
    row.eachCell((cell, at) => {
      const column = columns.get(at);
      const where = column ?? cell.address;
      if (cell.isMerged) {
        // Only the first of merged cells holds the text: whom the others were meant to be is a guess.
        if (cell.master === cell) faults.add(name, number, where, 'mergedCells', cell.address);
        return;
      }
      const text = cellText(cell, name, number, where, faults);
      if (text === '') return;
      if (column === undefined) faults.add(name, number, cell.address, 'cellWithoutColumn', text);
      else cells[column] = SPOKEN.test(column) ? text : stripBidi(text).trim();
    });
    if (Object.keys(cells).length === 0) return;
    rows.push(cells);
    numbers.push(number);
  });
  return { rows, numbers };
}

function readHead(
  sheet: Worksheet,
  name: SheetName,
  faults: FaultList,
): ReadonlyMap<number, string> {
  const columns = new Map<number, string>();
  sheet.getRow(1).eachCell((cell, at) => {
    const text = cellText(cell, name, 1, cell.address, faults);
    const column = columnName(stripBidi(text).trim());
    if (column === '') return;
    if ([...columns.values()].includes(column))
      faults.add(name, 1, column, 'duplicateColumn', column);
    columns.set(at, column);
  });
  return columns;
}

/** `label::Arabic (ar)` and `label::ar` are the same column, and so are `list name` and `list_name`. */
function columnName(head: string): string {
  return head.replace(/^list name$/, 'list_name').replace(/^([a-z_]+)::.*\((ar|en)\)$/, '$1::$2');
}

function cellText(
  cell: Cell,
  sheet: SheetName,
  row: number,
  column: string,
  faults: FaultList,
): string {
  const { value } = cell;
  if (isFormula(value)) {
    faults.add(sheet, row, column, 'formulaCell', cell.address);
    return '';
  }
  const text = plainText(value);
  if (text === null) faults.add(sheet, row, column, 'unreadableCell', cell.address);
  return (text ?? '').trim();
}

function isFormula(value: CellValue): boolean {
  return (
    typeof value === 'object' && value !== null && ('formula' in value || 'sharedFormula' in value)
  );
}

/** Null for what is no text: a date, an error. */
function plainText(value: CellValue): string | null {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  // A spreadsheet makes `true` of what was typed as such.
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (value instanceof Date || 'error' in value) return null;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return plainText(value.text);
  return null;
}
