import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { KeyRound, Printer } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Row, Stack } from '#renderer/components/Page.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import styles from './sticks.module.css';

/** The key that opens branches' files when headquarters' machine is lost: onto paper, then off the disk. */
export function RecoveryKey() {
  const { t } = useTranslation('stick');
  const { client, queries } = useHq();
  const { data } = useSuspenseQuery(queries.stickKeys.status.queryOptions());
  const show = useMutation({ mutationFn: () => client.stickKeys.recovery() });
  return (
    <Panel title={t('keyTitle')}>
      {data.recoveryWaits ? (
        <Stack gap={3}>
          <Note tone="review">{t('keyWaits')}</Note>
          <HqErrorNote error={show.error} />
          {show.data === undefined ? (
            <Row>
              <Button icon={KeyRound} busy={show.isPending} onPress={() => show.mutate()}>
                {t('keyShow')}
              </Button>
            </Row>
          ) : (
            <ShownKey identity={show.data.identity} />
          )}
        </Stack>
      ) : (
        <Note tone="ok">{t('keyTaken')}</Note>
      )}
    </Panel>
  );
}

function ShownKey({ identity }: { readonly identity: string }) {
  const { t } = useTranslation('stick');
  const { client, queries } = useHq();
  const cache = useQueryClient();
  const [ending, setEnding] = useState('');
  const confirm = useMutation({
    mutationFn: () => client.stickKeys.confirmRecovery({ ending }),
    onSuccess: () => cache.invalidateQueries({ queryKey: queries.stickKeys.key() }),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <Stack gap={3}>
        <p className={styles.key}>
          <Bdi>{identity}</Bdi>
        </p>
        <Row>
          <Button icon={Printer} onPress={() => window.print()}>
            {t('keyPrint')}
          </Button>
        </Row>
        <TextField label={t('keyEnding')} value={ending} onChange={setEnding} dir="ltr" span={4} />
        <HqErrorNote error={confirm.error} />
        <Row>
          <Button
            type="submit"
            busy={confirm.isPending}
            blockedReason={ending.trim() === '' ? t('keyEndingFirst') : null}
          >
            {t('keyConfirm')}
          </Button>
        </Row>
      </Stack>
    </form>
  );
}
