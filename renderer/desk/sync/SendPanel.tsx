import { CloudUpload } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { Progress } from '#renderer/components/Skeleton.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { clockTime } from '#renderer/language/days.ts';
import { useSizeWords } from '#renderer/language/sizes.ts';
import { useSpanWords } from '#renderer/language/spans.ts';
import type { SyncProgress, SyncStatus } from '#shared/contracts/sync.ts';
import { situationTone } from './situations.ts';
import styles from './sync.module.css';
import { useSyncAction } from './useSyncAction.ts';

/** Sending now, how it goes, and what stands in the way, in words. */
export function SendPanel({ status }: { readonly status: SyncStatus }) {
  const { t } = useTranslation('sync');
  const { client } = useDesk();
  const send = useSyncAction(() => client.sync.sendNow());
  const { progress, situation, nextTryAt, clockSkewMs, counts } = status;
  const span = useSpanWords();
  const sizeWords = useSizeWords();
  return (
    <Panel title={t('sendTitle')} compact>
      <Stack gap={3}>
        {progress === null ? (
          <Note tone={situationTone(situation)} slim live="status">
            {t(`situation.${situation}`, { span: span(clockSkewMs ?? 0) })}
          </Note>
        ) : (
          <SendProgress progress={progress} />
        )}
        {progress === null && counts.pagesWaiting > 0 && (
          <span className={styles.small}>
            {t('pagesWait', {
              count: counts.pagesWaiting,
              size: sizeWords(counts.pageBytesWaiting),
            })}
          </span>
        )}
        {nextTryAt !== null && (
          <span className={styles.small}>{t('nextTry', { time: clockTime(nextTryAt) })}</span>
        )}
        <DeskErrorNote error={send.error} />
        <Row>
          <Button
            kind="main"
            icon={CloudUpload}
            busy={send.isPending || progress !== null}
            onPress={() => send.mutate()}
          >
            {t('sendNow')}
          </Button>
        </Row>
        <Address hubUrl={status.enrolment.state === 'enrolled' ? status.enrolment.hubUrl : null} />
      </Stack>
    </Panel>
  );
}

/** Entries first, then the pages of their scans; each counted by what headquarters has said. */
function SendProgress({ progress }: { readonly progress: SyncProgress }) {
  const { t } = useTranslation('sync');
  const { eventsReceipted, eventsTotal, filesHeld, filesTotal } = progress;
  const sizeWords = useSizeWords();
  return (
    <Stack gap={2}>
      {(eventsTotal > 0 || filesTotal === 0) && (
        <Stack gap={1}>
          <Progress label={t('progressLabel')} done={eventsReceipted} total={eventsTotal} />
          <span className={styles.small} role="status">
            {t('progress', {
              done: eventsReceipted,
              total: eventsTotal,
              batch: progress.batchNumber,
              size: sizeWords(progress.bytesSent),
            })}
          </span>
        </Stack>
      )}
      {filesTotal > 0 && (
        <Stack gap={1}>
          <Progress
            label={t('pagesProgressLabel')}
            done={progress.fileBytesHeld}
            total={progress.fileBytesTotal}
          />
          <span className={styles.small} role="status">
            {t('pagesProgress', {
              done: filesHeld,
              total: filesTotal,
              held: sizeWords(progress.fileBytesHeld),
              size: sizeWords(progress.fileBytesTotal),
            })}
          </span>
        </Stack>
      )}
    </Stack>
  );
}

/** Where headquarters is reached; another address changes nothing about whom the laptop trusts. */
function Address({ hubUrl }: { readonly hubUrl: string | null }) {
  const { t } = useTranslation(['sync', 'common']);
  const { client } = useDesk();
  const [typed, setTyped] = useState<string | null>(null);
  const change = useSyncAction((url: string) => client.sync.setAddress({ hubUrl: url }));
  if (typed === null) {
    return (
      <Stack gap={1}>
        <span className={styles.small}>{t('sync:address')}</span>
        <span>
          <Bdi>{hubUrl ?? '—'}</Bdi>
        </span>
        <Row>
          <Button kind="quiet" size="sm" onPress={() => setTyped(hubUrl ?? '')}>
            {t('sync:changeAddress')}
          </Button>
        </Row>
      </Stack>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(typed, { onSuccess: () => setTyped(null) });
      }}
    >
      <Stack gap={2}>
        <TextField
          label={t('sync:address')}
          help={t('sync:addressHelp')}
          value={typed}
          onChange={setTyped}
          dir="ltr"
          autoFocus
        />
        <DeskErrorNote error={change.error} />
        <Row>
          <Button type="submit" size="sm" busy={change.isPending}>
            {t('sync:saveAddress')}
          </Button>
          <Button kind="quiet" size="sm" onPress={() => setTyped(null)}>
            {t('sync:leaveAddress')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
