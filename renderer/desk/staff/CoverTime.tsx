import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus, useTakeStatus } from '#renderer/access/status.ts';
import { Choice } from '#renderer/components/Choice.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { COVER_AFTER_MINUTES } from '#shared/contracts/session.ts';

/** After how long without a hand on it the screen is covered. */
export function CoverTime() {
  const { t } = useTranslation('staff');
  const { preferences } = useOpenStatus();
  const { queries } = useDesk();
  const keep = useMutation(
    queries.session.setPreferences.mutationOptions({ onSuccess: useTakeStatus() }),
  );
  return (
    <Panel title={t('cover')}>
      <Choice
        label={t('coverAfter')}
        help={t('coverHelp')}
        value={String(preferences.coverAfterMinutes)}
        options={COVER_AFTER_MINUTES.map((minutes) => ({
          value: String(minutes),
          label: t('minutes', { count: minutes }),
        }))}
        onChange={(chosen) => {
          const minutes = COVER_AFTER_MINUTES.find((each) => String(each) === chosen);
          if (minutes !== undefined) keep.mutate({ coverAfterMinutes: minutes });
        }}
      />
    </Panel>
  );
}
