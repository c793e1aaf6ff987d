import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DayText, PrintedDateText } from '#renderer/language/dates.tsx';
import { assertNever } from '#shared/domain/assertNever.ts';
import { PaperTable } from './PaperTable.tsx';
import type { PaperDocument, ValidityWords } from './paperDocuments.ts';
import styles from './papers.module.css';

export interface DocumentsTableProps {
  readonly documents: readonly PaperDocument[];
  /** Head of the last column: the day of submission, or of signing. */
  readonly validityHead: string;
}

/** The documents as they were laid on the desk. */
export function DocumentsTable({ documents, validityHead }: DocumentsTableProps) {
  const { t } = useTranslation('papers');
  if (documents.length === 0) return <p className={styles.quiet}>{t('noDocuments')}</p>;
  return (
    <PaperTable
      columns={[
        { head: t('document'), share: 28 },
        { head: t('documentNumber'), share: 15 },
        { head: t('howPresented'), share: 16 },
        { head: validityHead, share: 41 },
      ]}
      rows={documents.map((document) => ({
        id: document.id,
        cells: [
          <span key="name">
            {document.name}
            {document.subject !== null && (
              <span className={styles.subject}>
                <Words>{document.subject}</Words>
              </span>
            )}
          </span>,
          document.number === null ? null : <Bdi key="number">{document.number}</Bdi>,
          <span key="presented">
            {t(`presented.${document.presented}`)}
            {document.reason !== null && (
              <span className={styles.subject}>
                <Words>{document.reason}</Words>
              </span>
            )}
          </span>,
          <span key="validity">
            <ValidityText validity={document.validity} />
            {document.byOfficer !== null && (
              <span className={styles.subject}>
                {document.byOfficer.until === null ? (
                  t('identityByOfficer')
                ) : (
                  <>
                    {t('graceByOfficer')} <DayText day={document.byOfficer.until} />
                  </>
                )}
              </span>
            )}
          </span>,
        ],
      }))}
    />
  );
}

function ValidityText({ validity }: { readonly validity: ValidityWords }) {
  const { t } = useTranslation('papers');
  switch (validity.kind) {
    case 'until':
    case 'expired':
      return (
        <>
          {t(`validity.${validity.kind}`)} <DayText day={validity.day} />
        </>
      );
    case 'issued':
      return (
        <>
          {t('validity.issued')} <PrintedDateText date={validity.date} />
        </>
      );
    case 'valid':
    case 'tooOld':
    case 'issuedLater':
    case 'dateMissing':
    case 'notPresented':
      return t(`validity.${validity.kind}`);
    default:
      return assertNever(validity);
  }
}
