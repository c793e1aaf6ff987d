import { Ban, CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Badge } from '#renderer/components/Badge.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { isolated } from '#renderer/language/isolated.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import styles from './administration.module.css';

/** A laptop as people know it: its branch, its lane in there, and who asked for it. */
export function LaptopName({ device }: { readonly device: DeviceListed }) {
  const { t } = useTranslation('hqAdministration');
  const { branchName, branchCode, lane, personName } = device;
  return (
    <>
      <Words>{branchName}</Words>{' '}
      <span className={styles.muted}>
        <Bdi>{`${branchCode}-${lane}`}</Bdi>
        {personName !== null && ` · ${t('laptopOf', { name: isolated(personName) })}`}
      </span>
    </>
  );
}

export function LaptopState({ device }: { readonly device: DeviceListed }) {
  const { t } = useTranslation('hqAdministration');
  const today = useHqToday();
  if (device.state === 'enrolled') {
    return (
      <Badge tone="ok" icon={CircleCheck}>
        {t('inUse')}
      </Badge>
    );
  }
  return (
    <>
      <Badge tone="stop" icon={Ban}>
        {t('revoked')}
      </Badge>{' '}
      <span className={styles.muted}>
        <Words>{device.revokedReason ?? ''}</Words>
        {device.revokedAt !== null && (
          <>
            {' · '}
            <InstantText instant={device.revokedAt} today={today} layout="line" />
          </>
        )}
      </span>
    </>
  );
}
