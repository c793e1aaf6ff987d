import { useTranslation } from 'react-i18next';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Appeal } from '#shared/domain/case/appealState.ts';
import type { CaseAssessment } from '#shared/domain/case/assessCase.ts';
import { PaperFacts } from '../PaperFacts.tsx';

export interface AppealReceiptBodyProps {
  readonly appeal: Appeal;
  readonly evaluation: CaseAssessment['evaluation'];
}

/** What stands on N9 below the person: when, of what, on what grounds, and who will look at it. */
export function AppealReceiptBody({ appeal, evaluation }: AppealReceiptBodyProps) {
  const { t } = useTranslation(['appeal', 'common']);
  const language = useLanguage();
  const nameOf = useSupportName(evaluation);
  return (
    <>
      <PaperFacts
        facts={[
          {
            id: 'filedOn',
            term: t('appeal:paper.filedOn'),
            value: <DayText day={appeal.filedOn} />,
          },
          {
            id: 'channel',
            term: t('appeal:channel'),
            value: t(`common:channel.${appeal.channel}`),
          },
          {
            id: 'items',
            term: t('appeal:paper.items'),
            value: listed(appeal.itemIds.map(nameOf), language),
            isWide: true,
          },
        ]}
      />
      <PrintSection title={t('appeal:grounds')}>
        <p dir="auto">{appeal.grounds}</p>
      </PrintSection>
      {appeal.newDocuments !== null && (
        <PrintSection title={t('appeal:newDocuments')}>
          <p dir="auto">{appeal.newDocuments}</p>
        </PrintSection>
      )}
      {appeal.lateReason !== null && (
        <PrintSection title={t('appeal:lateReason')}>
          <p dir="auto">{appeal.lateReason}</p>
        </PrintSection>
      )}
      <p>{t('appeal:paper.next')}</p>
      <PrintSignatures
        places={[
          { id: 'office', label: t('appeal:paper.receivedBy') },
          { id: 'applicant', label: t('appeal:paper.applicant') },
        ]}
      />
    </>
  );
}
