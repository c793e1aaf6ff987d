import { Link } from '@tanstack/react-router';
import { CloudUpload, Laptop } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { type LongList, ROWS_AT_ONCE } from '#renderer/access/longList.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AwaitingLine } from '#renderer/caseParts/AwaitingLine.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { LongTable } from '#renderer/components/LongTable.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { CaseSummary } from '#shared/contracts/cases.ts';

export interface CasesTableProps {
  readonly list: LongList<CaseSummary>;
  readonly total: number;
  readonly from: number;
  readonly onFrom: (row: number) => void;
}

export function CasesTable({ list, total, from, onFrom }: CasesTableProps) {
  const { t } = useTranslation(['today', 'common']);
  const { today } = useOpenStatus();
  return (
    <Panel body="flush" label={t('today:casesTitle')}>
      <LongTable
        caption={t('today:casesTitle')}
        total={total}
        chunk={ROWS_AT_ONCE}
        rowsOf={list.rowsOf}
        onWanted={list.onWanted}
        from={from}
        onFrom={onFrom}
        rowId={(row) => row.caseId}
        columns={[
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
        ]}
      />
    </Panel>
  );
}
