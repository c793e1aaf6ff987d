import type { MergeRow } from '#db/hub/personMerges.ts';
import type { PersonField } from '#shared/domain/hub/personLinks.ts';

/**
 * Whose value of a field counts for a person, after the merges that stand, in the order in which they were made:
 * their own, or that of one who was joined to them where it was chosen, and so on from there.
 */
export function sourceOf(
  merges: readonly Pick<MergeRow, 'keptId' | 'mergedId' | 'fromMerged'>[],
  personId: string,
  field: PersonField,
): string {
  const chosen = merges.findLast(
    ({ keptId, fromMerged }) => keptId === personId && fromMerged.includes(field),
  );
  return chosen === undefined ? personId : sourceOf(merges, chosen.mergedId, field);
}
