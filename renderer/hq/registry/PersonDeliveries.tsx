import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { RegistryFile } from '#shared/contracts/hq/registry.ts';
import styles from './registry.module.css';

/** What was handed over to a person, the latest first; also what turned out not to be. */
export function PersonDeliveries({ file }: { readonly file: RegistryFile }) {
  const { t } = useTranslation(['hqRegistry', 'service', 'common', 'headquarters']);
  const language = useLanguage();
  return (
    <Panel title={t('hqRegistry:services.title')} body="flush">
      <DataTable
        caption={t('hqRegistry:services.title')}
        isDense
        rows={file.deliveries}
        rowId={({ deliveryId }) => deliveryId}
        empty={<p className={styles.nothing}>{t('hqRegistry:services.none')}</p>}
        columns={[
          {
            id: 'item',
            head: t('service:item'),
            isRowName: true,
            cell: ({ label }) =>
              label === null ? t('headquarters:decision.unnamed') : inLanguage(label, language),
          },
          {
            id: 'day',
            head: t('service:deliveredOn'),
            cell: ({ deliveredOn }) => <DayText day={deliveredOn} />,
          },
          {
            id: 'amount',
            head: t('service:amount'),
            isFigure: true,
            cell: ({ amount, quantity }) =>
              amount === null ? (
                <Bdi>{quantity ?? ''}</Bdi>
              ) : (
                <Money text={writtenMoney(amount)} currency={t('common:riyal')} />
              ),
          },
          {
            id: 'by',
            head: t('service:receipt.deliverer'),
            cell: ({ deliverer, outcome }) => (
              <>
                {deliverer}
                {outcome !== null && outcome !== 'given' && (
                  <div>
                    <small>{t(`service:found.${outcome}`)}</small>
                  </div>
                )}
              </>
            ),
          },
        ]}
      />
    </Panel>
  );
}
