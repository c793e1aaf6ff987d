import { useQuery } from '@tanstack/react-query';
import { CircleCheck, CircleOff, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import type { HqPersonListed } from '#shared/contracts/hq/people.ts';
import { AddPersonDialog } from './AddPersonDialog.tsx';
import { ChangePersonDialog } from './ChangePersonDialog.tsx';

/** Who works at headquarters, and in which roles. */
export function PeoplePart() {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const self = useHqPerson();
  const list = useQuery(queries.people.list.queryOptions());
  const [open, setOpen] = useState<'add' | HqPersonListed | null>(null);
  const close = () => setOpen(null);
  const people = list.data?.people ?? [];
  return (
    <Stack>
      <HqErrorNote error={list.error} />
      <Panel
        title={t('hqAdministration:people')}
        note={t('hqAdministration:peopleCount', {
          count: people.filter(({ active }) => active).length,
        })}
        aside={
          <Button kind="main" size="sm" icon={UserPlus} onPress={() => setOpen('add')}>
            {t('hqAdministration:addPerson')}
          </Button>
        }
        body="flush"
      >
        {list.isPending ? (
          <Skeleton label={t('common:loading')} />
        ) : (
          <DataTable
            caption={t('hqAdministration:people')}
            rows={people}
            rowId={({ personId }) => personId}
            columns={[
              {
                id: 'name',
                head: t('hqAdministration:name'),
                isRowName: true,
                cell: ({ personId, displayName }) =>
                  personId === self.personId
                    ? t('hqAdministration:you', { name: displayName })
                    : displayName,
              },
              {
                id: 'userName',
                head: t('hqAdministration:userName'),
                cell: ({ userName }) => <Bdi>{userName}</Bdi>,
              },
              {
                id: 'roles',
                head: t('hqAdministration:roles'),
                cell: ({ roles }) =>
                  roles
                    .map((role) => t(`hqAdministration:role.${role}`))
                    .join(t('hqAdministration:listComma')),
              },
              {
                id: 'state',
                head: t('hqAdministration:state'),
                isTight: true,
                cell: ({ active }) =>
                  active ? (
                    <Badge tone="ok" icon={CircleCheck}>
                      {t('hqAdministration:active')}
                    </Badge>
                  ) : (
                    <Badge icon={CircleOff} look="dashed">
                      {t('hqAdministration:inactive')}
                    </Badge>
                  ),
              },
              {
                id: 'change',
                head: t('hqAdministration:change'),
                isHeadHidden: true,
                isTight: true,
                cell: (person) => (
                  <Button size="sm" onPress={() => setOpen(person)}>
                    {t('hqAdministration:change')}{' '}
                    <VisuallyHidden>{person.displayName}</VisuallyHidden>
                  </Button>
                ),
              },
            ]}
          />
        )}
      </Panel>
      {open === 'add' && <AddPersonDialog onClose={close} />}
      {open !== null && open !== 'add' && (
        <ChangePersonDialog key={open.personId} person={open} onClose={close} />
      )}
    </Stack>
  );
}
