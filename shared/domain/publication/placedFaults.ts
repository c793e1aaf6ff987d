import type { DocumentFault } from './documentFault.ts';
import { isEntry, labelOf, membersByName, type SourceLabel } from './sourceMembers.ts';

/** Each fault with what the question, paper, row or page is called in which it stands. */
export function placedFaults(
  faults: readonly DocumentFault[],
  source: unknown,
): readonly DocumentFault[] {
  return faults.map((fault) =>
    fault.in === 'path' ? { ...fault, ...placeOf(fault.path, source) } : fault,
  );
}

/** A step of a path is a key, the number of an entry, or its name; who has an `id` goes by it. */
function placeOf(
  path: string,
  source: unknown,
): { readonly path: string; readonly label: SourceLabel | null } {
  let label: SourceLabel | null = null;
  let value = source;
  const steps = path.split('.').map((step) => {
    const isNumbered = Array.isArray(value) && /^\d+$/.test(step);
    value = entryOf(value, step);
    label = labelOf(value) ?? label;
    const id = isNumbered && isEntry(value) ? value['id'] : null;
    return typeof id === 'string' && /^\w+$/.test(id) ? id : step;
  });
  return { path: steps.join('.'), label };
}

function entryOf(value: unknown, step: string): unknown {
  if (Array.isArray(value)) {
    return /^\d+$/.test(step) ? value[Number(step)] : membersByName(value)?.get(step);
  }
  return isEntry(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}
