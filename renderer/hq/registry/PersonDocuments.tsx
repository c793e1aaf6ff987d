import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import styles from './registry.module.css';

/** Papers that were laid on a desk, with the day on which each ends. */
export function PersonDocuments({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation('hqRegistry');
  const language = useLanguage();
  return (
    <Panel title={t('documents.title')} compact>
      {file.documents.length === 0 ? (
        <p className={styles.muted}>{t('documents.none')}</p>
      ) : (
        <ul className={styles.list}>
          {file.documents.map((document) => (
            <li key={`${document.caseId} ${document.documentKey}`} className={styles.entry}>
              <span>
                {document.name === null
                  ? document.documentKey
                  : inLanguage(document.name, language)}
              </span>
              <small className={styles.muted}>
                {document.endsOn === null ? (
                  t('documents.noEnd')
                ) : (
                  <>
                    {t('documents.ends')} <DayText day={document.endsOn} />
                  </>
                )}
              </small>
              {document.endsOn !== null && document.endsOn < file.today && (
                <Badge tone="stop" icon={CircleAlert}>
                  {t('documents.ended')}
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
