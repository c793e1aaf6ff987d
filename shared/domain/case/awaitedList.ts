import type { CaseAssessment } from './assessCase.ts';
import type { AwaitedItem, AwaitedReason } from './awaited.ts';
import { itemOf, wantedItems } from './wantedItems.ts';

/** What is to be awaited, as a person has chosen it. */
export type WishedItem =
  | { readonly kind: 'document'; readonly documentKey: string }
  | { readonly kind: 'answer'; readonly path: string }
  | { readonly kind: 'other'; readonly text: string };

/**
 * A thing that is awaited with its name and why, from the rules of the case; null for a document or an
 * answer that the case does not have.
 * @param whyOther why what is told in words is awaited
 */
export function awaitedItem(
  assessment: CaseAssessment,
  wish: WishedItem,
  itemId: string,
  whyOther: AwaitedReason,
): AwaitedItem | null {
  switch (wish.kind) {
    case 'document': {
      const document = assessment.documents.find(
        ({ needed }) => needed.documentKey === wish.documentKey,
      );
      if (document === undefined) return null;
      const { subject, name, why } = itemOf(document);
      return { itemId, subject, name, why, note: null };
    }
    case 'answer': {
      const wanted = wantedItems(assessment).find(
        ({ subject }) => subject.kind === 'answer' && subject.path === wish.path,
      );
      if (wanted === undefined) return null;
      const { subject, name, why } = wanted;
      return { itemId, subject, name, why, note: null };
    }
    case 'other':
      return {
        itemId,
        subject: { kind: 'other' },
        name: { ar: wish.text, en: wish.text },
        why: whyOther,
        note: null,
      };
  }
}
