import { type Token, tokenise } from './tokenise.ts';
import { ExpressionFault } from './types.ts';

export type BinaryOperator =
  | 'or'
  | 'and'
  | '='
  | '!='
  | '<'
  | '<='
  | '>'
  | '>='
  | '+'
  | '-'
  | '*'
  | 'div'
  | 'mod';

/** An expression as it was written. `position` counts the characters before it. */
export type Expression =
  | { readonly kind: 'text'; readonly value: string; readonly position: number }
  | { readonly kind: 'number'; readonly value: number; readonly position: number }
  | { readonly kind: 'reference'; readonly path: string; readonly position: number }
  | { readonly kind: 'column'; readonly name: string; readonly position: number }
  | { readonly kind: 'self'; readonly position: number }
  | { readonly kind: 'parent'; readonly position: number }
  | { readonly kind: 'negate'; readonly operand: Expression; readonly position: number }
  | {
      readonly kind: 'binary';
      readonly operator: BinaryOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly position: number;
    }
  | {
      readonly kind: 'call';
      readonly name: string;
      readonly parameters: readonly Expression[];
      readonly position: number;
    };

const LONGEST_EXPRESSION = 4000;
const DEEPEST_EXPRESSION = 40;

/** From the loosest to the tightest, as in XPath 1.0, section 3.5. All are left-associative. */
const PRECEDENCE: readonly (readonly BinaryOperator[])[] = [
  ['or'],
  ['and'],
  ['=', '!='],
  ['<', '<=', '>', '>='],
  ['+', '-'],
  ['*', 'div', 'mod'],
];

/** @throws ExpressionFault syntaxError with its position, or expressionTooLong */
export function parseExpression(source: string): Expression {
  if (source.length > LONGEST_EXPRESSION) {
    throw new ExpressionFault('expressionTooLong', String(source.length), LONGEST_EXPRESSION);
  }
  const parser = new Parser(tokenise(source), source.length);
  return parser.whole();
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Expression {
    const expression = this.#level(0);
    const token = this.#tokens[this.#next];
    if (token) throw new ExpressionFault('syntaxError', token.text, token.position);
    return expression;
  }

  #level(level: number): Expression {
    const operators = PRECEDENCE[level];
    if (!operators) return this.#unary();
    let left = this.#level(level + 1);
    for (;;) {
      const token = this.#tokens[this.#next];
      const operator = operators.find((one) => one === token?.text);
      if (!token || !operator || (token.kind !== 'symbol' && token.kind !== 'name')) return left;
      this.#next += 1;
      const right = this.#level(level + 1);
      left = { kind: 'binary', operator, left, right, position: token.position };
    }
  }

  #unary(): Expression {
    const token = this.#tokens[this.#next];
    if (token?.kind === 'symbol' && token.text === '-') {
      this.#next += 1;
      return this.#nested(() => ({
        kind: 'negate',
        operand: this.#unary(),
        position: token.position,
      }));
    }
    return this.#primary();
  }

  #primary(): Expression {
    const token = this.#tokens[this.#next];
    if (!token) throw new ExpressionFault('syntaxError', '', this.#end);
    this.#next += 1;
    const { position } = token;
    switch (token.kind) {
      case 'text':
        return { kind: 'text', value: token.text, position };
      case 'number':
        return { kind: 'number', value: Number(token.text), position };
      case 'reference':
        return { kind: 'reference', path: token.text, position };
      case 'name':
        if (this.#accept('(')) {
          return { kind: 'call', name: token.text, parameters: this.#parameters(), position };
        }
        return { kind: 'column', name: token.text, position };
      case 'symbol':
        if (token.text === '.') return { kind: 'self', position };
        if (token.text === '..') return { kind: 'parent', position };
        if (token.text === '(') {
          const inner = this.#nested(() => this.#level(0));
          this.#expect(')');
          return inner;
        }
        throw new ExpressionFault('syntaxError', token.text, position);
    }
  }

  #parameters(): readonly Expression[] {
    if (this.#accept(')')) return [];
    const parameters: Expression[] = [];
    do parameters.push(this.#nested(() => this.#level(0)));
    while (this.#accept(','));
    this.#expect(')');
    return parameters;
  }

  #nested(read: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > DEEPEST_EXPRESSION) {
      const token = this.#tokens[this.#next];
      throw new ExpressionFault('syntaxError', '(', token?.position ?? this.#end);
    }
    const expression = read();
    this.#depth -= 1;
    return expression;
  }

  #accept(symbol: string): boolean {
    const token = this.#tokens[this.#next];
    if (token?.kind !== 'symbol' || token.text !== symbol) return false;
    this.#next += 1;
    return true;
  }

  #expect(symbol: string): void {
    if (this.#accept(symbol)) return;
    const token = this.#tokens[this.#next];
    throw new ExpressionFault('syntaxError', token?.text ?? '', token?.position ?? this.#end);
  }
}
