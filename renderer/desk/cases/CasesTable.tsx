import { Link } from '@tanstack/react-router';
import { CloudUpload, Laptop } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedRows, LongListTable } from '#renderer/access/LongListTable.tsx';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AwaitingLine } from '#renderer/caseParts/AwaitingLine.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import type { DataColumn } from '#renderer/components/DataTable.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { CaseSummary } from '#shared/contracts/cases.ts';

export function CasesTable(rows: ListedRows<CaseSummary>) {
  const { t } = useTranslation('today');
  return (
    <LongListTable
      {...rows}
      caption={t('casesTitle')}
      columns={useColumns()}
      rowId={(row) => row.caseId}
    />
  );
}

function useColumns(): readonly DataColumn<CaseSummary>[] {
  const { t } = useTranslation(['today', 'common']);
  const { today } = useOpenStatus();
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('today:column.name'),
        isRowName: true,
        cell: (row) => (
          <Link to="/case/$caseId/$step" params={{ caseId: row.caseId, step: 'now' }}>
            {row.applicantName ?? t('today:noName')}
          </Link>
        ),
      },
      {
        id: 'reference',
        head: t('today:column.reference'),
        cell: (row) => <bdi dir="ltr">{row.reference}</bdi>,
      },
      {
        id: 'status',
        head: t('today:column.status'),
        cell: (row) => (
          <>
            <span>{t(`common:status.${row.status}`)}</span>
            {(row.awaiting !== null || row.referral !== null) && (
              <div>
                <small>
                  <AwaitingLine summary={row} />
                </small>
              </div>
            )}
          </>
        ),
      },
      {
        id: 'opened',
        head: t('today:column.opened'),
        cell: (row) => <InstantText instant={row.openedAt} today={today} />,
      },
      {
        id: 'updated',
        head: t('today:column.updated'),
        cell: (row) => <InstantText instant={row.updatedAt} today={today} />,
      },
      {
        id: 'hq',
        head: t('today:column.hq'),
        cell: (row) =>
          row.receipted ? (
            <Badge tone="ok" icon={CloudUpload}>
              {t('today:atHq')}
            </Badge>
          ) : (
            <Badge tone="neutral" icon={Laptop}>
              {t('today:hereOnly')}
            </Badge>
          ),
      },
    ],
    [t, today],
  );
}
