import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote, useHqErrorSentence } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday, useLookEvery } from '#renderer/access/hq/overview.ts';
import { useHqMay } from '#renderer/access/hq/status.ts';
import { FileButton } from '#renderer/components/FileButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { hqErrorOf } from '#renderer/transport/hqClient.ts';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';
import { AnsweredRequest } from './AnsweredRequest.tsx';
import styles from './administration.module.css';
import { WaitingRequest } from './WaitingRequest.tsx';

const LONGEST_FILE = 20_000;

/** Laptops that ask to be taken in, over the network or by a file that somebody brought. */
export function EnrolmentsPanel() {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const today = useHqToday();
  const mayAnswer = useHqMay('devices.administer');
  const list = useQuery({
    ...queries.devices.requests.queryOptions(),
    refetchInterval: useLookEvery(),
  });
  const [taken, setTaken] = useState<EnrolmentListed | null>(null);
  const take = useMutation({
    mutationFn: async (file: File) =>
      client.devices.takeRequest({ file: (await file.text()).slice(0, LONGEST_FILE) }),
    onSuccess: async (request) => {
      setTaken(request);
      await cache.invalidateQueries({ queryKey: queries.devices.requests.key() });
      await cache.invalidateQueries({ queryKey: queries.overview.key() });
    },
  });
  const refused = useHqErrorSentence(take.error);
  const isNoRequest = take.error !== null && hqErrorOf(take.error).code === 'inputInvalid';
  const requests = list.data?.requests ?? [];
  const waiting = requests.filter(({ state }) => state === 'waiting');
  const answeredToday = requests.filter(
    ({ state, receivedAt, requestId }) =>
      state !== 'waiting' && (dayOf(receivedAt) === today || requestId === taken?.requestId),
  );
  return (
    <Panel
      id="enrolments"
      title={t('hqAdministration:requests')}
      note={t('hqAdministration:requestCount', { count: waiting.length })}
      aside={
        mayAnswer ? (
          <FileButton
            size="sm"
            label={t('hqAdministration:takeFile')}
            accept=".json,application/json"
            busy={take.isPending}
            onFile={(file) => take.mutate(file)}
          >
            {t('hqAdministration:takeFile')}
          </FileButton>
        ) : undefined
      }
    >
      <HqErrorNote error={list.error} />
      {refused !== null && (
        <Note tone="stop" live="alert">
          {isNoRequest ? t('hqAdministration:fileNoRequest') : refused}
        </Note>
      )}
      {waiting.length === 0 && answeredToday.length === 0 && (
        <p className={styles.muted}>{t('hqAdministration:noRequests')}</p>
      )}
      {waiting.map((request) => (
        <WaitingRequest key={request.requestId} request={request} mayAnswer={mayAnswer} />
      ))}
      {answeredToday.map((request) => (
        <AnsweredRequest key={request.requestId} request={request} />
      ))}
    </Panel>
  );
}
