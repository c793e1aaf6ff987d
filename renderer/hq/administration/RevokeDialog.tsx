import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopReasonDialog } from './LaptopReasonDialog.tsx';

const REASONS = ['lost', 'replaced', 'left', 'other'] as const;

export interface RevokeDialogProps {
  readonly device: DeviceListed;
  readonly onClose: () => void;
}

/** Shuts a laptop out: felt at its next contact. What it sent before stays. */
export function RevokeDialog({ device, onClose }: RevokeDialogProps) {
  const { t } = useTranslation('hqAdministration');
  const { queries } = useHq();
  const cache = useQueryClient();
  const revoke = useMutation(
    queries.devices.revoke.mutationOptions({
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
        label: t(`revokeReason.${value}`),
        help: t(`revokeHelp.${value}`),
        ...(value === 'other' ? { needsWords: true } : {}),
      }))}
      words={{
        title: t('revokeTitle'),
        why: t('revokeWhy'),
        reasonMissing: t('reasonMissing'),
        details: t('reasonWords'),
        detailsMissing: t('reasonWordsMissing'),
        follows: t('revokeFollows'),
        now: t('revokeNow'),
      }}
      buttonKind="danger"
      isBusy={revoke.isPending}
      error={revoke.error}
      onDecide={(reason) => revoke.mutate({ deviceId: device.deviceId, reason })}
      onClose={onClose}
    />
  );
}
