import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { HqErrorNote } from '#renderer/access/hq/HqErrorNote.tsx';
import { useHq } from '#renderer/access/hq/hq.ts';
import { useTakeHqStatus } from '#renderer/access/hq/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import type { HqPerson } from '#shared/contracts/hq/session.ts';
import { HqDoor } from './HqDoor.tsx';

export interface SessionOverProps {
  readonly person: HqPerson;
  /** Somebody else wants in: what lies under the door is given up. */
  readonly onOther: () => void;
}

/** Lies over the screens until the same person's password takes the session up again. */
export function SessionOver({ person, onOther }: SessionOverProps) {
  const { t } = useTranslation(['hqSession', 'session']);
  const { queries } = useHq();
  const [password, setPassword] = useState('');
  const sheet = useRef<HTMLDialogElement>(null);
  const signIn = useMutation(
    queries.session.signIn.mutationOptions({ onSuccess: useTakeHqStatus() }),
  );
  useEffect(() => {
    const dialog = sheet.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    // It would give the focus to its first control, the choice of the language.
    dialog.querySelector<HTMLInputElement>('form input')?.focus();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signIn.mutate({ userName: person.userName, password });
  };
  return createPortal(
    <dialog
      ref={sheet}
      // A dialog under it makes all others inert but what says that it lies on top.
      data-react-aria-top-layer="true"
      className={styles.cover}
      aria-label={t('hqSession:overTitle')}
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
    >
      <HqDoor title={t('hqSession:overTitle')} line={person.displayName}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <p>{t('hqSession:overLine')}</p>
          <PasswordField
            autoComplete="current-password"
            label={t('session:password')}
            showLabel={t('session:showPassword')}
            hideLabel={t('session:hidePassword')}
            value={password}
            onChange={setPassword}
            autoFocus
          />
          <HqErrorNote error={signIn.error} />
          <div className={styles.actions}>
            <Button kind="main" type="submit" busy={signIn.isPending}>
              {t('hqSession:goOn')}
            </Button>
            <LinkButton onPress={onOther}>{t('session:otherPerson')}</LinkButton>
          </div>
        </form>
      </HqDoor>
    </dialog>,
    document.body,
  );
}
