import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { useRestoreWay } from '#renderer/access/restoreWay.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Choice } from '#renderer/components/Choice.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { mayRestore } from '#shared/contracts/restore.ts';
import { type DeskStatus, SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { BringingUp, useWatchOpening } from './BringingUp.tsx';
import { Door } from './Door.tsx';

type LockedStatus = Extract<DeskStatus, { phase: 'locked' }>;

export interface UnlockProps {
  readonly status: LockedStatus;
}

/** One person's password opens the desk; the printed code opens it when the password is forgotten. */
export function Unlock({ status }: UnlockProps) {
  const [way, setWay] = useState<'password' | 'recovery'>('password');
  return way === 'password' ? (
    <PasswordForm status={status} onForgot={() => setWay('recovery')} />
  ) : (
    <RecoveryForm status={status} onBack={() => setWay('password')} />
  );
}

function usePerson(status: LockedStatus) {
  const { t } = useTranslation('session');
  const [actorId, setActorId] = useState(status.people[0]?.actorId ?? null);
  const choice =
    status.people.length > 1 ? (
      <Choice
        label={t('unlockWho')}
        value={actorId}
        options={status.people.map((person) => ({
          value: person.actorId,
          label: person.displayName,
        }))}
        onChange={(chosen) => {
          const person = status.people.find((each) => each.actorId === chosen);
          setActorId(person?.actorId ?? null);
        }}
      />
    ) : null;
  return { actorId, choice };
}

/** What the attempt met may have opened another way: data that are damaged are restored from a copy. */
function useLookAgain(): () => Promise<void> {
  const { queries } = useDesk();
  const cache = useQueryClient();
  return () => cache.invalidateQueries({ queryKey: queries.session.status.key() });
}

interface PasswordFormProps extends UnlockProps {
  readonly onForgot: () => void;
}

function PasswordForm({ status, onForgot }: PasswordFormProps) {
  const { t } = useTranslation(['session', 'copies', 'errors']);
  const { queries } = useDesk();
  const restore = useRestoreWay();
  const { actorId, choice } = usePerson(status);
  const [password, setPassword] = useState('');
  const unlock = useMutation(
    queries.session.unlock.mutationOptions({
      onSuccess: useTakeStatus(),
      onError: useLookAgain(),
    }),
  );
  useWatchOpening(unlock.isPending || status.opening !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (actorId !== null) unlock.mutate({ actorId, password });
  };
  if (status.opening !== null) return <BringingUp progress={status.opening} />;
  const person = status.people.find((each) => each.actorId === actorId);
  return (
    <Door
      title={t('session:unlockTitle')}
      line={[status.people.length === 1 ? person?.displayName : null, status.branchName]
        .filter(Boolean)
        .join(' · ')}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        {status.training && (
          <Note tone="gold">{t('session:trainingPassword', { password: TRAINING_PASSWORD })}</Note>
        )}
        {status.trouble !== null && (
          <Note tone="stop" live="alert">
            {t(`errors:${status.trouble}`)}
          </Note>
        )}
        {choice}
        <PasswordField
          autoComplete="current-password"
          label={t('session:password')}
          showLabel={t('session:showPassword')}
          hideLabel={t('session:hidePassword')}
          value={password}
          onChange={setPassword}
          autoFocus
        />
        <DeskErrorNote error={unlock.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={unlock.isPending}>
            {unlock.isPending ? t('session:unlocking') : t('session:unlock')}
          </Button>
          <LinkButton onPress={onForgot}>{t('session:forgot')}</LinkButton>
          {mayRestore(status) && <Button onPress={restore}>{t('copies:restore.way')}</Button>}
        </div>
      </form>
    </Door>
  );
}

interface RecoveryFormProps extends UnlockProps {
  readonly onBack: () => void;
}

function RecoveryForm({ status, onBack }: RecoveryFormProps) {
  const { t } = useTranslation(['session', 'errors']);
  const { queries } = useDesk();
  const { actorId, choice } = usePerson(status);
  const [code, setCode] = useState('');
  const password = useNewPassword(SHORTEST_PASSWORD);
  const [asked, setAsked] = useState(false);
  const recover = useMutation(
    queries.session.recover.mutationOptions({
      onSuccess: useTakeStatus(),
      onError: useLookAgain(),
    }),
  );
  useWatchOpening(recover.isPending || status.opening !== null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (actorId !== null && password.isGood) {
      recover.mutate({ actorId, code, password: password.text });
    }
  };
  if (status.opening !== null) return <BringingUp progress={status.opening} />;
  return (
    <Door title={t('session:recoverTitle')} line={t('session:recoverLine')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        {choice}
        <TextField
          label={t('session:recoveryCode')}
          dir="ltr"
          value={code}
          onChange={setCode}
          autoFocus
        />
        <NewPasswordFields
          password={password}
          asked={asked}
          label={t('session:newPassword')}
          help={t('session:passwordHelp')}
          tooShort={t('errors:passwordTooShort')}
        />
        <DeskErrorNote error={recover.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={recover.isPending}>
            {t('session:recover')}
          </Button>
          <LinkButton onPress={onBack}>{t('session:backToUnlock')}</LinkButton>
        </div>
      </form>
    </Door>
  );
}
