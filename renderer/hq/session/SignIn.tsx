import { useMutation, useQuery } from '@tanstack/react-query';
import { type FormEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useForgetWork, useTakeHqStatus } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { UserName } from '#shared/contracts/hq/session.ts';
import { HqDoor } from './HqDoor.tsx';
import { TrainingPeople } from './TrainingPeople.tsx';

/** Name and password. Which of the two was wrong is nobody's business. */
export function SignIn() {
  const { t } = useTranslation(['hqSession', 'session']);
  const { queries } = useHq();
  const takeStatus = useTakeHqStatus();
  const forget = useForgetWork();
  const people = useQuery(queries.session.trainingPeople.queryOptions()).data?.people ?? [];
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  // Pressed twice, it lets in once: what the screens have begun to read is not forgotten under them.
  const isAsked = useRef(false);
  const signIn = useMutation(
    queries.session.signIn.mutationOptions({
      onSuccess: (status) => {
        forget();
        takeStatus(status);
      },
    }),
  );
  const ask = (as: Parameters<typeof signIn.mutate>[0]) => {
    if (isAsked.current) return;
    isAsked.current = true;
    signIn.mutate(as, {
      onSettled: () => {
        isAsked.current = false;
      },
    });
  };
  const name = UserName.safeParse(userName);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.success && password !== '') ask({ userName: name.data, password });
  };
  return (
    <HqDoor
      title={t('hqSession:signInTitle')}
      line={t('hqSession:signInLine')}
      wide={people.length > 0}
    >
      {people.length > 0 && (
        <TrainingPeople
          people={people}
          isBusy={signIn.isPending}
          onChoose={(chosen, theirs) => ask({ userName: chosen, password: theirs })}
        />
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          label={t('hqSession:userName')}
          dir="ltr"
          autoComplete="username"
          autoFocus
          value={userName}
          onChange={setUserName}
          error={asked && !name.success ? t('hqSession:userNameError') : undefined}
        />
        <PasswordField
          autoComplete="current-password"
          label={t('session:password')}
          showLabel={t('session:showPassword')}
          hideLabel={t('session:hidePassword')}
          value={password}
          onChange={setPassword}
          error={asked && password === '' ? t('hqSession:passwordMissing') : undefined}
        />
        <HqErrorNote error={signIn.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={signIn.isPending}>
            {signIn.isPending ? t('hqSession:signingIn') : t('hqSession:signIn')}
          </Button>
        </div>
        {people.length === 0 && <p className={styles.line}>{t('hqSession:forgotHelp')}</p>}
      </form>
    </HqDoor>
  );
}
