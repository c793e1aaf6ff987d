import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Button } from '#renderer/components/Button.tsx';
import { ConfirmDialog } from '#renderer/components/Dialog.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import type { EnrolmentListed } from '#shared/contracts/hq/devices.ts';
import styles from './administration.module.css';
import { RequestWords } from './RequestWords.tsx';

export interface WaitingRequestProps {
  readonly request: EnrolmentListed;
  readonly mayAnswer: boolean;
}

/**
 * One laptop that asks. Its code is heard from the branch and typed here: who stood between laptop and
 * hub would show another one.
 */
export function WaitingRequest({ request, mayAnswer }: WaitingRequestProps) {
  const { t } = useTranslation(['hqAdministration', 'common']);
  const { queries } = useHq();
  const cache = useQueryClient();
  const today = useHqToday();
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const [refusing, setRefusing] = useState(false);
  const { requestId } = request;
  const onSuccess = async () => {
    await Promise.all([
      cache.invalidateQueries({ queryKey: queries.devices.key() }),
      cache.invalidateQueries({ queryKey: queries.overview.key() }),
    ]);
  };
  const approve = useMutation(queries.devices.approve.mutationOptions({ onSuccess }));
  const refuse = useMutation(
    queries.devices.refuse.mutationOptions({ onSuccess, onSettled: () => setRefusing(false) }),
  );
  const isMissing = code.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!isMissing) approve.mutate({ requestId, code });
  };
  return (
    <form className={styles.request} onSubmit={submit} noValidate>
      <p>
        <RequestWords request={request} />{' '}
        <span className={styles.muted}>
          <InstantText instant={request.receivedAt} today={today} layout="line" />
        </span>
      </p>
      {mayAnswer && <p className={styles.muted}>{t('hqAdministration:codeHelp')}</p>}
      {mayAnswer && (
        <div className={styles.codeLine}>
          <TextField
            label={t('hqAdministration:code')}
            dir="ltr"
            value={code}
            onChange={setCode}
            error={asked && isMissing ? t('hqAdministration:codeMissing') : undefined}
          />
          <Button kind="main" type="submit" icon={Check} busy={approve.isPending}>
            {t('hqAdministration:approve')}
          </Button>
          <Button kind="danger" onPress={() => setRefusing(true)}>
            {t('hqAdministration:refuse')}
          </Button>
        </div>
      )}
      <HqErrorNote error={approve.error ?? refuse.error} />
      <ConfirmDialog
        isOpen={refusing}
        isDangerous
        title={t('hqAdministration:refuseTitle')}
        confirmLabel={t('hqAdministration:refuse')}
        cancelLabel={t('common:cancel')}
        busy={refuse.isPending}
        onConfirm={() => refuse.mutate({ requestId })}
        onCancel={() => setRefusing(false)}
      >
        <p>
          <RequestWords request={request} />
        </p>
        <p>{t('hqAdministration:refuseFollows')}</p>
      </ConfirmDialog>
    </form>
  );
}
