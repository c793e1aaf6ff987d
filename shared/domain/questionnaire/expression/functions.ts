import { answerAt } from '../../answers/answerSet.ts';
import { countCharacters } from '../characters.ts';
import {
  type BuildCall,
  type Call,
  type CompileContext,
  checkChoice,
  compile,
  isEmpty,
  type Node,
  plain,
  scalar,
} from './compile.ts';
import type { Expression } from './parseExpression.ts';
import { safePattern } from './safePattern.ts';
import { type Compiled, ExpressionFault, type ExpressionType, type Value } from './types.ts';

/** Checks how many arguments a call has. */
function counted(least: number, most: number, build: BuildCall): BuildCall {
  return (call, context) => {
    const given = call.parameters.length;
    if (given < least || given > most) {
      throw new ExpressionFault('wrongArgumentCount', call.name, call.position);
    }
    return build(call, context);
  };
}

function parameter(call: Call, index: number): Expression {
  const expression = call.parameters[index];
  if (!expression) throw new ExpressionFault('wrongArgumentCount', call.name, call.position);
  return expression;
}

/** A function of plain values whose types are fixed. */
function simple(
  types: readonly (readonly ExpressionType[])[],
  result: ExpressionType,
  work: (...values: Value[]) => Value,
): BuildCall {
  return counted(types.length, types.length, (call, context) => {
    const runs = types.map(
      (allowed, index) => scalar(parameter(call, index), context, allowed).run,
    );
    const run: Compiled = (row, self, columns) =>
      work(...runs.map((one) => one(row, self, columns)));
    return plain(result, run, call.position);
  });
}

