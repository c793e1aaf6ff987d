import type { Declared, DeclaredField, DeclaredRepeat, DeclaredScope } from './declarations.ts';
import type { ChoiceList, FieldType, Item, Repeat } from './model.ts';
import type { SurveyRow } from './surveyRows.ts';

/** The survey's outline: names, scopes and nesting are known, expressions are still text. */
export interface DraftField extends DeclaredField {
  readonly row: SurveyRow;
  readonly scope: DraftScope;
  readonly type: FieldType;
  readonly choiceList: ChoiceList | null;
  readonly within: DraftGroup | null;
}

export interface DraftGroup {
  readonly kind: 'group';
  readonly name: string;
  readonly row: SurveyRow;
  readonly scope: DraftScope;
  readonly cell: number;
  readonly within: DraftGroup | null;
  readonly items: DraftItem[];
}

export interface DraftRepeat extends DeclaredRepeat {
  readonly row: SurveyRow;
  readonly scope: DraftScope;
  readonly inner: DraftScope;
  readonly within: DraftGroup | null;
  readonly items: DraftItem[];
}

export type DraftItem = DraftField | DraftGroup | DraftRepeat;

export interface DraftScope extends DeclaredScope {
  readonly schemaPath: string;
  readonly parent: DraftScope | null;
  readonly repeatCell: number;
  /** The repeat that this scope is the inside of; null for the root. */
  readonly repeat: DraftRepeat | null;
  readonly members: Map<string, Declared>;
  /** How many cells were given out; finished items are laid into `cells` when they are built. */
  cellCount: number;
  readonly cells: Item[];
  readonly repeats: Map<string, Repeat>;
}

export function newScope(
  parent: DraftScope | null,
  name: string,
  repeatCell: number,
): { -readonly [Key in keyof DraftScope]: DraftScope[Key] } {
  return {
    schemaPath: parent?.schemaPath ? `${parent.schemaPath}/${name}` : name,
    depth: parent ? parent.depth + 1 : 0,
    parent,
    repeatCell,
    repeat: null,
    members: new Map(),
    cellCount: 0,
    cells: [],
    repeats: new Map(),
  };
}

export function schemaPathOf(scope: { readonly schemaPath: string }, name: string): string {
  return scope.schemaPath === '' ? name : `${scope.schemaPath}/${name}`;
}
