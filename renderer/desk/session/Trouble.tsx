import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useRestoreWay } from '#renderer/access/restoreWay.ts';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { Note } from '#renderer/components/Note.tsx';
import { mayRestore } from '#shared/contracts/restore.ts';
import type { DeskStatus } from '#shared/contracts/session.ts';
import { Door } from './Door.tsx';

/** The data cannot be opened: which of the known causes, what is still true, and what to do. */
export function Trouble({
  status,
}: {
  readonly status: Extract<DeskStatus, { phase: 'trouble' }>;
}) {
  const { t } = useTranslation(['session', 'copies', 'errors', 'common']);
  const restore = useRestoreWay();
  const { queries } = useDesk();
  const cache = useQueryClient();
  return (
    <Door title={t('session:troubleTitle')} line={t('session:troubleKept')}>
      <div className={styles.form}>
        <Note tone="stop" live="alert">
          {t(`errors:${status.trouble}`)}
        </Note>
        <div className={styles.actions}>
          <Button
            kind="main"
            onPress={() => void cache.invalidateQueries({ queryKey: queries.session.status.key() })}
          >
            {t('common:retry')}
          </Button>
          {mayRestore(status) && <Button onPress={restore}>{t('copies:restore.way')}</Button>}
        </div>
      </div>
    </Door>
  );
}
