import { useTranslation } from 'react-i18next';
import { PaperFacts } from '#renderer/caseParts/PaperFacts.tsx';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AwaitedPaper } from '#shared/domain/case/studyState.ts';
import { acceptedInstead } from './acceptedInstead.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { PaperTable } from './PaperTable.tsx';
import styles from './papers.module.css';
import { useAcceptedDates } from './useAcceptedDates.ts';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface MissingItemsProps extends PaperProps {
  readonly list: AwaitedPaper;
}

/** N2: each thing that is awaited, why, what is accepted, by when and where; the period has not begun. */
export function MissingItems({ open, copy, list }: MissingItemsProps) {
  const { t } = useTranslation(['papers', 'waiting']);
  const language = useLanguage();
  const acceptedDates = useAcceptedDates();
  const { items, dueOn, place, kind } = list.awaiting;
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N2"
      title={t('papers:name.N2')}
      subtitle={t('papers:made', spokenDay(dayOf(list.at), language))}
    >
      <WaitingFacts open={open} actorId={list.actorId} />
      <PrintSection title={t('waiting:paper.intro')}>
        <PaperTable
          columns={[
            { head: t('waiting:paper.item'), share: 36 },
            { head: t('waiting:paper.why'), share: 26 },
            { head: t('waiting:paper.accepted'), share: 38 },
          ]}
          rows={items.map((item) => {
            const accepted = acceptedInstead(item, open.assessment.documents);
            return {
              id: item.itemId,
              cells: [
                <span key="name">
                  <Words>{inLanguage(item.name, language)}</Words>
                  {item.note !== null && (
                    <span className={styles.subject}>
                      <Words>{item.note}</Words>
                    </span>
                  )}
                </span>,
                t(`waiting:why.${item.why}`),
                accepted === null ? (
                  t('waiting:paper.asTold')
                ) : (
                  <span key="accepted">
                    {acceptedDates(accepted.validity)}
                    {accepted.others.map((other) => (
                      <span key={other.ar} className={styles.subject}>
                        {t('waiting:paper.or')} {inLanguage(other, language)}
                      </span>
                    ))}
                  </span>
                ),
              ],
            };
          })}
        />
      </PrintSection>
      {list.text !== null && (
        <p>
          {t('waiting:paper.officerSays')}: <Words>{list.text}</Words>
        </p>
      )}
      <PaperFacts
        facts={[
          { id: 'due', term: t('waiting:paper.dueOn'), value: <DayText day={dueOn} /> },
          { id: 'where', term: t('waiting:paper.where'), value: <Words>{place}</Words> },
        ]}
      />
      <PrintPromise>
        <p className={styles.promise}>
          {kind === 'incomplete' && <strong>{t('waiting:paper.period')}</strong>}{' '}
          {t('waiting:paper.keep')}
        </p>
      </PrintPromise>
      <PrintSignatures
        places={[
          { id: 'officer', label: t('waiting:paper.officeSign') },
          { id: 'applicant', label: t('waiting:paper.received') },
        ]}
      />
    </PaperSheet>
  );
}
