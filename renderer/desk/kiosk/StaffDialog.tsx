import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import { Dialog } from '#renderer/components/Dialog.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Stack } from '#renderer/components/Page.tsx';
import { PasswordField } from '#renderer/components/PasswordField.tsx';
import type { Person } from '#shared/contracts/session.ts';

export interface StaffDialogProps {
  readonly person: Person;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

/** The one way back to the desk: the password of who turned the screen. */
export function StaffDialog({ person, isOver, onClose }: StaffDialogProps) {
  const { t } = useTranslation(['opinion', 'session']);
  const { queries } = useDesk();
  const takeStatus = useTakeStatus();
  const [password, setPassword] = useState('');
  const form = useId();
  const end = useMutation(
    queries.opinion.end.mutationOptions({
      onSuccess: (status) => {
        leaveFullScreen();
        takeStatus(status);
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (password !== '') end.mutate({ password });
  };
  return (
    <Dialog
      isOpen
      role="alertdialog"
      onClose={onClose}
      title={t('opinion:staffTitle')}
      foot={
        <>
          <Button kind="main" size="lg" type="submit" form={form} busy={end.isPending}>
            {t('opinion:staffBack')}
          </Button>
          <Button size="lg" onPress={onClose}>
            {t('opinion:staffStay')}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={submit} noValidate>
        <Stack gap={4}>
          {!isOver && <Note tone="review">{t('opinion:leavingKeepsNothing')}</Note>}
          <PasswordField
            label={t('opinion:staffPassword', { person: person.displayName })}
            showLabel={t('session:showPassword')}
            hideLabel={t('session:hidePassword')}
            autoComplete="current-password"
            value={password}
            onChange={setPassword}
            autoFocus
          />
          <DeskErrorNote error={end.error} />
        </Stack>
      </form>
    </Dialog>
  );
}

function leaveFullScreen(): void {
  if (document.fullscreenElement !== null) void document.exitFullscreen().catch(() => undefined);
}
