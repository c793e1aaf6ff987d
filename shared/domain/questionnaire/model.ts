import type { AnswerValue, NonAnswerCode } from '../answers/answer.ts';
import type { EngineFunctions } from './engineFunctions.ts';
import type { Compiled, ExpressionType } from './expression/types.ts';
import type { FieldFormat } from './formats.ts';

/** A text of the questionnaire itself, in the two languages in which it is published. */
export interface LocalText {
  readonly ar: string;
  readonly en: string;
}

export interface Choice {
  readonly name: string;
  readonly label: LocalText;
  /** The filter columns of the choices sheet. */
  readonly columns: Readonly<Record<string, string>>;
}

export interface ChoiceList {
  readonly name: string;
  readonly choices: readonly Choice[];
  readonly byName: ReadonlyMap<string, Choice>;
}

export type FieldType =
  | 'text'
  | 'integer'
  | 'money'
  | 'date'
  | 'selectOne'
  | 'selectMultiple'
  | 'boolean'
  | 'geopoint'
  | 'calculate'
  | 'note';

/** Limits that have a problem code of their own. Lengths in characters, `min` and `max` in the field's unit (halalas for money). */
export interface FieldLimits {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
  /** The date must not lie after (`past`) or before (`future`) the day of the evaluation. */
  readonly date?: 'past' | 'future';
  /** A date further back than this many years is out of range. */
  readonly maxAge?: number;
}

export interface Constraint {
  readonly holds: Compiled;
  /** A key of the locales, or the sentence that the questionnaire itself carries. */
  readonly message: LocalText | string | null;
  /** A warning is shown and kept, and does not stand in the way. */
  readonly blocking: boolean;
}

export interface Field {
  readonly kind: 'field';
  readonly name: string;
  /** Path without row ids: `family/idNumber`. Unique in the questionnaire. */
  readonly schemaPath: string;
  /** The policy's field number, where it has one. */
  readonly number: string | null;
  readonly type: FieldType;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly choiceList: ChoiceList | null;
  readonly choices: readonly Choice[];
  readonly format: FieldFormat | null;
  readonly limits: FieldLimits;
  /** Widgets the author asks for, such as `moneyOrNone`. */
  readonly appearance: readonly string[];
  readonly nonAnswers: readonly NonAnswerCode[];
  /** Masked by role on screen and in print. */
  readonly sensitive: boolean;
  readonly restricted: boolean;
  /** Roles that may see the field at all; null: everyone who may see the case. */
  readonly visibleTo: readonly string[] | null;
  readonly readOnly: boolean;
  /** Put to the person: neither a note nor calculated nor filled by the desk. */
  readonly asked: boolean;
  /** Filled by the desk itself (date, office, representative); never asked and never missing. */
  readonly fromSystem: boolean;
  readonly defaultValue: AnswerValue | null;
  /** Topic of the library page that explains the field. */
  readonly libraryTopic: string | null;
  /** What an expression sees of its value. */
  readonly valueType: ExpressionType;
  readonly relevant: Compiled | null;
  readonly required: Compiled | boolean;
  readonly constraint: Constraint | null;
  readonly calculation: Compiled | null;
  readonly choiceFilter: Compiled | null;
  /** Position among the cells of its scope. */
  readonly cell: number;
  /** Cell of the group around it in the same scope; -1 when it stands free. */
  readonly within: number;
}

export interface Group {
  readonly kind: 'group';
  readonly name: string;
  readonly label: LocalText | null;
  readonly hint: LocalText | null;
  readonly appearance: readonly string[];
  readonly relevant: Compiled | null;
  readonly items: readonly Item[];
  readonly cell: number;
  readonly within: number;
}

export interface Repeat {
  readonly kind: 'repeat';
  readonly name: string;
  /** Path without row ids: `supportItems/previousHelp`. */
  readonly schemaPath: string;
  readonly number: string | null;
  readonly label: LocalText;
  readonly hint: LocalText | null;
  readonly appearance: readonly string[];
  readonly relevant: Compiled | null;
  /** Required: at least one row. */
  readonly required: Compiled | boolean;
  readonly items: readonly Item[];
  readonly scope: Scope;
  readonly cell: number;
  readonly within: number;
}

export type Item = Field | Group | Repeat;

export interface Section extends Group {
  /** The policy's letter, A to J, and in Arabic the abjad letter; null where a form has none. */
  readonly letter: LocalText | null;
  readonly label: LocalText;
}

/** The root, or the inside of a repeat: the place in which names are looked up first. */
export interface Scope {
  /** Empty for the root, else the repeat's path without row ids. */
  readonly schemaPath: string;
  readonly depth: number;
  /** Cell of its repeat in the scope around it; -1 for the root. */
  readonly repeatCell: number;
  /** Fields, groups and repeats that stand directly in this scope, by their `cell`. */
  readonly cells: readonly Item[];
  /** By name. */
  readonly repeats: ReadonlyMap<string, Repeat>;
}

/** A questionnaire ready to be evaluated. Made by `parseQuestionnaire`; never changed. */
export interface Questionnaire {
  readonly id: string;
  readonly version: number;
  readonly title: LocalText;
  readonly sections: readonly Section[];
  /** By path without row ids: `idNumber`, `family/idNumber`. */
  readonly fieldByName: ReadonlyMap<string, Field>;
  readonly repeatByPath: ReadonlyMap<string, Repeat>;
  readonly choiceLists: ReadonlyMap<string, ChoiceList>;
  readonly rootScope: Scope;
  readonly functions: EngineFunctions;
}
