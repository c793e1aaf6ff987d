import {
  type Declared,
  type DeclaredField,
  type DeclaredScope,
  resolveReference,
} from '../declarations.ts';
import type { Row } from '../rows.ts';
import type { BinaryOperator, Expression } from './parseExpression.ts';
import { type Compiled, ExpressionFault, type ExpressionType, type Value } from './types.ts';

/** What a compiled part yields. A reference into a repeat yields many values, one of each row. */
export interface Node {
  readonly type: ExpressionType;
  readonly run: Compiled;
  /** Given for a reference that leads through a repeat: the rows it reaches. */
  readonly rows: ((row: Row) => readonly Row[]) | null;
  /** Given for a reference that leads through a repeat to a field: a value of each row. */
  readonly many: ((row: Row) => readonly Value[]) | null;
  /** The declared target of a reference, or of `.`. */
  readonly target: Declared | null;
  readonly position: number;
}

/** The place in which an expression stands. */
export interface CompileContext {
  readonly scope: DeclaredScope;
  /** The field of `.`; null where there is none (relevance, calculation). */
  readonly self: DeclaredField | null;
  /** Filter columns that bare names may mean; null outside a `choice_filter`. */
  readonly columns: ReadonlySet<string> | null;
  readonly onReference: (target: Declared) => void;
  /** The functions that may be called, by name. */
  readonly functions: Readonly<Record<string, BuildCall>>;
}

export type Call = Extract<Expression, { kind: 'call' }>;

/** Compiles the call of one function. */
export type BuildCall = (call: Call, context: CompileContext) => Node;

/**
 * Turns a tree into closures, checking names and types on the way.
 * @throws ExpressionFault with the position in the expression
 */
export function compile(expression: Expression, context: CompileContext): Node {
  const { position } = expression;
  switch (expression.kind) {
    case 'text': {
      const { value } = expression;
      return plain(value === '' ? 'empty' : 'text', () => value, position);
    }
    case 'number': {
      const { value } = expression;
      return plain('number', () => value, position);
    }
    case 'self': {
      if (!context.self) throw new ExpressionFault('unknownReference', '.', position);
      return {
        ...plain(context.self.valueType(), (_row, self) => self, position),
        target: context.self,
      };
    }
    case 'parent':
      throw new ExpressionFault('wrongArgument', '..', position);
    case 'column':
      return column(expression.name, position, context);
    case 'reference':
      return reference(expression.path, position, context);
    case 'negate': {
      const operand = scalar(expression.operand, context, ['number']);
      return plain(
        'number',
        (row, self, columns) => negate(operand.run(row, self, columns)),
        position,
      );
    }
    case 'call': {
      const build = Object.hasOwn(context.functions, expression.name)
        ? context.functions[expression.name]
        : undefined;
      if (!build) throw new ExpressionFault('unknownFunction', expression.name, position);
      return build(expression, context);
    }
    case 'binary':
      return binary(expression, context);
  }
}

export function plain(type: ExpressionType, run: Compiled, position: number): Node {
  return { type, run, rows: null, many: null, target: null, position };
}

/** Compiles a part that must be one value, of one of these types (`empty` always passes where text does). */
export function scalar(
  expression: Expression,
  context: CompileContext,
  types: readonly ExpressionType[] | null,
): Node {
  const node = compile(expression, context);
  if (node.rows) throw new ExpressionFault('wrongArgument', 'repeat', expression.position);
  if (types && !types.includes(node.type)) {
    throw new ExpressionFault('typeMismatch', node.type, expression.position);
  }
  return node;
}

/** Refuses a literal that is no choice of the field it is compared with: almost always a slip of the pen. */
export function checkChoice(node: Node, literal: Expression): void {
  const names = node.target?.kind === 'field' ? node.target.choiceNames : null;
  if (names && literal.kind === 'text' && literal.value !== '' && !names.has(literal.value)) {
    throw new ExpressionFault('unknownChoice', literal.value, literal.position);
  }
}

export function isEmpty(value: Value): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function negate(value: Value): Value {
  return typeof value === 'number' ? -value : null;
}

function column(name: string, position: number, context: CompileContext): Node {
  if (!context.columns?.has(name)) throw new ExpressionFault('unknownReference', name, position);
  return plain('text', (_row, _self, columns) => columns?.[name] ?? null, position);
}

