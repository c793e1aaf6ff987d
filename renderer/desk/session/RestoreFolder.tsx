import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { FolderField } from '#renderer/access/FolderField.tsx';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import type { FoundCopy } from '#shared/contracts/restore.ts';
import { Door } from './Door.tsx';

/** Where the copies lie. */
export function RestoreFolder({
  onBack,
  onFound,
}: {
  readonly onBack: () => void;
  readonly onFound: (path: string, copies: readonly FoundCopy[]) => void;
}) {
  const { t } = useTranslation(['copies', 'common']);
  const { client, queries } = useDesk();
  const [path, setPath] = useState('');
  const { data } = useQuery(queries.restore.status.queryOptions());
  const look = useMutation({
    mutationFn: (typed: string) => client.restore.look({ path: typed }),
    onSuccess: ({ copies }, typed) => onFound(typed, copies),
  });
  return (
    <Door title={t('copies:restore.folderTitle')} line={t('copies:restore.folderLine')}>
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (path.trim() !== '') look.mutate(path);
        }}
      >
        <FolderField
          path={path}
          onChange={setPath}
          onChosen={(chosen) => look.mutate(chosen)}
          canBrowse={data?.canBrowse ?? false}
          autoFocus
        />
        <DeskErrorNote error={look.error} />
        <div className={styles.actions}>
          <Button
            kind="main"
            type="submit"
            busy={look.isPending}
            blockedReason={path.trim() === '' ? t('copies:folderFirst') : null}
          >
            {t('copies:restore.find')}
          </Button>
          <LinkButton onPress={onBack}>{t('common:back')}</LinkButton>
        </div>
      </form>
    </Door>
  );
}
