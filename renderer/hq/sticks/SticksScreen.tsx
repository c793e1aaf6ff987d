import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { ParcelList } from './ParcelList.tsx';
import { ReadParcel } from './ReadParcel.tsx';
import { RecoveryKey } from './RecoveryKey.tsx';

/** Files from branches without a network, their answers, and the key that belongs into a safe. */
export function SticksScreen() {
  const { t } = useTranslation('stick');
  const mayTake = useHqMay('batches.take');
  const mayAdminister = useHqMay('devices.administer');
  return (
    <Page title={t('hqPlace')} subtitle={<DayText day={useHqToday()} />}>
      <Stack>
        {mayTake && <ReadParcel />}
        <ParcelList maySave={mayTake} />
        {mayAdminister && <RecoveryKey />}
      </Stack>
    </Page>
  );
}
