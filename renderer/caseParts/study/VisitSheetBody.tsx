import { useTranslation } from 'react-i18next';
import { PrintPromise, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { FieldVisit } from '#shared/domain/case/studyState.ts';
import { PaperFacts } from '../PaperFacts.tsx';
import { Words } from '../summaryValue.tsx';
import styles from './study.module.css';
import { VisitWindow } from './VisitFacts.tsx';

/** N6: the window and the researcher for the household, and the questions with room for the answers. */
export function VisitSheetBody({ visit }: { readonly visit: FieldVisit }) {
  const { t } = useTranslation('study');
  const language = useLanguage();
  const { plan } = visit;
  const record = visit.records.at(-1);
  return (
    <>
      <p>{t('paper.N6intro')}</p>
      <PaperFacts
        facts={[
          {
            id: 'on',
            isWide: true,
            term: t('visit.on'),
            value: (
              <>
                {spokenDay(plan.on, language).weekday} <DayText day={plan.on} />
              </>
            ),
          },
          { id: 'window', term: t('visit.window'), value: <VisitWindow visit={visit} /> },
          {
            id: 'by',
            term: t('visit.by'),
            value: t(plan.by === 'branch' ? 'visit.byBranch' : 'visit.byHeadquarters'),
          },
          {
            id: 'visitor',
            term: t('visit.visitor'),
            value: plan.visitor === null ? t('visit.noVisitor') : <Words>{plan.visitor}</Words>,
          },
          {
            id: 'place',
            term: t('visit.place'),
            value: <Words>{plan.place}</Words>,
            isWide: true,
          },
        ]}
      />
      <PrintSection title={t('paper.answersTitle')}>
        <ol className={styles.questions}>
          {plan.questions.map((question, index) => (
            <li key={question}>
              <Words>{question}</Words>
              <span className={styles.answerLine}>
                <Words>{record?.answers[index] ?? ''}</Words>
              </span>
            </li>
          ))}
        </ol>
      </PrintSection>
      <PrintSection title={t('paper.findingsTitle')}>
        {record?.findings != null ? (
          <p className={styles.words} dir="auto">
            {record.findings}
          </p>
        ) : (
          <div className={styles.space} />
        )}
      </PrintSection>
      <PrintPromise>
        <p>{t('paper.identify')}</p>
      </PrintPromise>
      <PrintSignatures
        places={[
          { id: 'visitor', label: t('paper.visitorSign') },
          { id: 'household', label: t('paper.householdSign') },
        ]}
      />
    </>
  );
}
