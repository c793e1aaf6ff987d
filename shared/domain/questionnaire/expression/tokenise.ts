import { ExpressionFault } from './types.ts';

export interface Token {
  readonly kind: 'text' | 'number' | 'reference' | 'name' | 'symbol';
  readonly text: string;
  readonly position: number;
}

const SPACE = /\s+/y;
const NUMBER = /\d+(?:\.\d+)?/y;
const REFERENCE = /\$\{\s*(\/?[A-Za-z][A-Za-z0-9]*(?:\/[A-Za-z][A-Za-z0-9]*)*)\s*\}/y;
/** XPath names hold hyphens, so a subtraction needs spaces around its sign. */
const NAME = /[A-Za-z][A-Za-z0-9_-]*/y;
const SYMBOL = /!=|<=|>=|\.\.|[.=<>+\-*(),]/y;
const TEXT = /'([^']*)'|"([^"]*)"/y;

/** @throws ExpressionFault syntaxError at the first character that begins no token */
export function tokenise(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const space = read(SPACE);
    if (space) {
      at += space[0].length;
      continue;
    }
    const text = read(TEXT);
    const reference = text ? null : read(REFERENCE);
    const plain = text || reference ? null : readPlain(read);
    const match = text ?? reference ?? plain?.match;
    if (!match) throw new ExpressionFault('syntaxError', source.slice(at, at + 10), at);
    if (text) tokens.push({ kind: 'text', text: text[1] ?? text[2] ?? '', position: at });
    else if (reference) tokens.push({ kind: 'reference', text: reference[1] ?? '', position: at });
    else if (plain) tokens.push({ kind: plain.kind, text: plain.match[0], position: at });
    at += match[0].length;
  }
  return tokens;
}

function readPlain(
  read: (pattern: RegExp) => RegExpExecArray | null,
): { readonly kind: 'number' | 'name' | 'symbol'; readonly match: RegExpExecArray } | null {
  const number = read(NUMBER);
  if (number) return { kind: 'number', match: number };
  const name = read(NAME);
  if (name) return { kind: 'name', match: name };
  const symbol = read(SYMBOL);
  return symbol ? { kind: 'symbol', match: symbol } : null;
}
