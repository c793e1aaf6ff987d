import type { ExpressionType } from './expression/types.ts';

/** Names as the survey declares them, before anything is compiled. */
export interface DeclaredField {
  readonly kind: 'field';
  readonly name: string;
  readonly scope: DeclaredScope;
  readonly cell: number;
  /** Names of its choices, so that a comparison with a choice that does not exist is found. */
  readonly choiceNames: ReadonlySet<string> | null;
  /** Type of its value; a calculation's follows from its expression. */
  readonly valueType: () => ExpressionType;
}

export interface DeclaredRepeat {
  readonly kind: 'repeat';
  readonly name: string;
  readonly scope: DeclaredScope;
  readonly cell: number;
  readonly inner: DeclaredScope;
}

export type Declared = DeclaredField | DeclaredRepeat;

export interface DeclaredScope {
  readonly depth: number;
  readonly parent: DeclaredScope | null;
  readonly members: ReadonlyMap<string, Declared>;
}

/** Where a reference leads: from an ancestor of the row, down through repeats, to what is meant. */
export interface Resolved {
  readonly base: DeclaredScope;
  readonly through: readonly DeclaredRepeat[];
  readonly target: Declared;
}

/**
 * Looks a `${reference}` up: in the same row first, then outwards; failing that, inwards, where the
 * name must be the only one. `${/name}` begins at the root, `${family/name}` goes through a repeat.
 */
export function resolveReference(
  path: string,
  from: DeclaredScope,
): Resolved | 'unknownReference' | 'ambiguousReference' {
  const absolute = path.startsWith('/');
  const [first = '', ...rest] = (absolute ? path.slice(1) : path).split('/');
  const root = rootOf(from);
  const start = absolute ? root : from;
  for (let scope: DeclaredScope | null = start; scope; scope = scope.parent) {
    const member = scope.members.get(first);
    if (member) return descend(scope, [], member, rest) ?? 'unknownReference';
  }
  if (absolute || rest.length > 0) return 'unknownReference';
  for (let scope: DeclaredScope | null = start; scope; scope = scope.parent) {
    const inward = inwards(scope, first, []);
    if (inward.length > 1) return 'ambiguousReference';
    const [only] = inward;
    if (only) return { base: scope, ...only };
  }
  return 'unknownReference';
}

function rootOf(scope: DeclaredScope): DeclaredScope {
  return scope.parent ? rootOf(scope.parent) : scope;
}

function descend(
  base: DeclaredScope,
  through: readonly DeclaredRepeat[],
  target: Declared,
  rest: readonly string[],
): Resolved | null {
  const [next, ...further] = rest;
  if (next === undefined) return { base, through, target };
  if (target.kind !== 'repeat') return null;
  const member = target.inner.members.get(next);
  return member ? descend(base, [...through, target], member, further) : null;
}

function inwards(
  scope: DeclaredScope,
  name: string,
  through: readonly DeclaredRepeat[],
): readonly Omit<Resolved, 'base'>[] {
  const found: Omit<Resolved, 'base'>[] = [];
  for (const member of scope.members.values()) {
    if (member.kind !== 'repeat') continue;
    const path = [...through, member];
    const target = member.inner.members.get(name);
    if (target) found.push({ through: path, target });
    found.push(...inwards(member.inner, name, path));
  }
  return found;
}
