import type {
  DeclaredField,
  DeclaredRepeat,
  DeclaredScope,
} from '../questionnaire/declarations.ts';
import { compile } from '../questionnaire/expression/compile.ts';
import { FUNCTIONS } from '../questionnaire/expression/functions.ts';
import { parseExpression } from '../questionnaire/expression/parseExpression.ts';
import { type Compiled, ExpressionFault } from '../questionnaire/expression/types.ts';
import type { Questionnaire, Scope } from '../questionnaire/model.ts';
import type { Row } from '../questionnaire/rows.ts';

/** A condition of the document or matching rules, compiled against one questionnaire. */
export type Condition = (row: Row) => boolean;

/** Compiled once for each questionnaire: an open case asks at every keystroke. */
const compiledFor = new WeakMap<Questionnaire, Map<string, Condition>>();

/**
 * Compiles an expression in the language of the questionnaire.
 * @param repeat the repeat in whose rows it is read; null for the whole case
 * @throws ExpressionFault when it does not fit this questionnaire
 */
export function compileCondition(
  questionnaire: Questionnaire,
  expression: string,
  repeat: string | null,
): Condition {
  const known = compiledFor.get(questionnaire) ?? new Map<string, Condition>();
  compiledFor.set(questionnaire, known);
  const key = `${repeat ?? ''}:${expression}`;
  const condition = known.get(key) ?? newCondition(questionnaire, expression, repeat);
  known.set(key, condition);
  return condition;
}

function newCondition(
  questionnaire: Questionnaire,
  expression: string,
  repeat: string | null,
): Condition {
  const root = declare(questionnaire.rootScope, null);
  const target = repeat === null ? null : root.members.get(repeat);
  if (target !== null && target?.kind !== 'repeat') {
    throw new ExpressionFault('unknownReference', repeat ?? '', 0);
  }
  const node = compile(parseExpression(expression), {
    scope: target?.inner ?? root,
    self: null,
    columns: null,
    onReference: () => undefined,
    functions: FUNCTIONS,
  });
  if (node.type !== 'boolean') throw new ExpressionFault('notBoolean', expression, 0);
  const run: Compiled = node.run;
  return (row) => run(row, null, null) === true;
}

function declare(scope: Scope, parent: DeclaredScope | null): DeclaredScope {
  const members = new Map<string, DeclaredField | DeclaredRepeat>();
  const declared: DeclaredScope = { depth: scope.depth, parent, members };
  for (const item of scope.cells) {
    if (item.kind === 'field') {
      members.set(item.name, {
        kind: 'field',
        name: item.name,
        scope: declared,
        cell: item.cell,
        choiceNames: item.choiceList ? new Set(item.choiceList.byName.keys()) : null,
        valueType: () => item.valueType,
      });
    } else if (item.kind === 'repeat') {
      members.set(item.name, {
        kind: 'repeat',
        name: item.name,
        scope: declared,
        cell: item.cell,
        inner: declare(item.scope, declared),
      });
    }
  }
  return declared;
}
