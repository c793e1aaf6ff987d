import type { AnswerSet, AnswerValue } from '../answers/answer.ts';
import { answerAt, rowsOf } from '../answers/answerSet.ts';
import type { EngineFunctions } from './engineFunctions.ts';
import type { Value } from './expression/types.ts';
import type { Field, Item, Scope } from './model.ts';

/** One evaluation: the answers, the day, and what the desk itself knows. */
export interface Run {
  readonly answers: AnswerSet;
  readonly functions: EngineFunctions;
  /** Days since 1970-01-01. */
  readonly today: number;
  readonly calculatedBySystem: Readonly<Record<string, AnswerValue>>;
}

/**
 * The root, or one row of a repeat, while it is evaluated. Each value and each relevance is worked
 * out once; that no expression can reach itself was proved when the questionnaire was parsed.
 */
export class Row {
  readonly run: Run;
  readonly scope: Scope;
  readonly parent: Row | null;
  readonly rowId: string;
  /** Empty for the root, else `family/r1/`. */
  readonly prefix: string;
  /** From 1, in the order of the rows. */
  readonly position: number;
  readonly #values: (Value | undefined)[] = [];
  readonly #relevance: (boolean | undefined)[] = [];
  readonly #rows: (readonly Row[] | undefined)[] = [];

  constructor(
    run: Run,
    scope: Scope,
    parent: Row | null,
    prefix: string,
    rowId: string,
    position: number,
  ) {
    this.run = run;
    this.scope = scope;
    this.parent = parent;
    this.prefix = prefix;
    this.rowId = rowId;
    this.position = position;
  }

  ancestor(depth: number): Row {
    return this.scope.depth > depth && this.parent ? this.parent.ancestor(depth) : this;
  }

  item(cell: number): Item {
    const item = this.scope.cells[cell];
    if (!item) throw new RangeError(`no cell ${cell} in ${this.prefix}`);
    return item;
  }

  /** Whether the cell and everything around it applies to this case. */
  isRelevant(cell: number): boolean {
    const known = this.#relevance[cell];
    if (known !== undefined) return known;
    const item = this.item(cell);
    const around =
      item.within >= 0
        ? this.isRelevant(item.within)
        : this.parent === null || this.parent.isRelevant(this.scope.repeatCell);
    const relevant = around && (item.relevant === null || item.relevant(this, null, null) === true);
    this.#relevance[cell] = relevant;
    return relevant;
  }

  /** What an expression sees of a field; null where it does not apply. */
  valueOf(cell: number): Value {
    const known = this.#values[cell];
    if (known !== undefined) return known;
    const item = this.item(cell);
    let value: Value = null;
    if (item.kind === 'field' && this.isRelevant(cell)) {
      value = item.calculation
        ? calculated(item.calculation(this, null, null))
        : expressionValue(this.run.functions, item, this.storedValue(item));
    }
    this.#values[cell] = value;
    return value;
  }

  /** The value as it is stored, or as the desk knows it; undefined for none or a non-answer. */
  storedValue(field: Field): AnswerValue | undefined {
    const path = this.prefix + field.name;
    if (field.fromSystem && Object.hasOwn(this.run.calculatedBySystem, path)) {
      return this.run.calculatedBySystem[path];
    }
    const answer = answerAt(this.run.answers, path);
    return answer && 'value' in answer ? answer.value : undefined;
  }

  /** All rows of a repeat of this scope, in order. */
  rows(cell: number): readonly Row[] {
    const known = this.#rows[cell];
    if (known) return known;
    const item = this.item(cell);
    if (item.kind !== 'repeat') throw new RangeError(`cell ${cell} is no repeat`);
    const path = this.prefix + item.name;
    const rows = rowsOf(this.run.answers, path).map(
      (rowId, index) => new Row(this.run, item.scope, this, `${path}/${rowId}/`, rowId, index + 1),
    );
    this.#rows[cell] = rows;
    return rows;
  }

  /** The rows that count: none when the repeat does not apply. */
  countedRows(cell: number): readonly Row[] {
    return this.isRelevant(cell) ? this.rows(cell) : [];
  }
}

/** The same case as rows, beginning with the root. */
export function rootRow(run: Run, scope: Scope): Row {
  return new Row(run, scope, null, '', '', 1);
}

/** A stored value as expressions see it; null when it has not the shape of the field's type. */
export function expressionValue(
  functions: EngineFunctions,
  field: Pick<Field, 'valueType'>,
  value: AnswerValue | undefined,
): Value {
  if (value === undefined) return null;
  switch (field.valueType) {
    case 'text':
      return typeof value === 'string' && value !== '' ? value : null;
    case 'number':
      return typeof value === 'number' ? value : null;
    case 'boolean':
      return typeof value === 'boolean' ? value : null;
    case 'list':
      return Array.isArray(value) ? value : null;
    case 'date': {
      if (typeof value !== 'object' || !('calendar' in value)) return null;
      const day = functions.dayNumber(value);
      return typeof day === 'number' ? day : null;
    }
    case 'point':
      if (typeof value !== 'object' || !('latitude' in value)) return null;
      return `${value.latitude} ${value.longitude}`;
    case 'empty':
      return null;
  }
}

/** Stored numbers are integers (halalas, persons), so a calculation rounds half up. */
function calculated(value: Value): Value {
  if (typeof value !== 'number') return value === '' ? null : value;
  if (!Number.isFinite(value)) return null;
  const rounded = Math.round(value);
  return Number.isSafeInteger(rounded) ? rounded + 0 : null;
}
