import type { DocumentKey } from '../case/caseEvent.ts';
import type { IsoDay } from '../identity.ts';
import { type DatedDocument, type DocumentValidity, documentValidity } from './documentValidity.ts';
import type { NeededDocument } from './neededDocuments.ts';

/** A document that is in force today and will not be when the answer may come. */
export interface HorizonItem {
  readonly document: NeededDocument;
  readonly validity: DocumentValidity;
}

/**
 * What expires before a day, such as `replyNotBefore`, soonest first (policy, 8a: "iqama ends in 9
 * days, before the earliest answer"). A document in force through that very day is not among them.
 */
export function horizon(
  needed: readonly NeededDocument[],
  documents: Readonly<Record<DocumentKey, DatedDocument>>,
  today: IsoDay,
  replyNotBefore: IsoDay,
): readonly HorizonItem[] {
  return needed
    .map((document) => {
      const { documentKey } = document;
      const recorded = Object.hasOwn(documents, documentKey) ? documents[documentKey] : undefined;
      return { document, validity: documentValidity(document.validity, recorded, today) };
    })
    .filter(
      ({ validity: { verdict, validUntil } }) =>
        verdict === 'valid' && validUntil !== null && validUntil < replyNotBefore,
    )
    .toSorted((one, other) => (one.validity.daysLeft ?? 0) - (other.validity.daysLeft ?? 0));
}