function reference(path: string, position: number, context: CompileContext): Node {
  const resolved = resolveReference(path, context.scope);
  if (typeof resolved === 'string') throw new ExpressionFault(resolved, path, position);
  const { base, through, target } = resolved;
  for (const repeat of through) context.onReference(repeat);
  context.onReference(target);
  const { depth } = base;
  const { cell } = target;
  if (through.length === 0 && target.kind === 'field') {
    const run: Compiled =
      depth === context.scope.depth
        ? (row) => row.valueOf(cell)
        : (row) => row.ancestor(depth).valueOf(cell);
    return { ...plain(target.valueType(), run, position), target };
  }
  const repeats = target.kind === 'repeat' ? [...through, target] : through;
  const rows = (row: Row): readonly Row[] => {
    let reached: readonly Row[] = [row.ancestor(depth)];
    for (const repeat of repeats) reached = reached.flatMap((one) => one.countedRows(repeat.cell));
    return reached;
  };
  const many =
    target.kind === 'field' ? (row: Row) => rows(row).map((one) => one.valueOf(cell)) : null;
  const type = target.kind === 'field' ? target.valueType() : 'empty';
  return { ...plain(type, () => null, position), rows, many, target };
}

function binary(
  expression: Extract<Expression, { kind: 'binary' }>,
  context: CompileContext,
): Node {
  const { operator, left, right, position } = expression;
  switch (operator) {
    case 'and':
    case 'or': {
      const a = scalar(left, context, ['boolean']).run;
      const b = scalar(right, context, ['boolean']).run;
      const run: Compiled =
        operator === 'and'
          ? (row, self, columns) => a(row, self, columns) === true && b(row, self, columns) === true
          : (row, self, columns) =>
              a(row, self, columns) === true || b(row, self, columns) === true;
      return plain('boolean', run, position);
    }
    case '=':
    case '!=':
      return equality(scalar(left, context, null), scalar(right, context, null), expression);
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const a = scalar(left, context, ['number', 'date']);
      const b = scalar(right, context, [a.type]);
      return plain('boolean', ordering(operator, a.run, b.run), position);
    }
    default: {
      const a = scalar(left, context, ['number']).run;
      const b = scalar(right, context, ['number']).run;
      return plain('number', arithmetic(operator, a, b), position);
    }
  }
}

/** As in XPath, an unanswered field equals '' and another unanswered one, and nothing else. */
function equality(a: Node, b: Node, expression: Extract<Expression, { kind: 'binary' }>): Node {
  const { left, right, position } = expression;
  const equal = expression.operator === '=';
  if (a.type === 'empty' || b.type === 'empty') {
    const tested = a.type === 'empty' ? b.run : a.run;
    return plain(
      'boolean',
      (row, self, columns) => isEmpty(tested(row, self, columns)) === equal,
      position,
    );
  }
  if (a.type !== b.type || a.type === 'list') {
    throw new ExpressionFault(
      'typeMismatch',
      `${a.type} ${expression.operator} ${b.type}`,
      position,
    );
  }
  checkChoice(a, right);
  checkChoice(b, left);
  const first = a.run;
  const second = b.run;
  return plain(
    'boolean',
    (row, self, columns) => (first(row, self, columns) === second(row, self, columns)) === equal,
    position,
  );
}

/** An order with an unanswered side is false. */
function ordering(operator: '<' | '<=' | '>' | '>=', a: Compiled, b: Compiled): Compiled {
  const holds = {
    '<': (x: number, y: number) => x < y,
    '<=': (x: number, y: number) => x <= y,
    '>': (x: number, y: number) => x > y,
    '>=': (x: number, y: number) => x >= y,
  }[operator];
  return (row, self, columns) => {
    const x = a(row, self, columns);
    const y = b(row, self, columns);
    return typeof x === 'number' && typeof y === 'number' && holds(x, y);
  };
}

/** A sum with an unanswered part has no value: `coalesce` and `sum` say where a part may be missing. */
function arithmetic(
  operator: Exclude<BinaryOperator, 'or' | 'and' | '=' | '!=' | '<' | '<=' | '>' | '>='>,
  a: Compiled,
  b: Compiled,
): Compiled {
  const work = {
    '+': (x: number, y: number) => x + y,
    '-': (x: number, y: number) => x - y,
    '*': (x: number, y: number) => x * y,
    div: (x: number, y: number) => x / y,
    mod: (x: number, y: number) => x % y,
  }[operator];
  return (row, self, columns) => {
    const x = a(row, self, columns);
    const y = b(row, self, columns);
    if (typeof x !== 'number' || typeof y !== 'number') return null;
    const result = work(x, y);
    return Number.isFinite(result) ? result : null;
  };
}
