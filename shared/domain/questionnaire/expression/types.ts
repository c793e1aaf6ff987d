import type { QuestionnaireFaultCode } from '../questionnaireError.ts';
import type { Row } from '../rows.ts';

/**
 * What an expression may yield. Dates are day numbers (days since 1970-01-01), points are the text
 * `latitude longitude`, money is halalas. `empty` is the literal '' and agrees with every type.
 */
export type ExpressionType = 'text' | 'number' | 'boolean' | 'date' | 'list' | 'point' | 'empty';

/** null: not answered, not relevant, a coded non-answer, or a sum that has no meaning. */
export type Value = string | number | boolean | readonly string[] | null;

/**
 * An expression turned into a closure.
 * @param row the row (or the root) in which it stands
 * @param self the value of `.`
 * @param columns the filter columns of the choice at hand, inside a `choice_filter`
 */
export type Compiled = (
  row: Row,
  self: Value,
  columns: Readonly<Record<string, string>> | null,
) => Value;

/** A fault inside one expression; the parser adds sheet, row and column. */
export class ExpressionFault extends Error {
  readonly code: QuestionnaireFaultCode;
  readonly detail: string;
  readonly position: number;

  constructor(code: QuestionnaireFaultCode, detail: string, position: number) {
    super(`${code} at ${position}: ${detail}`);
    this.name = 'ExpressionFault';
    this.code = code;
    this.detail = detail;
    this.position = position;
  }
}
