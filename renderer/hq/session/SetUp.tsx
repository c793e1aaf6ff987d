import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useTakeHqStatus } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { TextField } from '#renderer/components/TextField.tsx';
import { HqName, SHORTEST_HQ_PASSWORD, UserName } from '#shared/contracts/hq/session.ts';
import { HqDoor } from './HqDoor.tsx';

const EMPTY = { code: '', displayName: '', userName: '', password: '', again: '' };

/** The first administrator, made with the code that the hub's terminal shows. */
export function SetUp() {
  const { t } = useTranslation(['hqSession', 'session', 'hqErrors']);
  const { queries } = useHq();
  const [form, setForm] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const setUp = useMutation(
    queries.session.setUp.mutationOptions({ onSuccess: useTakeHqStatus() }),
  );
  const set = (part: keyof typeof EMPTY) => (text: string) => setForm({ ...form, [part]: text });
  const name = HqName.safeParse(form.displayName);
  const userName = UserName.safeParse(form.userName);
  const problems = {
    code: form.code.trim() === '' ? t('hqSession:codeMissing') : undefined,
    displayName: name.success ? undefined : t('session:tooShort'),
    userName: userName.success ? undefined : t('hqSession:userNameError'),
    password:
      form.password.length < SHORTEST_HQ_PASSWORD ? t('hqErrors:passwordTooShort') : undefined,
    again: form.again === form.password ? undefined : t('session:passwordDiffers'),
  };
  const shown = (problem: string | undefined) => (asked ? problem : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    const wrong = Object.entries(problems).find(([, problem]) => problem !== undefined);
    if (wrong !== undefined || !name.success || !userName.success) {
      document.getElementById(`set-up-${wrong?.[0] ?? ''}`)?.focus();
      return;
    }
    setUp.mutate({
      code: form.code,
      displayName: name.data,
      userName: userName.data,
      password: form.password,
    });
  };
  const passwordWords = {
    autoComplete: 'new-password',
    showLabel: t('session:showPassword'),
    hideLabel: t('session:hidePassword'),
  } as const;
  return (
    <HqDoor title={t('hqSession:setUpTitle')} line={t('hqSession:setUpLine')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <TextField
          id="set-up-code"
          label={t('hqSession:code')}
          help={t('hqSession:codeHelp')}
          error={shown(problems.code)}
          dir="ltr"
          autoFocus
          value={form.code}
          onChange={set('code')}
        />
        <div className={styles.pair}>
          <TextField
            id="set-up-displayName"
            label={t('hqSession:displayName')}
            help={t('hqSession:displayNameHelp')}
            error={shown(problems.displayName)}
            value={form.displayName}
            onChange={set('displayName')}
          />
          <TextField
            id="set-up-userName"
            label={t('hqSession:userName')}
            help={t('hqSession:userNameHelp')}
            error={shown(problems.userName)}
            dir="ltr"
            autoComplete="username"
            value={form.userName}
            onChange={set('userName')}
          />
        </div>
        <PasswordField
          {...passwordWords}
          id="set-up-password"
          label={t('session:password')}
          help={t('hqSession:passwordHelp')}
          error={shown(problems.password)}
          value={form.password}
          onChange={set('password')}
        />
        <PasswordField
          {...passwordWords}
          id="set-up-again"
          label={t('session:passwordAgain')}
          error={shown(problems.again)}
          value={form.again}
          onChange={set('again')}
        />
        <HqErrorNote error={setUp.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={setUp.isPending}>
            {setUp.isPending ? t('hqSession:settingUp') : t('hqSession:setUp')}
          </Button>
        </div>
      </form>
    </HqDoor>
  );
}
