import type { MergeRow } from '#db/hub/personMerges.ts';

/** A standing merge as far as it says who goes under whom. */
export type MergeEdge = Pick<MergeRow, 'keptId' | 'mergedId'>;

/** Under whom each of these goes, following the merges that stand. Pure. */
export function personsUnder(
  ids: readonly string[],
  standing: readonly MergeEdge[],
): ReadonlyMap<string, string> {
  const into = new Map(standing.map(({ mergedId, keptId }) => [mergedId, keptId]));
  return new Map(
    ids.map((id) => {
      let person = id;
      for (let next = into.get(person); next !== undefined; next = into.get(person)) person = next;
      return [id, person];
    }),
  );
}
