import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowLeft, MessageSquareWarning, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ComplaintClock } from './ComplaintClock.tsx';

const PAGE = 50;

/** The register, apart from everything else: a number, a clock, and what headquarters answered. */
export function ComplaintsScreen() {
  const { t } = useTranslation(['complaints', 'contacts']);
  const { queries } = useDesk();
  const [offset, setOffset] = useState(0);
  const { data, error } = useQuery({
    ...queries.complaints.list.queryOptions({ input: { offset, limit: PAGE } }),
    placeholderData: keepPreviousData,
  });
  return (
    <Page
      title={t('complaints:title')}
      subtitle={t('complaints:subtitle')}
      action={
        <Row gap={2}>
          <Link to="/contacts" search={{}} className={buttonClass('quiet', 'md')}>
            <Icon of={ArrowLeft} flow />
            <span>{t('contacts:backToList')}</span>
          </Link>
          <Link to="/complaints/new" search={{}} className={buttonClass('main', 'md')}>
            <Icon of={Plus} />
            <span>{t('complaints:record')}</span>
          </Link>
        </Row>
      }
    >
      <DeskErrorNote error={error} />
      {data !== undefined && data.complaints.length === 0 && offset === 0 && (
        <EmptyState icon={MessageSquareWarning} title={t('complaints:emptyTitle')}>
          {t('complaints:emptyLine')}
        </EmptyState>
      )}
      {data !== undefined && data.complaints.length > 0 && (
        <Panel body="flush" label={t('complaints:title')}>
          <DataTable
            caption={t('complaints:title')}
            rows={data.complaints}
            rowId={(row) => row.complaintId}
            columns={[
              {
                id: 'number',
                head: t('complaints:number'),
                isRowName: true,
                cell: (row) => (
                  <Link to="/complaints/$complaintId" params={{ complaintId: row.complaintId }}>
                    <bdi dir="ltr">{row.number}</bdi>
                  </Link>
                ),
              },
              {
                id: 'about',
                head: t('complaints:about'),
                cell: (row) => t(`complaints:subject.${row.about}`),
              },
              {
                id: 'who',
                head: t('complaints:complainant'),
                cell: (row) => row.name ?? t('contacts:nameless'),
              },
              {
                id: 'since',
                head: t('complaints:recordedOn'),
                cell: (row) => <DayText day={row.recordedOn} layout="stack" />,
              },
              {
                id: 'clock',
                head: t('complaints:clock'),
                cell: (row) => <ComplaintClock complaint={row} />,
              },
            ]}
          />
        </Panel>
      )}
      {data !== undefined && (data.next !== null || offset > 0) && (
        <Row>
          {offset > 0 && (
            <Button onPress={() => setOffset(Math.max(0, offset - PAGE))}>
              {t('contacts:newer')}
            </Button>
          )}
          {data.next !== null && (
            <Button onPress={() => setOffset(data.next ?? 0)}>{t('contacts:more')}</Button>
          )}
        </Row>
      )}
    </Page>
  );
}
