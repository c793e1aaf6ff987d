import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CloudUpload, FolderOpen, Laptop, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';

const PAGE = 50;

/** All cases of this laptop, the last touched first, a page at a time. */
export function CasesScreen() {
  const { t } = useTranslation(['today', 'common', 'papers']);
  const { today } = useOpenStatus();
  const { queries } = useDesk();
  const [limit, setLimit] = useState(PAGE);
  const { data, error } = useQuery({
    ...queries.cases.list.queryOptions({ input: { offset: 0, limit } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return <DeskErrorNote error={error} />;
  return (
    <Page
      title={t('today:casesTitle')}
      action={
        <Link to="/request-form" className={buttonClass('plain', 'md')}>
          <Icon of={Printer} />
          <span>{t('papers:request.print')}</span>
        </Link>
      }
    >
      {data.total === 0 ? (
        <EmptyState icon={FolderOpen} title={t('today:casesEmpty')}>
          {t('today:casesEmptyLine')}
        </EmptyState>
      ) : (
        <Panel body="flush" label={t('today:casesTitle')}>
          <DataTable
            caption={t('today:casesTitle')}
            rows={data.cases}
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
                cell: (row) => t(`common:status.${row.status}`),
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
      )}
      {data.cases.length < data.total && (
        <Row>
          <Button onPress={() => setLimit(limit + PAGE)}>{t('today:showMore')}</Button>
          <span>{t('today:shownOf', { shown: data.cases.length, total: data.total })}</span>
        </Row>
      )}
    </Page>
  );
}
