import { z } from 'zod';

/** What can be wrong with a workbook before its rows are a source. */
export const WorkbookFaultCode = z.enum([
  'notAWorkbook',
  'workbookTooLarge',
  'workbookProtected',
  'missingSheet',
  'emptySheet',
  'furtherSettings',
  'duplicateColumn',
  'cellWithoutColumn',
  'formulaCell',
  'mergedCells',
  'unreadableCell',
]);

/** Everything that can be wrong with a questionnaire's source. The sentences stand in the locales. */
export const QuestionnaireFaultCode = z.enum([
  ...WorkbookFaultCode.options,
  'malformedSource',
  'missingSetting',
  'invalidSetting',
  'unknownColumn',
  'unknownType',
  'missingName',
  'invalidName',
  'duplicateName',
  'missingLabel',
  'missingLetter',
  'missingChoiceList',
  'duplicateChoice',
  'outsideSection',
  'unopenedEnd',
  'unclosedGroup',
  'tooDeep',
  'unknownFormat',
  'unknownNonAnswer',
  'unknownParameter',
  'invalidYesNo',
  'invalidDefault',
  'missingCalculation',
  'syntaxError',
  'expressionTooLong',
  'unknownReference',
  'ambiguousReference',
  'unknownFunction',
  'wrongArgumentCount',
  'wrongArgument',
  'typeMismatch',
  'unknownChoice',
  'unsafePattern',
  'notBoolean',
  'cycle',
]);
export type QuestionnaireFaultCode = z.infer<typeof QuestionnaireFaultCode>;

/** `workbook`: the file as a whole, before any of its sheets. */
export type SheetName = 'workbook' | 'settings' | 'survey' | 'choices';

/** One fault, at the place where its author would look for it in the spreadsheet. */
export interface QuestionnaireFault {
  readonly sheet: SheetName;
  /** As the spreadsheet counts: the header is row 1, the first row of data is row 2; 0 for none. */
  readonly row: number;
  readonly column: string;
  readonly code: QuestionnaireFaultCode;
  /** The offending text, such as the unknown type or the reference. */
  readonly detail: string;
  /** For faults inside an expression: characters before the fault. */
  readonly position: number | null;
}

/** A source that is no questionnaire. Holds every fault found, and the first one's place as its own. */
export class QuestionnaireError extends Error {
  readonly faults: readonly QuestionnaireFault[];
  readonly sheet: SheetName;
  readonly row: number;
  readonly column: string;
  readonly code: QuestionnaireFaultCode;

  constructor(faults: readonly [QuestionnaireFault, ...QuestionnaireFault[]]) {
    const [first] = faults;
    super(`${first.sheet} row ${first.row}, ${first.column}: ${first.code} ${first.detail}`);
    this.name = 'QuestionnaireError';
    this.faults = faults;
    this.sheet = first.sheet;
    this.row = first.row;
    this.column = first.column;
    this.code = first.code;
  }
}

/** Collects faults while a source is read, so that its author sees all of them at once. */
export class FaultList {
  readonly #faults: QuestionnaireFault[] = [];

  add(
    sheet: SheetName,
    row: number,
    column: string,
    code: QuestionnaireFaultCode,
    detail = '',
    position: number | null = null,
  ): void {
    this.#faults.push({ sheet, row, column, code, detail, position });
  }

  /** @throws QuestionnaireError when anything was added */
  throwIfAny(): void {
    const [first, ...others] = this.#faults;
    if (first) throw new QuestionnaireError([first, ...others]);
  }
}
