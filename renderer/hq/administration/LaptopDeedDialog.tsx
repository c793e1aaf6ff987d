import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useHq } from '#renderer/access/hq/hq.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { LaptopReasonDialog, type LaptopReasonDialogProps } from './LaptopReasonDialog.tsx';

/** Shuts a laptop out, felt at its next contact; or lets it be heard again. What it sent stays. */
export type LaptopDeed = 'revoke' | 'readmit';

export interface LaptopDeedDialogProps {
  readonly deed: LaptopDeed;
  readonly device: DeviceListed;
  readonly onClose: () => void;
}

export function LaptopDeedDialog({ deed, device, onClose }: LaptopDeedDialogProps) {
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const { deviceId } = device;
  const act = useMutation({
    mutationFn: async (reason: string) => {
      await client.devices[deed]({ deviceId, reason });
    },
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: queries.devices.key() });
      onClose();
    },
  });
  const said = useDeedWords();
  return (
    <LaptopReasonDialog
      device={device}
      {...said[deed]}
      isBusy={act.isPending}
      error={act.error}
      onDecide={(reason) => act.mutate(reason)}
      onClose={onClose}
    />
  );
}

const REVOKED = ['lost', 'replaced', 'left', 'other'] as const;
const READMITTED = ['restored', 'found', 'mistake', 'other'] as const;

function useDeedWords(): Readonly<
  Record<LaptopDeed, Pick<LaptopReasonDialogProps, 'reasons' | 'words' | 'buttonKind'>>
> {
  const { t } = useTranslation('hqAdministration');
  const details = {
    reasonMissing: t('reasonMissing'),
    details: t('reasonWords'),
    detailsMissing: t('reasonWordsMissing'),
  };
  return {
    revoke: {
      buttonKind: 'danger',
      reasons: REVOKED.map((value) => ({
        value,
        label: t(`revokeReason.${value}`),
        help: t(`revokeHelp.${value}`),
        ...(value === 'other' ? { needsWords: true } : {}),
      })),
      words: {
        ...details,
        title: t('revokeTitle'),
        why: t('revokeWhy'),
        follows: t('revokeFollows'),
        now: t('revokeNow'),
      },
    },
    readmit: {
      buttonKind: 'main',
      reasons: READMITTED.map((value) => ({
        value,
        label: t(`readmitReason.${value}`),
        help: t(`readmitHelp.${value}`),
        ...(value === 'other' ? { needsWords: true } : {}),
      })),
      words: {
        ...details,
        title: t('readmitTitle'),
        why: t('readmitWhy'),
        follows: t('readmitFollows'),
        now: t('readmitNow'),
      },
    },
  };
}
