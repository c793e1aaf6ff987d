import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { CloudUpload, FolderOpen, Laptop, Printer } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AwaitingLine } from '#renderer/caseParts/AwaitingLine.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { buttonClass } from '#renderer/components/button-class.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Fields } from '#renderer/components/Field.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { Page, Row } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Select } from '#renderer/components/Select.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';

const PAGE = 50;
const EVERY = 'every';

/** All cases of this laptop, the last touched first, a page at a time. */
export function CasesScreen() {
  const { t } = useTranslation(['today', 'common', 'papers', 'interview']);
  const { today } = useOpenStatus();
  const { queries } = useDesk();
  const place = useSearch({ from: '/cases' });
  const navigate = useNavigate();
  const page = place.page ?? 1;
  const goTo = (status: CaseStatus | undefined, number: number) =>
    navigate({
      to: '/cases',
      search: { ...(status ? { status } : {}), ...(number > 1 ? { page: number } : {}) },
    });
  const { data, error } = useQuery({
    ...queries.cases.list.queryOptions({
      input: {
        offset: (page - 1) * PAGE,
        limit: PAGE,
        ...(place.status ? { status: [place.status] } : {}),
      },
    }),
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
      <Fields>
        <Select
          id="cases-status"
          label={t('today:filterStatus')}
          span={3}
          value={place.status ?? EVERY}
          options={[
            { value: EVERY, label: t('today:everyStatus') },
            ...CaseStatus.options.map((value) => ({
              value,
              label: t(`common:status.${value}`),
            })),
          ]}
          onChange={(value) => void goTo(value === EVERY ? undefined : CaseStatus.parse(value), 1)}
          placeholder={t('today:everyStatus')}
          nothingFound={t('interview:nothingFound')}
        />
      </Fields>
      {data.total === 0 && place.status ? (
        <EmptyState icon={FolderOpen} title={t('today:filterEmpty')}>
          {t('today:filterEmptyLine')}
        </EmptyState>
      ) : data.total === 0 ? (
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
      {data.total > PAGE && (
        <Row>
          <Button
            {...(page === 1 ? { blockedReason: t('today:firstPage') } : {})}
            onPress={() => void goTo(place.status, page - 1)}
          >
            {t('today:previousPage')}
          </Button>
          <Button
            {...(page * PAGE >= data.total ? { blockedReason: t('today:lastPage') } : {})}
            onPress={() => void goTo(place.status, page + 1)}
          >
            {t('today:nextPage')}
          </Button>
          <span role="status">
            {t('today:shownOf', {
              from: (page - 1) * PAGE + 1,
              to: (page - 1) * PAGE + data.cases.length,
              total: data.total,
            })}
          </span>
        </Row>
      )}
    </Page>
  );
}
