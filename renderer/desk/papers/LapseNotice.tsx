import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import { awaitedPaper, type Lapse } from '#shared/domain/case/studyState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import styles from './papers.module.css';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface LapseNoticeProps extends PaperProps {
  readonly lapse: Lapse;
}

/** N10: what did not come, since when, and how the request is opened again. */
export function LapseNotice({ open, copy, lapse }: LapseNoticeProps) {
  const { t } = useTranslation(['papers', 'study', 'waiting', 'hqAdministration']);
  const { person } = useOpenStatus();
  const signers = useSettings().signers.N10;
  const language = useLanguage();
  const day = spokenDay(lapse.lapsedOn, language);
  const items = awaitedPaper(open.state)?.awaiting.items ?? [];
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N10"
      title={t('papers:name.N10')}
      subtitle={t('papers:made', day)}
    >
      <WaitingFacts open={open} actorId={person.actorId} />
      <p className={styles.follow}>{t('study:paper.N10intro', { days: lapse.days, ...day })}</p>
      {items.length > 0 && (
        <PrintSection title={t('study:paper.N10awaited')}>
          <ul>
            {items.map((item) => (
              <li key={item.itemId}>
                <Words>{inLanguage(item.name, language)}</Words>
              </li>
            ))}
          </ul>
        </PrintSection>
      )}
      <PrintPromise>
        <p className={styles.promise}>
          <strong>{t('study:paper.N10reopenTitle')}</strong> {t('study:paper.N10reopen')}
        </p>
      </PrintPromise>
      <p className={styles.follow}>{t('study:paper.N10noPenalty')}</p>
      <PrintSignatures
        places={[
          ...signers.map((role) => ({ id: role, label: t(`hqAdministration:role.${role}`) })),
          { id: 'office', label: t('waiting:paper.officeSign') },
          { id: 'applicant', label: t('waiting:paper.received') },
        ]}
      />
    </PaperSheet>
  );
}
