import type { AnswerPatch } from './answerPatch.ts';

/**
 * The patches of a page after later ones came to it, from this window or from another: applied to any
 * answers they give what `earlier` and then `later` give. A later value of a field takes the earlier
 * one's place, and what a window sends a second time, because it never heard the answer, adds nothing.
 */
export function mergePatches(
  earlier: readonly AnswerPatch[],
  later: readonly AnswerPatch[],
): readonly AnswerPatch[] {
  const paths = new Set(later.flatMap((patch) => (patch.op === 'set' ? [patch.path] : [])));
  const merged = earlier.filter((patch) => patch.op !== 'set' || !paths.has(patch.path));
  for (const patch of later) if (!isThere(merged, patch)) merged.push(patch);
  return merged;
}

/** Whether a row was added already, and nothing removed since, which may have taken it along. */
function isThere(patches: readonly AnswerPatch[], patch: AnswerPatch): boolean {
  if (patch.op !== 'addRow') return false;
  const added = patches.findLastIndex(
    (each) => each.op === 'addRow' && each.repeat === patch.repeat && each.rowId === patch.rowId,
  );
  return added >= 0 && !patches.slice(added).some(({ op }) => op === 'removeRow');
}
