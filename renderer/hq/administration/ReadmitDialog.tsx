import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopReasonDialog } from './LaptopReasonDialog.tsx';

const REASONS = ['restored', 'found', 'mistake', 'other'] as const;

export interface ReadmitDialogProps {
  readonly device: DeviceListed;
  readonly onClose: () => void;
}

/** Lets a laptop that was shut out be heard again: it was found, or its desk was restored from a copy. */
export function ReadmitDialog({ device, onClose }: ReadmitDialogProps) {
  const { t } = useTranslation('hqAdministration');
  const { queries } = useHq();
  const cache = useQueryClient();
  const readmit = useMutation(
    queries.devices.readmit.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: queries.devices.key() });
        onClose();
      },
    }),
  );
  return (
    <LaptopReasonDialog
      device={device}
      reasons={REASONS.map((value) => ({
        value,
        label: t(`readmitReason.${value}`),
        help: t(`readmitHelp.${value}`),
        ...(value === 'other' ? { needsWords: true } : {}),
      }))}
      words={{
        title: t('readmitTitle'),
        why: t('readmitWhy'),
        reasonMissing: t('reasonMissing'),
        details: t('reasonWords'),
        detailsMissing: t('reasonWordsMissing'),
        follows: t('readmitFollows'),
        now: t('readmitNow'),
      }}
      buttonKind="main"
      isBusy={readmit.isPending}
      error={readmit.error}
      onDecide={(reason) => readmit.mutate({ deviceId: device.deviceId, reason })}
      onClose={onClose}
    />
  );
}
