import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { NOTHING } from './referralSubject.ts';

/** What a document or a row that a question is about is called. */
export function useSubjectName({ assessment }: OpenCase): (key: string) => string {
  const { t } = useTranslation('waiting');
  const language = useLanguage();
  const documentName = useDocumentName();
  return (key) => {
    if (key === NOTHING) return t('aboutNone');
    const document = assessment.documents.find(({ needed }) => needed.documentKey === key);
    if (document !== undefined) return documentName(document.needed);
    const row = assessment.matrix.find((each) => each.row.rowKey === key)?.row;
    if (row === undefined) return key;
    const of = assessment.documents.find(({ needed }) => needed.documentKey === row.documentKey);
    const label = inLanguage(row.label, language);
    return of === undefined ? label : `${label} · ${documentName(of.needed)}`;
  };
}
