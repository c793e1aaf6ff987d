import { useMutation } from '@tanstack/react-query';
import { Printer } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { TextField } from '#renderer/components/TextField.tsx';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { Door } from './Door.tsx';

export interface ConfirmRecoveryProps {
  readonly status: Extract<DeskStatus, { phase: 'confirmRecovery' }>;
}

/** The printed code, and the proof that the paper exists: two of its groups typed from it. */
export function ConfirmRecovery({ status }: ConfirmRecoveryProps) {
  const { t } = useTranslation('session');
  const { queries } = useDesk();
  const [typed, setTyped] = useState<readonly string[]>(status.askedGroups.map(() => ''));
  const [refused, setRefused] = useState<readonly string[] | null>(null);
  const confirm = useMutation(
    queries.session.confirmRecovery.mutationOptions({
      onSuccess: useTakeStatus(),
      onError: (_, { groups: sent }) => setRefused(sent),
    }),
  );
  const groups = status.recoveryCode.split('-');
  // A group stays marked until it is typed anew.
  const isRefused = (index: number, group: number) =>
    refused !== null &&
    refused[index] === typed[index] &&
    typed[index]?.trim().toUpperCase() !== groups[group];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    confirm.mutate({ groups: [...typed] });
  };
  return (
    <Door title={t('recoveryTitle')} line={t('recoveryWhy')} wide>
      <p className={styles.line}>
        {t('recoveryPaperFor', { person: status.person.displayName, branch: status.branch.name })}
      </p>
      <div className={styles.code} role="group" aria-label={t('recoveryCode')}>
        {groups.map((group, index) => (
          <span key={`${index}-${group}`} className={styles.group}>
            <span className={styles.groupNumber}>{index + 1}</span>
            <span data-recovery-group={index}>{group}</span>
          </span>
        ))}
      </div>
      <form className={`${styles.form} ${styles.screenOnly}`} onSubmit={submit} noValidate>
        <div className={styles.actions}>
          <Button icon={Printer} onPress={() => window.print()}>
            {t('recoveryPrint')}
          </Button>
        </div>
        <p>{t('recoveryConfirm')}</p>
        <div className={styles.pair}>
          {status.askedGroups.map((group, index) => (
            <TextField
              key={group}
              label={t('recoveryGroup', { number: group + 1 })}
              dir="ltr"
              error={isRefused(index, group) ? t('recoveryGroupDiffers') : undefined}
              value={typed[index] ?? ''}
              onChange={(text) => setTyped(typed.map((old, at) => (at === index ? text : old)))}
            />
          ))}
        </div>
        <DeskErrorNote error={confirm.error} />
        <div className={styles.actions}>
          <Button kind="main" type="submit" busy={confirm.isPending}>
            {t('recoveryDone')}
          </Button>
        </div>
      </form>
    </Door>
  );
}
