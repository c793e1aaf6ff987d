import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { DOCUMENT_ICONS } from '#renderer/caseParts/documentIcons.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { LOOK_OF_VERDICT } from '#renderer/caseParts/matchingWords.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { type DocumentItem, DocumentList } from '#renderer/components/DocumentList.tsx';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { DocumentKey } from '#shared/domain/case/caseEvent.ts';
import { rowsOfDocument, worstVerdict } from './rowWork.ts';
import { useValidityWords } from './Validity.tsx';

export interface NeededListProps {
  readonly open: OpenCase;
  readonly current: DocumentKey;
  readonly hrefOf: StepProps['hrefOf'];
}

/** The documents that this case needs, from its own answers, each with how it stands. */
export function NeededList({ open, current, hrefOf }: NeededListProps) {
  const { t } = useTranslation(['documents', 'matching']);
  const name = useDocumentName();
  const meta = useMeta();
  const documents = open.assessment.documents.map((document): DocumentItem => {
    const { needed, recorded } = document;
    const worst = recorded === null ? null : worstVerdict(rowsOfDocument(open, needed.documentKey));
    return {
      id: needed.documentKey,
      name: name(needed),
      icon: DOCUMENT_ICONS[needed.icon],
      meta: meta(document),
      isCurrent: needed.documentKey === current,
      href: hrefOf('documents', { at: needed.documentKey }),
      ...(worst === null
        ? {}
        : {
            verdict: LOOK_OF_VERDICT[worst],
            verdictLabel: t(`matching:verdict.${worst}`),
          }),
    };
  });
  return <DocumentList title={t('documents:list')} documents={documents} />;
}

function useMeta(): (document: AssessedDocument) => ReactNode {
  const { t } = useTranslation('documents');
  const words = useValidityWords();
  return ({ needed, recorded, validity }) => {
    if (recorded === null) {
      if (needed.requirement.kind === 'optional') return t('optional');
      return needed.requirement.kind === 'oneOf' ? t('oneOfGroup') : t('notRead');
    }
    if (recorded.presentation !== 'presented') return t(`validity.${recorded.presentation}`);
    const said =
      validity.reasonCode === 'validUntil'
        ? t('validity.validToday')
        : validity.reasonCode === 'expired'
          ? t('validity.expired', { count: -(validity.daysLeft ?? 0) })
          : (words({ rule: needed.validity, validity, readings: recorded.readings }) ??
            (validity.reasonCode === 'issuedRecently'
              ? t('validity.validToday')
              : t(`validity.${validity.reasonCode}`)));
    return (
      <>
        {said}
        {recorded.originalSighted && ` · ${t('sighted')}`}
      </>
    );
  };
}
