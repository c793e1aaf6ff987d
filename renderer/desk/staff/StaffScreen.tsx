import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { roleMay } from '#shared/domain/case/permission.ts';
import { AddPerson } from './AddPerson.tsx';
import { CoverTime } from './CoverTime.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import styles from './staff.module.css';

/** Who works at this laptop, each with a password of their own; and when the screen is covered. */
export function StaffScreen() {
  const { t } = useTranslation('staff');
  const { today, person } = useOpenStatus();
  const { queries } = useDesk();
  const { people } = useSuspenseQuery(queries.staff.list.queryOptions()).data;
  return (
    <Page title={t('title')} subtitle={t('subtitle')}>
      <div className={styles.sides}>
        <Stack gap={5}>
          <Panel title={t('people')} body="flush">
            <DataTable
              caption={t('people')}
              rows={people}
              rowId={(row) => row.actorId}
              columns={[
                {
                  id: 'name',
                  head: t('name'),
                  isRowName: true,
                  cell: (row) =>
                    row.actorId === person.actorId
                      ? t('you', { name: row.displayName })
                      : row.displayName,
                },
                { id: 'role', head: t('role'), cell: (row) => t(`roles.${row.role}`) },
                {
                  id: 'added',
                  head: t('added'),
                  cell: (row) => <InstantText instant={row.addedAt} today={today} />,
                },
              ]}
            />
          </Panel>
          {roleMay(person.role, 'staff.manage') ? (
            <AddPerson />
          ) : (
            <Note tone="info">{t('addedByOfficer')}</Note>
          )}
        </Stack>
        <Stack gap={5}>
          <OwnPassword />
          <CoverTime />
        </Stack>
      </div>
    </Page>
  );
}
