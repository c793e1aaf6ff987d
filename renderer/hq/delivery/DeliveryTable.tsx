import { Link } from '@tanstack/react-router';
import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { writtenMoney } from '#renderer/caseParts/answerText.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { type DataColumn, DataTable } from '#renderer/components/DataTable.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { DeliveryRow, DeliveryView } from '#shared/contracts/hq/delivery.ts';

export interface DeliveryTableProps {
  readonly rows: readonly DeliveryRow[];
  readonly view: DeliveryView;
}

/** Cases of one of the lists; what falls due stands part by part. */
export function DeliveryTable({ rows, view }: DeliveryTableProps) {
  const { t } = useTranslation(['hqDelivery', 'common', 'headquarters']);
  const dueColumns = useDueColumns();
  const columns: readonly DataColumn<DeliveryRow>[] = [
    {
      id: 'name',
      head: t('hqDelivery:column.name'),
      isRowName: true,
      cell: ({ caseId, applicantName }) => (
        <Link to={`/delivery/case/${caseId}` as string}>
          {applicantName || t('hqDelivery:nameless')}
        </Link>
      ),
    },
    {
      id: 'reference',
      head: t('hqDelivery:column.reference'),
      cell: ({ reference, fileNo }) => (
        <>
          <Bdi>{reference}</Bdi>
          {fileNo !== null && (
            <div>
              <small>
                <Bdi>{fileNo}</Bdi>
              </small>
            </div>
          )}
        </>
      ),
    },
    {
      id: 'branch',
      head: t('hqDelivery:column.branch'),
      cell: ({ branchName }) => branchName,
    },
    ...(view === 'due'
      ? dueColumns
      : [
          {
            id: 'status',
            head: t('hqDelivery:column.status'),
            cell: ({ status }: DeliveryRow) => t(`common:status.${status}`),
          },
        ]),
  ];
  return (
    <DataTable
      caption={t(`hqDelivery:view.${view}`)}
      rows={rows}
      rowId={({ caseId, due }) => `${caseId} ${due?.itemId ?? ''} ${due?.number ?? ''}`}
      columns={columns}
    />
  );
}

function useDueColumns(): readonly DataColumn<DeliveryRow>[] {
  const { t } = useTranslation(['hqDelivery', 'common', 'headquarters']);
  const language = useLanguage();
  return [
    {
      id: 'item',
      head: t('hqDelivery:column.item'),
      cell: ({ due }) =>
        due === null ? null : (
          <>
            {due.label === null
              ? t('headquarters:decision.unnamed')
              : inLanguage(due.label, language)}
            {due.parts > 1 && (
              <div>
                <small>{t('hqDelivery:part', { number: due.number, parts: due.parts })}</small>
              </div>
            )}
          </>
        ),
    },
    {
      id: 'due',
      head: t('hqDelivery:column.due'),
      cell: ({ due }) =>
        due === null ? null : (
          <>
            <DayText day={due.dueOn} />
            {due.isOverdue && (
              <div>
                <Badge tone="stop" icon={CircleAlert}>
                  {t('hqDelivery:late')}
                </Badge>
              </div>
            )}
          </>
        ),
    },
    {
      id: 'amount',
      head: t('hqDelivery:column.amount'),
      isFigure: true,
      cell: ({ due }) =>
        due === null ? null : due.amount === null ? (
          <Bdi>{due.quantity ?? ''}</Bdi>
        ) : (
          <Money text={writtenMoney(due.amount)} currency={t('common:riyal')} />
        ),
    },
  ];
}
