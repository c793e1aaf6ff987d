import { useTranslation } from 'react-i18next';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseState } from '#shared/domain/case/caseState.ts';
import { awaitedPaper, type Lapse } from '#shared/domain/case/studyState.ts';
import type { Settings } from '#shared/domain/settings/settings.ts';
import styles from './paperBodies.module.css';

export interface LapseNoticeBodyProps {
  readonly state: CaseState;
  readonly lapse: Lapse;
  readonly signers: Settings['signers']['N10'];
}

/** What stands on N10 below the person: what did not come, since when, and how the request is opened again. */
export function LapseNoticeBody({ state, lapse, signers }: LapseNoticeBodyProps) {
  const { t } = useTranslation(['study', 'waiting', 'hqAdministration']);
  const language = useLanguage();
  const day = spokenDay(lapse.lapsedOn, language);
  const items = awaitedPaper(state)?.awaiting.items ?? [];
  return (
    <>
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
    </>
  );
}
