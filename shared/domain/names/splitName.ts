/** Words that join themselves to the next: عبد الله is one name, not two. */
const JOINS_NEXT = new Set([
  'عبد',
  'أمة',
  'امة',
  'أم',
  'ام',
  'أبو',
  'ابو',
  'أبا',
  'ابا',
  'آل',
  'ال',
]);
/** Words that join themselves to the one before: نور الدين, هبة الله. */
const JOINS_BEFORE = new Set(['الدين', 'الله']);
/** Son of, daughter of: said between the parts, part of none. */
const BETWEEN = new Set(['بن', 'بنت', 'ابن', 'ابنة']);

export interface NameParts {
  readonly first: string | null;
  readonly father: string | null;
  readonly grandfather: string | null;
  readonly family: string | null;
}

/**
 * A name spoken in one breath, in the parts that a Saudi id prints: given, father, grandfather, family.
 * A suggestion for a person to look over; more than four parts gather in the grandfather's place.
 */
export function splitName(text: string): NameParts {
  const names: string[] = [];
  let joining = false;
  for (const word of text.trim().split(/\s+/u)) {
    if (word === '' || BETWEEN.has(word)) continue;
    const last = names.at(-1);
    if (last !== undefined && (joining || JOINS_BEFORE.has(word))) {
      names[names.length - 1] = `${last} ${word}`;
    } else {
      names.push(word);
    }
    joining = JOINS_NEXT.has(word);
  }
  const [first = null, ...rest] = names;
  const family = rest.pop() ?? null;
  const [father = null, ...between] = rest;
  return {
    first,
    father,
    grandfather: between.length === 0 ? null : between.join(' '),
    family,
  };
}
