import { useTranslation } from 'react-i18next';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { NeededDocument } from '#shared/domain/documents/neededDocuments.ts';

/** What a document is called, and whose it is where each member of the family has one. */
export function useDocumentName(): (needed: Pick<NeededDocument, 'label' | 'subject'>) => string {
  const { t } = useTranslation('documents');
  const language = useLanguage();
  return ({ label, subject }) => {
    const document = inLanguage(label, language);
    return subject === null ? document : t('ofSubject', { document, subject });
  };
}
