import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type LongList, ROWS_AT_ONCE } from '#renderer/access/longList.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import type { ChoiceName } from '#renderer/caseParts/useCategories.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { LongTable } from '#renderer/components/LongTable.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { BeneficiaryRow } from '#shared/contracts/beneficiaries.ts';

export interface BeneficiariesTableProps {
  readonly list: LongList<BeneficiaryRow>;
  readonly total: number;
  readonly from: number;
  readonly onFrom: (row: number) => void;
  readonly categories: readonly ChoiceName[];
}

export function BeneficiariesTable({
  list,
  total,
  from,
  onFrom,
  categories,
}: BeneficiariesTableProps) {
  const { t } = useTranslation(['beneficiaries', 'common']);
  const { today } = useOpenStatus();
  return (
    <Panel body="flush" label={t('beneficiaries:title')}>
      <LongTable
        caption={t('beneficiaries:title')}
        total={total}
        chunk={ROWS_AT_ONCE}
        rowsOf={list.rowsOf}
        onWanted={list.onWanted}
        from={from}
        onFrom={onFrom}
        rowId={(row) => row.beneficiaryId}
        columns={[
          {
            id: 'name',
            head: t('beneficiaries:column.name'),
            isRowName: true,
            cell: (row) => (
              <Link
                to="/beneficiaries/$beneficiaryId"
                params={{ beneficiaryId: row.beneficiaryId }}
              >
                {row.name}
              </Link>
            ),
          },
          {
            id: 'id',
            head: t('beneficiaries:column.id'),
            isTight: true,
            cell: (row) => (row.maskedId === null ? '' : <Bdi>{row.maskedId}</Bdi>),
          },
          {
            id: 'category',
            head: t('beneficiaries:category'),
            cell: (row) => categories.find(({ value }) => value === row.category)?.label ?? '',
          },
          {
            id: 'requests',
            head: t('beneficiaries:column.requests'),
            isFigure: true,
            cell: (row) => <Bdi>{row.caseCount}</Bdi>,
          },
          {
            id: 'latest',
            head: t('beneficiaries:column.latest'),
            cell: (row) => (
              <>
                <Bdi>{row.latestCase.reference}</Bdi>
                <div>
                  <small>{t(`common:status.${row.latestCase.status}`)}</small>
                </div>
              </>
            ),
          },
          {
            id: 'updated',
            head: t('beneficiaries:column.updated'),
            isTight: true,
            cell: (row) => <InstantText instant={row.latestCase.updatedAt} today={today} />,
          },
        ]}
      />
    </Panel>
  );
}
