import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { SafetyPill } from '#renderer/components/SafetyPill.tsx';
import { VisuallyHidden } from '#renderer/components/VisuallyHidden.tsx';
import { clockTime, dayOf } from '#renderer/language/days.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { useDesk } from './desk.ts';
import { useOpenStatus } from './status.ts';

const SAFETY_LOOK_EVERY_MS = 3_000;

/** Always there, always true: from the store and the queue as they stand, never from hope. */
export function SafetyLine({ isShort = false }: { readonly isShort?: boolean }) {
  const { t } = useTranslation(['shell', 'errors']);
  const { queries, connection } = useDesk();
  const link = useSyncExternalStore(connection.subscribe, connection.getSnapshot);
  const { data } = useQuery({
    ...queries.safety.get.queryOptions(),
    refetchInterval: SAFETY_LOOK_EVERY_MS,
  });
  useReadingAgain(data?.arrivals);
  const contact = useContactWords();
  const pill = (tone: 'ok' | 'review' | 'stop', state: string, parts: readonly string[]) => (
    <SafetyPill
      tone={tone}
      state={state}
      parts={parts}
      isShort={isShort}
      href="/sync"
      renderLink={(anchor) => <Link to="/sync" {...anchor} />}
    />
  );
  if (link !== 'connected') {
    return (
      <>
        {pill('stop', t('safetyLost'), [t('safetyRetrying'), t('safetyKept')])}
        <VisuallyHidden>
          <span role="alert">{t('errors:connectionLost')}</span>
        </VisuallyHidden>
      </>
    );
  }
  if (data === undefined) return null;
  const parts = [
    data.sending
      ? t('safetySending', { count: data.casesWaiting })
      : t('safetyWaiting', { count: data.casesWaiting }),
    data.lastContactAt === null ? t('safetyNoContact') : contact(data.lastContactAt),
  ];
  if (data.readOnly) return pill('stop', t('safetyReadOnly'), parts);
  if (data.headNotRecorded) return pill('review', t('safetyHead'), parts);
  return pill('ok', t('safetySaved'), parts);
}

/** When the last contact was: a time of today, and how long ago where it was another day. */
function useContactWords(): (instant: string) => string {
  const { t } = useTranslation('shell');
  const { today } = useOpenStatus();
  return (instant) => {
    const days = (parseIsoDate(today) ?? 0) - (parseIsoDate(dayOf(instant)) ?? 0);
    return days > 0
      ? t('safetyContactDays', { count: days })
      : t('safetyContact', { time: clockTime(instant) });
  };
}

/**
 * Something came from headquarters or from another laptop: what is shown is read again where it stands.
 * What is being typed lies over it and stays.
 */
function useReadingAgain(arrivals: number | undefined): void {
  const cache = useQueryClient();
  const { queries } = useDesk();
  const seen = useRef(arrivals);
  useEffect(() => {
    const before = seen.current;
    seen.current = arrivals;
    if (before === undefined || arrivals === undefined || before === arrivals) return;
    for (const part of [
      queries.cases,
      queries.today,
      queries.contacts,
      queries.beneficiaries,
      queries.people,
      queries.reference,
      queries.library,
      queries.sync,
    ]) {
      void cache.invalidateQueries({ queryKey: part.key() });
    }
  }, [arrivals, cache, queries]);
}
