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
  if (nestsDeeper(text, limits.depth)) return { ok: false, fault: 'tooDeep' };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, fault: 'malformed' };
  }
  const room = { members: limits.members };
  if (!walks(value, room)) {
    return { ok: false, fault: room.members < 0 ? 'tooMany' : 'notCanonical' };
  }
  return isCanonical(value, text) ? { ok: true, value } : { ok: false, fault: 'notCanonical' };
}

/**
 * Whether the text is the value's canonical one. JSON.stringify writes numbers and strings as RFC 8785
 * asks; it differs where a key looks like an index (those come first) and for half a character.
 */
function isCanonical(value: unknown, text: string): boolean {
  if (!text.includes('\\ud') && JSON.stringify(value) === text && keysInOrder(value)) return true;
  try {
    return canonicalText(value) === text;
  } catch {
    return false;
  }
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

function walks(value: unknown, room: { members: number }): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) {
    room.members -= value.length;
    return room.members >= 0 && value.every((element: unknown) => walks(element, room));
  }
  const entries = Object.entries(value);
  room.members -= entries.length;
  return (
    room.members >= 0 &&
    entries.every(([key, member]: [string, unknown]) => key !== '__proto__' && walks(member, room))
  );
}

function keysInOrder(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(keysInOrder);
  let previous: string | null = null;
  for (const [key, member] of Object.entries(value)) {
    if (previous !== null && key <= previous) return false;
    if (!keysInOrder(member)) return false;
    previous = key;
  }
  return true;
}
