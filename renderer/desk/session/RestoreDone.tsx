import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import styles from '#renderer/components/Door.module.css';
import { Note } from '#renderer/components/Note.tsx';
import type { Restored } from '#shared/contracts/restore.ts';
import { Door } from './Door.tsx';

/** What came back, and what is new about the numbers of cases. */
export function RestoreDone({
  restored,
  onGoOn,
}: {
  readonly restored: Restored;
  readonly onGoOn: () => void;
}) {
  const { t } = useTranslation('copies');
  return (
    <Door title={t('restore.doneTitle')} line={t('restore.doneLine')}>
      <div className={styles.form}>
        <Note tone="ok" live="status">
          {t('restore.doneCounts', { ...restored })}
        </Note>
        {restored.picturesMissing > 0 && (
          <Note tone="review">{t('restore.doneMissing', { count: restored.picturesMissing })}</Note>
        )}
        <p>{t('restore.doneLane', { lane: restored.lane })}</p>
        <div className={styles.actions}>
          <Button kind="main" onPress={onGoOn}>
            {t('restore.goOn')}
          </Button>
        </div>
      </div>
    </Door>
  );
}
