import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { AwaitedItem } from '#shared/domain/case/awaited.ts';
import type { ValidityRule } from '#shared/domain/documents/documentRules.ts';
import type { LocalText } from '#shared/domain/questionnaire/model.ts';

/** What will do for a document that is awaited, by the rules of the case. */
export interface Accepted {
  readonly validity: ValidityRule;
  /** Documents any of which will do in its place. */
  readonly others: readonly LocalText[];
}

/** Null for what is no document, or is one that the case asks for no more. */
export function acceptedInstead(
  { subject }: AwaitedItem,
  documents: readonly AssessedDocument[],
): Accepted | null {
  if (subject.kind !== 'document') return null;
  const needed = documents.find(
    (document) => document.needed.documentKey === subject.documentKey,
  )?.needed;
  if (needed === undefined) return null;
  const { requirement, validity, rowId } = needed;
  const others =
    requirement.kind !== 'oneOf'
      ? []
      : documents
          .map((document) => document.needed)
          .filter(
            (other) =>
              other.documentKey !== needed.documentKey &&
              other.rowId === rowId &&
              other.requirement.kind === 'oneOf' &&
              other.requirement.group === requirement.group,
          )
          .map(({ label }) => label);
  return { validity, others };
}
