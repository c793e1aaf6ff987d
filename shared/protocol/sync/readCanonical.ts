import { canonicalText } from '../chain.ts';

export interface CanonicalLimits {
  readonly depth: number;
  readonly members: number;
}

export type CanonicalFault = 'malformed' | 'notCanonical' | 'tooDeep' | 'tooMany';

export type CanonicalReading =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly fault: CanonicalFault };

/**
 * Reads a JSON text that must be exactly the canonical text of its value (RFC 8785). Whatever has
 * two spellings is refused by that alone: repeated keys, spaces, keys out of order, other ways to
 * write a number. `__proto__` is refused as a key although it could be written canonically.
 */
export function readCanonical(text: string, limits: CanonicalLimits): CanonicalReading {
  if (opensMoreThan(text, limits.depth) && nestsDeeper(text, limits.depth)) {
    return { ok: false, fault: 'tooDeep' };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'malformed' };
  }
  const walk: Walk = { members: limits.members, isInOrder: true };
  if (!walks(value, walk)) {
    return { ok: false, fault: walk.members < 0 ? 'tooMany' : 'notCanonical' };
  }
  return isCanonical(value, text, walk.isInOrder)
    ? { ok: true, value }
    : { ok: false, fault: 'notCanonical' };
}

/**
 * Whether the text is the value's canonical one. JSON.stringify writes numbers and strings as RFC 8785
 * asks; it differs where a key looks like an index (those come first) and for half a character.
 */
function isCanonical(value: unknown, text: string, isInOrder: boolean): boolean {
  if (isInOrder && !text.includes('\\ud') && JSON.stringify(value) === text) return true;
  try {
    return canonicalText(value) === text;
  } catch {
    return false;
  }
}

/** Most texts open fewer brackets in all than may stand inside each other: those need no second look. */
function opensMoreThan(text: string, limit: number): boolean {
  let opened = 0;
  for (const bracket of ['{', '[']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      opened += 1;
      if (opened > limit) return true;
    }
  }
  return false;
}

/** Looks at brackets only, before the parser, whose own depth is the stack's. */
function nestsDeeper(text: string, limit: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === 0x5c) index += 1;
      else if (code === 0x22) inString = false;
    } else if (code === 0x22) inString = true;
    else if (code === 0x7b || code === 0x5b) {
      depth += 1;
      if (depth > limit) return true;
    } else if (code === 0x7d || code === 0x5d) depth -= 1;
  }
  return false;
}

interface Walk {
  /** Room for so many more. */
  members: number;
  /** All keys so far stand in the order of their characters. */
  isInOrder: boolean;
}

/** False where there are too many members, or one has a name that no object of ours may have. */
function walks(value: unknown, walk: Walk): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    walk.members -= value.length;
    if (walk.members < 0) return false;
    for (const element of value) if (!walks(element, walk)) return false;
    return true;
  }
  let previous: string | null = null;
  const members = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(members)) {
    walk.members -= 1;
    if (walk.members < 0 || key === '__proto__' || !walks(members[key], walk)) return false;
    if (previous !== null && key <= previous) walk.isInOrder = false;
    previous = key;
  }
  return true;
}
