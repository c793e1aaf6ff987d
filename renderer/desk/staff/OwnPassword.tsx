import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { NewPasswordFields } from '#renderer/access/NewPasswordFields.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import { useNewPassword } from '#renderer/components/use-new-password.ts';
import { SHORTEST_PASSWORD } from '#shared/contracts/session.ts';
import { OwnPasswordField } from './OwnPasswordField.tsx';
import styles from './staff.module.css';

/** A new password for whoever sits here; what they signed before stays theirs. */
export function OwnPassword() {
  const { t } = useTranslation(['staff', 'session', 'errors']);
  const { queries } = useDesk();
  const [own, setOwn] = useState('');
  const [asked, setAsked] = useState(false);
  const password = useNewPassword(SHORTEST_PASSWORD);
  const change = useMutation(
    queries.staff.changePassword.mutationOptions({
      onSuccess: () => {
        setOwn('');
        setAsked(false);
        password.clear();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (!password.isGood || own === '') return;
    change.mutate({ ownPassword: own, password: password.text });
  };
  return (
    <Panel title={t('staff:change')}>
      <form className={styles.form} onSubmit={submit} noValidate>
        <OwnPasswordField
          value={own}
          onChange={setOwn}
          error={asked && own === '' ? t('staff:ownPasswordMissing') : undefined}
        />
        <NewPasswordFields
          password={password}
          asked={asked}
          span={6}
          label={t('session:newPassword')}
          help={t('session:passwordHelp')}
          tooShort={t('errors:passwordTooShort')}
        />
        <DeskErrorNote error={change.error} />
        {change.isSuccess && !asked && (
          <Note tone="ok" live="status">
            {t('staff:changed')}
          </Note>
        )}
        <div>
          <Button type="submit" busy={change.isPending}>
            {t('staff:changeButton')}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
