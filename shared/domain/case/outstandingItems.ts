import type { AssessedDocument } from './assessCase.ts';
import type { AwaitedItem } from './awaited.ts';
import type { Incompleteness } from './caseState.ts';

/**
 * What was asked for and has not come. A document of the list that is asked for in any case, and an
 * answer, are seen missing by themselves: here stand those that nothing else would hold the case for.
 */
export function outstandingItems(
  incompleteness: Incompleteness | null,
  documents: readonly AssessedDocument[],
): readonly AwaitedItem[] {
  if (incompleteness === null) return [];
  const { items, received } = incompleteness;
  return items.filter(({ itemId, subject }) => {
    if (Object.hasOwn(received, itemId)) return false;
    switch (subject.kind) {
      case 'other':
        return true;
      case 'answer':
        return false;
      case 'document':
        return documents.some(
          ({ needed }) =>
            needed.documentKey === subject.documentKey && needed.requirement.kind === 'optional',
        );
    }
  });
}
