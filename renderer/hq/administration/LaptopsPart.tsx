import { useQuery } from '@tanstack/react-query';
import { Laptop } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Skeleton } from '#renderer/components/Skeleton.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { EnrolmentsPanel } from './EnrolmentsPanel.tsx';
import { LaptopDeedDialog } from './LaptopDeedDialog.tsx';
import { LaptopName, LaptopState } from './LaptopName.tsx';

/** Laptops that ask to be taken in, and those that were. */
export function LaptopsPart() {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const today = useHqToday();
  const mayChange = useHqMay('devices.administer');
  const list = useQuery({
    ...queries.devices.list.queryOptions(),
    refetchInterval: useLookEvery(),
  });
  const [chosen, setChosen] = useState<DeviceListed | null>(null);
  const devices = list.data?.devices ?? [];
  return (
    <Stack>
      <EnrolmentsPanel />
      <HqErrorNote error={list.error} />
      <Panel
        title={t('hqAdministration:laptops')}
        note={t('hqAdministration:laptopCount', {
          count: devices.filter(({ state }) => state === 'enrolled').length,
        })}
        body="flush"
      >
        {list.isPending ? (
          <Skeleton label={t('common:loading')} />
        ) : (
          <DataTable
            caption={t('hqAdministration:laptops')}
            rows={devices}
            rowId={({ deviceId }) => deviceId}
            empty={
              <EmptyState icon={Laptop} title={t('hqAdministration:noLaptops')}>
                {t('hqAdministration:noLaptopsHelp')}
              </EmptyState>
            }
            columns={[
              {
                id: 'name',
                head: t('hqAdministration:laptop'),
                isRowName: true,
                cell: (device) => <LaptopName device={device} />,
              },
              {
                id: 'enrolled',
                head: t('hqAdministration:takenIn'),
                cell: ({ enrolledAt }) => <InstantText instant={enrolledAt} today={today} />,
              },
              {
                id: 'state',
                head: t('hqAdministration:state'),
                cell: (device) => <LaptopState device={device} />,
              },
              ...(mayChange
                ? [
                    {
                      id: 'change',
                      head: t('hqAdministration:change'),
                      isHeadHidden: true,
                      isTight: true,
                      cell: (device: DeviceListed) =>
                        device.state === 'enrolled' ? (
                          <Button size="sm" kind="danger" onPress={() => setChosen(device)}>
                            {t('hqAdministration:revokeOne')}
                          </Button>
                        ) : (
                          <Button size="sm" onPress={() => setChosen(device)}>
                            {t('hqAdministration:readmitOne')}
                          </Button>
                        ),
                    },
                  ]
                : []),
            ]}
          />
        )}
      </Panel>
      {chosen !== null && (
        <LaptopDeedDialog
          key={chosen.deviceId}
          deed={chosen.state === 'enrolled' ? 'revoke' : 'readmit'}
          device={chosen}
          onClose={() => setChosen(null)}
        />
      )}
    </Stack>
  );
}
