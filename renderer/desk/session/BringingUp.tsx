import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import styles from '#renderer/components/Door.module.css';
import { Note } from '#renderer/components/Note.tsx';
import { WorkProgress } from '#renderer/components/WorkProgress.tsx';
import type { OpeningProgress } from '#shared/contracts/session.ts';
import { Door } from './Door.tsx';

const LOOK_EVERY_MS = 400;

/** Keeps the status fresh while the desk is being opened: the answer itself comes only at the end. */
export function useWatchOpening(isOpening: boolean): void {
  const { queries } = useDesk();
  useQuery({
    ...queries.session.status.queryOptions(),
    refetchInterval: LOOK_EVERY_MS,
    enabled: isOpening,
  });
}

/** After a new version of the program: the data are brought up to it before anybody can work. */
export function BringingUp({ progress }: { readonly progress: OpeningProgress }) {
  const { t } = useTranslation('session');
  const { stage, done, total } = progress;
  return (
    <Door title={t('bringingUpTitle')} line={t('bringingUpLine')}>
      <div className={styles.form}>
        <WorkProgress
          label={t('bringingUpLabel')}
          words={
            total === 0 ? t('bringingUpBegins') : t(`bringingUpStage.${stage}`, { done, total })
          }
          done={done}
          total={total}
        />
        <Note tone="info">{t('bringingUpNote')}</Note>
      </div>
    </Door>
  );
}
