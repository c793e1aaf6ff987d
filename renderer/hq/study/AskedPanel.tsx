import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Money } from '#renderer/components/Money.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { AskedItem } from '#shared/contracts/hq/decisions.ts';
import type { StudyFile } from '#shared/contracts/hq/study.ts';
import styles from './study.module.css';

/** What the person asks for, item by item, in their own words. */
export function AskedPanel({ file }: { readonly file: StudyFile }) {
  const { t } = useTranslation('hqStudy');
  return (
    <Panel title={t('askedFor')} compact>
      <ul className={styles.asked}>
        {file.items.map((item) => (
          <li key={item.itemId}>
            <strong>
              <AskedName item={item} />
            </strong>{' '}
            <AskedAmount item={item} />
            {item.reason !== null && (
              <p className={styles.words} dir="auto">
                {item.reason}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** The name of a support item in the form that the case began with. */
export function AskedName({ item }: { readonly item: AskedItem }) {
  const { t } = useTranslation('hqStudy');
  const language = useLanguage();
  return <>{item.label?.[language] ?? t('unnamedItem')}</>;
}

export function AskedAmount({ item }: { readonly item: AskedItem }) {
  const { t } = useTranslation(['hqStudy', 'common']);
  return (
    <>
      {item.amount !== null && (
        <Money text={writtenMoney(item.amount)} currency={t('common:riyal')} />
      )}
      {item.quantity !== null && <> {t('hqStudy:quantity', { count: item.quantity })}</>}
    </>
  );
}
