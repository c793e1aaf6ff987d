import { NonAnswerCode } from '../answers/answer.ts';
import { FieldFormat } from './formats.ts';
import type { ChoiceList, FieldLimits, FieldType, LocalText } from './model.ts';
import type { FaultList, QuestionnaireFaultCode } from './questionnaireError.ts';
import type { Cells } from './source.ts';

/** Reads the cells of one row of the survey and lays every fault at its cell. */
export class SurveyRow {
  readonly #cells: Cells;
  readonly #faults: FaultList;
  /** As the spreadsheet counts. */
  readonly rowNumber: number;

  constructor(cells: Cells, rowNumber: number, faults: FaultList) {
    this.#cells = cells;
    this.rowNumber = rowNumber;
    this.#faults = faults;
  }

  fault(
    column: string,
    code: QuestionnaireFaultCode,
    detail = '',
    position: number | null = null,
  ): void {
    this.#faults.add('survey', this.rowNumber, column, code, detail, position);
  }

  cell(column: string): string {
    return Object.hasOwn(this.#cells, column) ? (this.#cells[column] ?? '') : '';
  }

  has(column: string): boolean {
    return Object.hasOwn(this.#cells, column);
  }

  columns(): readonly string[] {
    return Object.keys(this.#cells);
  }

  /** Both languages, or null when neither is written; one without the other is a fault. */
  text(column: 'label' | 'hint' | 'constraint_message'): LocalText | null {
    const ar = this.cell(`${column}::ar`);
    const en = this.cell(`${column}::en`);
    if (ar === '' && en === '') return null;
    if (ar === '') this.fault(`${column}::ar`, 'missingLabel', this.cell('name'));
    if (en === '') this.fault(`${column}::en`, 'missingLabel', this.cell('name'));
    return { ar, en };
  }

  label(): LocalText {
    const label = this.text('label');
    if (!label) this.fault('label::ar', 'missingLabel', this.cell('name'));
    return label ?? { ar: '', en: '' };
  }

  yesNo(column: string): boolean {
    const cell = this.cell(column).toLowerCase();
    if (cell === 'yes') return true;
    if (cell !== '' && cell !== 'no') this.fault(column, 'invalidYesNo', cell);
    return false;
  }

  words(column: string): readonly string[] {
    return this.cell(column).split(/\s+/).filter(Boolean);
  }

  /** All three unless the author says otherwise; an empty cell or `none` allows none. */
  nonAnswers(): readonly NonAnswerCode[] {
    if (!this.has('nonanswer')) return NonAnswerCode.options;
    const words = this.words('nonanswer').filter((word) => word !== 'none');
    return words.flatMap((word) => {
      const code = NonAnswerCode.safeParse(word);
      if (!code.success) this.fault('nonanswer', 'unknownNonAnswer', word);
      return code.success ? [code.data] : [];
    });
  }

  format(type: FieldType): FieldFormat | null {
    const cell = this.cell('format');
    if (cell === '') return null;
    const format = FieldFormat.safeParse(cell);
    if (!format.success || type !== 'text') this.fault('format', 'unknownFormat', cell);
    return format.success ? format.data : null;
  }

  /** `min-length=20 max-length=2000 min=0 max=40 date=past max-age=130`. */
  limits(type: FieldType): FieldLimits {
    const limits: { -readonly [Key in keyof FieldLimits]: FieldLimits[Key] } = {};
    for (const word of this.words('parameters')) {
      const [key = '', value = ''] = word.split('=');
      const known = Object.hasOwn(PARAMETERS, key) ? PARAMETERS[key] : undefined;
      const number = /^\d{1,12}$/.test(value) ? Number(value) : null;
      if (!known?.types.includes(type)) this.fault('parameters', 'unknownParameter', word);
      else if (known.limit === 'date') {
        if (value === 'past' || value === 'future') limits.date = value;
        else this.fault('parameters', 'unknownParameter', word);
      } else if (number === null) this.fault('parameters', 'unknownParameter', word);
      else limits[known.limit] = number;
    }
    return limits;
  }

  choiceList(listName: string, lists: ReadonlyMap<string, ChoiceList>): ChoiceList | null {
    const list = lists.get(listName);
    if (!list) this.fault('type', 'missingChoiceList', listName);
    return list ?? null;
  }
}

const PARAMETERS: Readonly<
  Record<
    string,
    { readonly limit: keyof FieldLimits; readonly types: readonly FieldType[] } | undefined
  >
> = {
  'min-length': { limit: 'minLength', types: ['text'] },
  'max-length': { limit: 'maxLength', types: ['text'] },
  min: { limit: 'min', types: ['integer', 'money'] },
  max: { limit: 'max', types: ['integer', 'money'] },
  date: { limit: 'date', types: ['date'] },
  'max-age': { limit: 'maxAge', types: ['date'] },
};

/** XLSForm's names of types, and ours of the field. */
export const FIELD_TYPES: Readonly<Record<string, FieldType | undefined>> = {
  text: 'text',
  integer: 'integer',
  money: 'money',
  date: 'date',
  select_one: 'selectOne',
  select_multiple: 'selectMultiple',
  boolean: 'boolean',
  acknowledge: 'boolean',
  geopoint: 'geopoint',
  calculate: 'calculate',
  note: 'note',
};
