import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useHqErrorSentence } from '#renderer/access/hq/HqErrorNote.tsx';
import { useOverview } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { SafetyPill } from '#renderer/components/SafetyPill.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';

const HEALTH: string = '/administration/health';

/** Whether the hub answers, and how many branches it heard from today: by its own last answer. */
export function HubPill() {
  const { t } = useTranslation('hqShell');
  const { data, error, dataUpdatedAt } = useOverview();
  const sentence = useHqErrorSentence(error);
  const mayLook = useHqMay('devices.read');
  const pill = (tone: 'ok' | 'stop', state: string, parts: readonly string[]) => (
    <SafetyPill
      tone={tone}
      state={state}
      parts={parts}
      href={mayLook ? HEALTH : '/'}
      renderLink={(anchor) => (mayLook ? <Link to={HEALTH} {...anchor} /> : <span {...anchor} />)}
    />
  );
  if (error !== null && hqErrorOf(error).code !== 'notSignedIn') {
    const parts =
      dataUpdatedAt === 0
        ? []
        : [t('lastAnswer', { time: clockTime(new Date(dataUpdatedAt).toISOString()) })];
    return (
      <>
        {pill('stop', t(hqErrorOf(error).code === 'hubAway' ? 'hubAway' : 'hubTrouble'), parts)}
        <VisuallyHidden>
          <span role="alert">{sentence}</span>
        </VisuallyHidden>
      </>
    );
  }
  if (data === undefined) return null;
  const { branches, branchesToday } = data;
  return pill('ok', t('hubWorks'), [
    branches === 0 ? t('noBranches') : t('branchesToday', { count: branchesToday, of: branches }),
  ]);
}
