import { useSuspenseQuery } from '@tanstack/react-query';
import { CircleCheck, CornerUpLeft, Download, Usb } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { useParcelHolds } from '#renderer/language/useParcelHolds.ts';
import { useSaveAnswer } from './useSaveAnswer.ts';

/** Files that were read before; an answer that was lost on its way is saved once more. */
export function ParcelList({ maySave }: { readonly maySave: boolean }) {
  const { t } = useTranslation('stick');
  const { queries } = useHq();
  const today = useHqToday();
  const save = useSaveAnswer();
  const holds = useParcelHolds();
  const { data } = useSuspenseQuery(queries.parcels.list.queryOptions());
  const { parcels } = data;
  return (
    <Panel title={t('hqList')} body={parcels.length === 0 ? 'plain' : 'flush'}>
      <HqErrorNote error={save.error} />
      {parcels.length === 0 ? (
        <EmptyState icon={Usb} title={t('hqNone')} />
      ) : (
        <DataTable
          caption={t('hqList')}
          rows={parcels}
          rowId={(row) => row.parcelId}
          columns={[
            {
              id: 'branch',
              head: t('columnBranch'),
              isRowName: true,
              cell: (row) => (
                <>
                  {row.branchName} <bdi dir="ltr">{row.branchCode}</bdi>
                </>
              ),
            },
            {
              id: 'read',
              head: t('columnRead'),
              cell: (row) => <InstantText instant={row.readAt} today={today} />,
            },
            {
              id: 'holds',
              head: t('columnHolds'),
              cell: (row) => holds(row),
            },
            {
              id: 'state',
              head: t('columnState'),
              cell: (row) =>
                row.refused === null ? (
                  <Badge tone="ok" icon={CircleCheck}>
                    {t('stateTaken')}
                  </Badge>
                ) : (
                  <Badge tone="review" icon={CornerUpLeft}>
                    {t('stateRefused')}
                  </Badge>
                ),
            },
            {
              id: 'answer',
              head: t('columnAnswer'),
              cell: (row) =>
                row.answerExpiresAt === null ? (
                  t('answerGone')
                ) : maySave ? (
                  <Button
                    kind="quiet"
                    size="sm"
                    icon={Download}
                    onPress={() => save.mutate(row.parcelId)}
                  >
                    {t('saveAnswer')}
                  </Button>
                ) : null,
            },
          ]}
        />
      )}
    </Panel>
  );
}
