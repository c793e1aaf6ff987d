import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { AwaitingLine } from '#renderer/caseParts/AwaitingLine.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { BeneficiaryFile } from '#shared/contracts/beneficiaries.ts';

/** All requests of one person, with how far each has come. */
export function FileRequests({ file }: { readonly file: BeneficiaryFile }) {
  const { t } = useTranslation(['beneficiaries', 'common']);
  const { today } = useOpenStatus();
  return (
    <Panel
      title={t('beneficiaries:requests')}
      body="flush"
      {...(file.caseCount > file.requests.length
        ? { note: t('beneficiaries:requestsShown', { count: file.requests.length }) }
        : {})}
    >
      <DataTable
        caption={t('beneficiaries:requests')}
        rows={file.requests}
        rowId={(row) => row.caseId}
        columns={[
          {
            id: 'reference',
            head: t('beneficiaries:column.reference'),
            isRowName: true,
            cell: (row) => (
              <Link to="/case/$caseId/$step" params={{ caseId: row.caseId, step: 'now' }}>
                <Bdi>{row.reference}</Bdi>
              </Link>
            ),
          },
          {
            id: 'status',
            head: t('beneficiaries:column.status'),
            cell: (row) => (
              <>
                {t(`common:status.${row.status}`)}
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
            head: t('beneficiaries:column.opened'),
            isTight: true,
            cell: (row) => <InstantText instant={row.openedAt} today={today} />,
          },
          {
            id: 'updated',
            head: t('beneficiaries:column.updated'),
            isTight: true,
            cell: (row) => <InstantText instant={row.updatedAt} today={today} />,
          },
        ]}
      />
    </Panel>
  );
}
