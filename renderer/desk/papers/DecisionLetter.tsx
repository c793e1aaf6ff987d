import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { useDecisionDetail, useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { lastAppealDay } from '#shared/domain/case/appeal.ts';
import type { DecisionContent } from '#shared/domain/case/decision.ts';
import type { DecisionOnCase } from '#shared/domain/case/headquartersState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { PaperTable } from './PaperTable.tsx';
import styles from './papers.module.css';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface DecisionLetterProps extends PaperProps {
  readonly decision: DecisionOnCase;
  readonly content: DecisionContent;
}

/**
 * N5: per item the decision with its plain reason, type, amount, period and conditions; number and date;
 * the right of appeal and its last day, counted from the day of the notice.
 */
export function DecisionLetter({ open, copy, decision, content }: DecisionLetterProps) {
  const { t } = useTranslation(['papers', 'headquarters', 'appeal', 'hqAdministration']);
  const signers = useSettings().signers.N5;
  const language = useLanguage();
  const { today, person } = useOpenStatus();
  const nameOf = useSupportName(open.assessment.evaluation);
  const detailOf = useDecisionDetail();
  const lastDay = lastAppealDay(content, decision.told?.toldOn ?? today);
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N5"
      title={t('papers:name.N5')}
      subtitle={
        <>
          {t('headquarters:letter.decision')} <Bdi>{content.number}</Bdi>
          {' · '}
          <bdi>{t('headquarters:letter.day', spokenDay(content.decidedOn, language))}</bdi>
        </>
      }
    >
      <WaitingFacts open={open} actorId={decision.told?.actorId ?? person.actorId} />
      <p className={styles.support}>{t('headquarters:letter.intro')}</p>
      <PrintSection title={t('headquarters:letter.items')}>
        <PaperTable
          columns={[
            { head: t('headquarters:decision.item'), share: 24 },
            { head: t('headquarters:decision.outcome'), share: 16 },
            { head: t('headquarters:decision.detail'), share: 60 },
          ]}
          rows={content.items.map((item) => ({
            id: item.itemId,
            cells: [
              <Words key="name">{nameOf(item.itemId)}</Words>,
              <strong key="outcome">{t(`headquarters:decision.outcomes.${item.outcome}`)}</strong>,
              <span key="detail" className={styles.details}>
                {detailOf(item).map(({ id, term, value }) => (
                  <span key={id}>
                    {term !== null && <strong>{term}: </strong>}
                    {value}
                  </span>
                ))}
              </span>,
            ],
          }))}
        />
      </PrintSection>
      {content.reviewOf === null ? (
        <>
          <PrintSection title={t('headquarters:letter.appeal')}>
            <p className={styles.follow}>{t('headquarters:letter.appealRight')}</p>
          </PrintSection>
          <PrintPromise>
            <p className={styles.promise}>
              <strong>{t('headquarters:letter.appealUntil')}</strong>{' '}
              <span>
                {spokenDay(lastDay, language).weekday} <DayText day={lastDay} />
              </span>
            </p>
          </PrintPromise>
        </>
      ) : (
        <p className={styles.follow}>{t('appeal:paper.final')}</p>
      )}
      <p className={styles.follow}>{t('headquarters:letter.kind')}</p>
      <PrintSignatures
        places={[
          ...signers.map((role) => ({ id: role, label: t(`hqAdministration:role.${role}`) })),
          { id: 'office', label: t('headquarters:letter.officeSign') },
          { id: 'applicant', label: t('headquarters:letter.received') },
        ]}
      />
    </PaperSheet>
  );
}
