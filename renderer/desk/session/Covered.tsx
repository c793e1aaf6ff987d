import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { type OpenStatus, useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import { TRAINING_PASSWORD } from '#shared/domain/training.ts';
import { Door } from './Door.tsx';

/**
 * Lies over the whole screen, dialogs included, until the person's password lifts it. What is under
 * it stays as it was, typed letters too.
 */
export function Covered({ status }: { readonly status: OpenStatus }) {
  const { t } = useTranslation('session');
  const { queries } = useDesk();
  const takeStatus = useTakeStatus();
  const [password, setPassword] = useState('');
  const sheet = useRef<HTMLDialogElement>(null);
  const uncover = useMutation(
    queries.session.uncover.mutationOptions({
      onSuccess: takeStatus,
      onSettled: () => setPassword(''),
    }),
  );
  const lock = useMutation(queries.session.lock.mutationOptions({ onSuccess: takeStatus }));
  useEffect(() => {
    if (sheet.current !== null && !sheet.current.open) openSheet(sheet.current);
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    uncover.mutate({ password });
  };
  return createPortal(
    <dialog
      ref={sheet}
      // A dialog under it makes all others inert but what says that it lies on top.
      data-react-aria-top-layer="true"
      className={styles.cover}
      aria-label={t('coveredTitle')}
      // Escape closes a dialog of the browser's own, a second one even when the first was refused;
      // this one only a password closes.
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => openSheet(event.currentTarget)}
    >
      <Door title={t('coveredTitle')} line={`${status.person.displayName} · ${status.branch.name}`}>
        <form className={styles.form} onSubmit={submit} noValidate>
          <p>{t('coveredLine')}</p>
          {status.branch.training && (
            <Note tone="gold">{t('trainingPassword', { password: TRAINING_PASSWORD })}</Note>
          )}
          <PasswordField
            autoComplete="current-password"
            label={t('password')}
            showLabel={t('showPassword')}
            hideLabel={t('hidePassword')}
            value={password}
            onChange={setPassword}
          />
          <DeskErrorNote error={uncover.error} />
          <div className={styles.actions}>
            <Button kind="main" type="submit" busy={uncover.isPending}>
              {t('uncover')}
            </Button>
            <LinkButton onPress={() => lock.mutate({})}>{t('otherPerson')}</LinkButton>
          </div>
        </form>
      </Door>
    </dialog>,
    document.body,
  );
}

/** A dialog gives the focus to its first control, which is the choice of language: it belongs to the password. */
function openSheet(sheet: HTMLDialogElement): void {
  sheet.showModal();
  sheet.querySelector<HTMLElement>('input[type=password]')?.focus();
}
