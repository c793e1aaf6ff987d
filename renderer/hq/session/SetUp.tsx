import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useTakeHqStatus } from '#renderer/access/hq/status.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { TextField } from '#renderer/components/TextField.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { HqName, SHORTEST_HQ_PASSWORD, UserName } from '#shared/contracts/hq/session.ts';
import { HqDoor } from './HqDoor.tsx';

const EMPTY = { code: '', displayName: '', userName: '' };

/** The first administrator, made with the code that the hub's terminal shows. */
export function SetUp() {
  const { t } = useTranslation(['hqSession', 'session', 'hqErrors']);
  const { queries } = useHq();
  const [form, setForm] = useState(EMPTY);
  const password = useNewPassword(SHORTEST_HQ_PASSWORD);
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
    password: password.isLongEnough ? undefined : t('hqErrors:passwordTooShort'),
    again: password.isSame ? undefined : t('session:passwordDiffers'),
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
      password: password.text,
    });
  };
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
        <NewPasswordFields
          id="set-up"
          password={password}
          asked={asked}
          label={t('session:password')}
          help={t('hqSession:passwordHelp')}
          tooShort={t('hqErrors:passwordTooShort')}
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
