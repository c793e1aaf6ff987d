import { filterColumns } from './choices.ts';
import type { Declared } from './declarations.ts';
import type { DraftField, DraftItem } from './draft.ts';
import { type CompileContext, compile, type Node } from './expression/compile.ts';
import { FUNCTIONS } from './expression/functions.ts';
import { parseExpression } from './expression/parseExpression.ts';
import { type Compiled, ExpressionFault, type ExpressionType } from './expression/types.ts';

/** Compiles the expressions of the survey's rows and remembers who names whom. */
export class ExpressionLinker {
  readonly named = new Map<DraftItem, Set<DraftItem>>();
  readonly #calculations = new Map<DraftField, Node | null>();
  readonly #drafts: ReadonlyMap<Declared, DraftItem>;

  /** @param drafts every declared field and repeat as the draft that it is */
  constructor(drafts: ReadonlyMap<Declared, DraftItem>) {
    this.#drafts = drafts;
  }

  /** Type of a calculation; `number` while it is being worked out, which only a cycle can ask for. */
  calculationType(field: DraftField): ExpressionType {
    return this.#calculations.has(field)
      ? (this.#calculations.get(field)?.type ?? 'number')
      : (this.#calculation(field)?.type ?? 'number');
  }

  calculation(field: DraftField): Compiled | null {
    if (!this.#calculations.has(field)) this.#calculation(field);
    return this.#calculations.get(field)?.run ?? null;
  }

  #calculation(field: DraftField): Node | null {
    this.#calculations.set(field, null);
    const node = this.#compile(field, 'calculation', { self: null, columns: null, counts: true });
    // A calculated date would have no printed form to keep.
    const storable = ['text', 'number', 'boolean', 'empty'];
    if (node && !storable.includes(node.type)) {
      field.row.fault('calculation', 'typeMismatch', node.type, node.position);
    }
    this.#calculations.set(field, node);
    return node;
  }

  relevant(item: DraftItem): Compiled | null {
    return this.#condition(item, 'relevant', { self: null, columns: null, counts: true });
  }

  /** `yes`, `no` or a condition. */
  required(item: DraftItem): Compiled | boolean {
    const cell = item.row.cell('required').toLowerCase();
    if (cell === '' || cell === 'no' || cell === 'false()') return false;
    if (cell === 'yes' || cell === 'true()') return true;
    return this.#condition(item, 'required', { self: null, columns: null, counts: false }) ?? false;
  }

  constraint(field: DraftField): Compiled | null {
    return this.#condition(field, 'constraint', { self: field, columns: null, counts: false });
  }

  choiceFilter(field: DraftField): Compiled | null {
    const columns = filterColumns(field.choiceList);
    return this.#condition(field, 'choice_filter', { self: null, columns, counts: false });
  }

  #condition(item: DraftItem, column: string, place: Place): Compiled | null {
    const node = this.#compile(item, column, place);
    if (node && node.type !== 'boolean') {
      item.row.fault(column, 'notBoolean', node.type, node.position);
    }
    return node?.run ?? null;
  }

  #compile(item: DraftItem, column: string, place: Place): Node | null {
    const source = item.row.cell(column);
    if (source === '') return null;
    const named = this.named.get(item) ?? new Set<DraftItem>();
    this.named.set(item, named);
    const context: CompileContext = {
      scope: item.scope,
      self: place.self,
      columns: place.columns,
      functions: FUNCTIONS,
      onReference: (target) => {
        const draft = this.#drafts.get(target);
        if (place.counts && draft) named.add(draft);
      },
    };
    try {
      const node = compile(parseExpression(source), context);
      if (node.rows) throw new ExpressionFault('wrongArgument', 'repeat', node.position);
      return node;
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error;
      item.row.fault(column, error.code, error.detail, error.position);
      return null;
    }
  }
}

interface Place {
  readonly self: DraftField | null;
  readonly columns: ReadonlySet<string> | null;
  /** Whether the value of the item depends on it: a constraint or a filter may name its own field. */
  readonly counts: boolean;
}
