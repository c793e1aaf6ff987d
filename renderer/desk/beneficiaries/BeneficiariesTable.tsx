import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedRows, LongListTable } from '#renderer/access/LongListTable.tsx';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useCategories } from '#renderer/caseParts/useCategories.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import type { DataColumn } from '#renderer/components/DataTable.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { BeneficiaryRow } from '#shared/contracts/beneficiaries.ts';

export function BeneficiariesTable(rows: ListedRows<BeneficiaryRow>) {
  const { t } = useTranslation('beneficiaries');
  return (
    <LongListTable
      {...rows}
      caption={t('title')}
      columns={useColumns()}
      rowId={(row) => row.beneficiaryId}
    />
  );
}

function useColumns(): readonly DataColumn<BeneficiaryRow>[] {
  const { t } = useTranslation(['beneficiaries', 'common']);
  const { today } = useOpenStatus();
  const categories = useCategories();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('beneficiaries:column.name'),
        isRowName: true,
        cell: (row) => (
          <Link to="/beneficiaries/$beneficiaryId" params={{ beneficiaryId: row.beneficiaryId }}>
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
    ],
    [t, today, categories],
  );
}