/** A function of the numbers (or dates) of fields and repeats together; what is unanswered is left out. */
function aggregate(
  work: (values: readonly number[]) => number | null,
  types: readonly ExpressionType[],
): BuildCall {
  return counted(1, 60, (call, context) => {
    const nodes = call.parameters.map((one) => compile(one, context));
    const type = nodes[0]?.type ?? 'number';
    for (const node of nodes) {
      if (!types.includes(node.type) || node.type !== type || (node.rows && !node.many)) {
        throw new ExpressionFault('typeMismatch', node.type, node.position);
      }
    }
    const run: Compiled = (row, self, columns) => {
      const values = nodes.flatMap((node) =>
        node.many ? node.many(row) : [node.run(row, self, columns)],
      );
      return work(values.filter((value) => typeof value === 'number'));
    };
    return plain(type, run, call.position);
  });
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

/** `selected(${list}, 'name')`; a text is read as names between spaces, as XLSForm does. */
function selected(call: Call, context: CompileContext): Node {
  const list = scalar(parameter(call, 0), context, ['list', 'text']);
  const name = scalar(parameter(call, 1), context, ['text']);
  checkChoice(list, parameter(call, 1));
  return plain(
    'boolean',
    (row, self, columns) => {
      const values = list.run(row, self, columns);
      const wanted = name.run(row, self, columns);
      if (typeof wanted !== 'string') return false;
      if (Array.isArray(values)) return values.includes(wanted);
      return typeof values === 'string' && values.split(' ').includes(wanted);
    },
    call.position,
  );
}

/** `count(${repeat})`: its rows; `count(${repeat/field})`: those rows that answered the field. */
function count(call: Call, context: CompileContext): Node {
  const node = compile(parameter(call, 0), context);
  const { rows, many } = node;
  if (!rows) throw new ExpressionFault('wrongArgument', call.name, node.position);
  const run: Compiled = many
    ? (row) => many(row).filter((value) => !isEmpty(value)).length
    : (row) => rows(row).length;
  return plain('number', run, call.position);
}

/** `count-if(${repeat}, condition)`: the condition is read in each row. */
function countIf(call: Call, context: CompileContext): Node {
  const node = compile(parameter(call, 0), context);
  const { rows, target } = node;
  if (!rows || target?.kind !== 'repeat') {
    throw new ExpressionFault('wrongArgument', call.name, node.position);
  }
  const inside = { ...context, scope: target.inner, self: null, columns: null };
  const condition = scalar(parameter(call, 1), inside, ['boolean']).run;
  return plain(
    'number',
    (row) => rows(row).filter((one) => condition(one, null, null) === true).length,
    call.position,
  );
}

function choose(call: Call, context: CompileContext): Node {
  const condition = scalar(parameter(call, 0), context, ['boolean']).run;
  const yes = scalar(parameter(call, 1), context, null);
  const no = scalar(parameter(call, 2), context, null);
  const type = commonType([yes, no]);
  return plain(
    type,
    (row, self, columns) =>
      (condition(row, self, columns) === true ? yes : no).run(row, self, columns),
    call.position,
  );
}

function coalesce(call: Call, context: CompileContext): Node {
  const nodes = call.parameters.map((one) => scalar(one, context, null));
  const run: Compiled = (row, self, columns) => {
    for (const node of nodes) {
      const value = node.run(row, self, columns);
      if (!isEmpty(value)) return value;
    }
    return null;
  };
  return plain(commonType(nodes), run, call.position);
}

function commonType(nodes: readonly Node[]): ExpressionType {
  const [first, ...others] = nodes.filter((node) => node.type !== 'empty');
  for (const node of others) {
    if (node.type !== first?.type)
      throw new ExpressionFault('typeMismatch', node.type, node.position);
  }
  return first?.type ?? 'empty';
}

function regex(call: Call, context: CompileContext): Node {
  const text = scalar(parameter(call, 0), context, ['text']).run;
  const pattern = parameter(call, 1);
  if (pattern.kind !== 'text')
    throw new ExpressionFault('wrongArgument', call.name, pattern.position);
  const compiled = safePattern(pattern.value, pattern.position);
  return plain(
    'boolean',
    (row, self, columns) => {
      const value = text(row, self, columns);
      return typeof value === 'string' && compiled.test(value);
    },
    call.position,
  );
}

function age(call: Call, context: CompileContext): Node {
  const birth = scalar(parameter(call, 0), context, ['date']).run;
  return plain(
    'number',
    (row, self, columns) => {
      const day = birth(row, self, columns);
      return typeof day === 'number' ? row.run.functions.ageOn(day, row.run.today) : null;
    },
    call.position,
  );
}

/** `date('2024-01-31')`, Gregorian. */
function date(call: Call): Node {
  const literal = parameter(call, 0);
  const written = literal.kind === 'text' ? /^(\d{4})-(\d{2})-(\d{2})$/.exec(literal.value) : null;
  if (!written) throw new ExpressionFault('wrongArgument', call.name, literal.position);
  const [year, month, day] = written.slice(1).map(Number);
  const printed = {
    calendar: 'gregorian',
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
  } as const;
  return plain(
    'date',
    (row) => {
      const number = row.run.functions.dayNumber(printed);
      return typeof number === 'number' ? number : null;
    },
    call.position,
  );
}

function position(call: Call, context: CompileContext): Node {
  if (parameter(call, 0).kind !== 'parent' || context.scope.depth === 0) {
    throw new ExpressionFault('wrongArgument', call.name, call.position);
  }
  return plain('number', (row) => row.position, call.position);
}

/** `is-unique(.)`: no other row of the same repeat has this value. */
function isUnique(call: Call, context: CompileContext): Node {
  const node = scalar(parameter(call, 0), context, ['text', 'number', 'date', 'boolean']);
  const { target } = node;
  if (target?.kind !== 'field' || target.scope !== context.scope || context.scope.depth === 0) {
    throw new ExpressionFault('wrongArgument', call.name, node.position);
  }
  const { cell } = target;
  return plain(
    'boolean',
    (row, self, columns) => {
      const value = node.run(row, self, columns);
      const siblings = row.parent?.countedRows(row.scope.repeatCell) ?? [];
      return (
        isEmpty(value) ||
        siblings.every((one) => one.rowId === row.rowId || one.valueOf(cell) !== value)
      );
    },
    call.position,
  );
}

/** `non-answer(${field})`: the code of a coded non-answer, or ''. */
function nonAnswer(call: Call, context: CompileContext): Node {
  const { target, rows, position: at } = compile(parameter(call, 0), context);
  if (target?.kind !== 'field' || rows) throw new ExpressionFault('wrongArgument', call.name, at);
  const { name, cell, scope } = target;
  return plain(
    'text',
    (row) => {
      const holder = row.ancestor(scope.depth);
      const answer = answerAt(row.run.answers, holder.prefix + name);
      return answer && 'nonAnswer' in answer && holder.isRelevant(cell) ? answer.nonAnswer : null;
    },
    call.position,
  );
}

function valid(check: (call: { text: string; functions: Functions }) => boolean): BuildCall {
  return counted(1, 1, (call, context) => {
    const text = scalar(parameter(call, 0), context, ['text']).run;
    return plain(
      'boolean',
      (row, self, columns) => {
        const value = text(row, self, columns);
        return typeof value === 'string' && check({ text: value, functions: row.run.functions });
      },
      call.position,
    );
  });
}
type Functions = Parameters<Compiled>[0]['run']['functions'];

const ANY: readonly ExpressionType[] = ['text', 'number', 'boolean', 'date', 'list', 'point'];

function length(value: Value): Value {
  return typeof value === 'string' ? countCharacters(value) : 0;
}

function onNumber(work: (value: number) => number): (value?: Value) => Value {
  return (value) => (typeof value === 'number' ? work(value) : null);
}

function onTexts(
  work: (text: string, part: string) => boolean,
): (text?: Value, part?: Value) => Value {
  return (text, part) => typeof text === 'string' && typeof part === 'string' && work(text, part);
}

/** Every function that an expression may call, by its XLSForm name where XLSForm has it. */
export const FUNCTIONS: Readonly<Record<string, BuildCall>> = {
  selected: counted(2, 2, selected),
  'count-selected': simple([['list']], 'number', (list) => (Array.isArray(list) ? list.length : 0)),
  count: counted(1, 1, count),
  'count-if': counted(2, 2, countIf),
  sum: aggregate(total, ['number']),
  min: aggregate((values) => (values.length ? Math.min(...values) : null), ['number', 'date']),
  max: aggregate((values) => (values.length ? Math.max(...values) : null), ['number', 'date']),
  if: counted(3, 3, choose),
  coalesce: counted(2, 20, coalesce),
  not: simple([['boolean']], 'boolean', (value) => value !== true),
  true: simple([], 'boolean', () => true),
  false: simple([], 'boolean', () => false),
  'string-length': simple([['text']], 'number', (text) => length(text ?? null)),
  'starts-with': simple(
    [['text'], ['text']],
    'boolean',
    onTexts((text, part) => text.startsWith(part)),
  ),
  contains: simple(
    [['text'], ['text']],
    'boolean',
    onTexts((text, part) => text.includes(part)),
  ),
  concat: counted(1, 20, (call, context) => {
    const runs = call.parameters.map(
      (one) => scalar(one, context, ['text', 'number', 'empty']).run,
    );
    const run: Compiled = (row, self, columns) =>
      runs.map((one) => String(one(row, self, columns) ?? '')).join('');
    return plain('text', run, call.position);
  }),
  round: simple([['number']], 'number', onNumber(Math.round)),
  int: simple([['number']], 'number', onNumber(Math.trunc)),
  regex: counted(2, 2, regex),
  today: counted(0, 0, (call) => plain('date', (row) => row.run.today, call.position)),
  date: counted(1, 1, date),
  age: counted(1, 1, age),
  position: counted(1, 1, position),
  'is-unique': counted(1, 1, isUnique),
  answered: simple([ANY], 'boolean', (value) => !isEmpty(value ?? null)),
  'non-answer': counted(1, 1, nonAnswer),
  'valid-id': valid(({ text, functions }) => functions.checkNationalId(text) === null),
  'valid-iban': valid(({ text, functions }) => functions.checkIban(text) === null),
  'valid-phone': valid(({ text, functions }) => functions.parsePhone(text) !== null),
};
