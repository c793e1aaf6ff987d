import type { DocumentFault } from './documentFault.ts';
import { isEntry, labelOf, membersByName, type SourceLabel } from './sourceMembers.ts';

/** Each fault with what the question, paper, row or page is called in which it stands. */
export function placedFaults(
  faults: readonly DocumentFault[],
  source: unknown,
): readonly DocumentFault[] {
  return faults.map((fault) =>
    fault.in === 'path' ? { ...fault, label: labelOn(fault.path, source) } : fault,
  );
}

/** A step of a path is a key, the number of an entry, or the name that it has. */
function labelOn(path: string, source: unknown): SourceLabel | null {
  let label: SourceLabel | null = null;
  let value = source;
  for (const step of path.split('.')) {
    if (Array.isArray(value)) {
      value = /^\d+$/.test(step) ? value[Number(step)] : membersByName(value)?.get(step);
    } else if (isEntry(value) && Object.hasOwn(value, step)) value = value[step];
    else return label;
    label = labelOf(value) ?? label;
  }
  return label;
}
