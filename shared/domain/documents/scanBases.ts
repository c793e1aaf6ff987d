import { z } from 'zod';
import { VersionedName } from '../case/caseEvent.ts';
import { DocumentRulesSource, DocumentType, ScanBasis } from './documentRules.ts';

/** Bases for scanning by type of document; what is not named has none. */
export const ScanBases = VersionedName.extend({
  bases: z.record(DocumentType, ScanBasis),
});
export type ScanBases = z.infer<typeof ScanBases>;

/** The same rules with these bases, as rules of their own: a case that begins with them keeps them. */
export function withScanBases(source: unknown, { id, bases }: ScanBases): DocumentRulesSource {
  const rules = DocumentRulesSource.parse(source);
  return {
    ...rules,
    id: `${rules.id}.${id}`,
    documents: rules.documents.map((document) => {
      const basis = bases[document.type];
      return basis === undefined
        ? document
        : { ...document, scan: { policy: 'scanAllowed' as const, basis } };
    }),
  };
}
