import { useTranslation } from 'react-i18next';
import { useSupportName } from '#renderer/caseParts/decisionWords.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintFacts, PrintSection, PrintSignatures } from '#renderer/components/PrintPage.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { listed } from '#renderer/language/listed.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Appeal } from '#shared/domain/case/appealState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface AppealReceiptProps extends PaperProps {
  readonly appeal: Appeal;
}

/** N9: against which decision, on what grounds, when, and who will look at it. */
export function AppealReceipt({ open, copy, appeal }: AppealReceiptProps) {
  const { t } = useTranslation(['papers', 'appeal', 'common']);
  const language = useLanguage();
  const nameOf = useSupportName(open.assessment.evaluation);
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N9"
      title={t('papers:name.N9')}
      subtitle={
        <>
          {t('appeal:paper.decision')} <Bdi>{appeal.decisionNumber}</Bdi>
        </>
      }
    >
      <WaitingFacts open={open} actorId={appeal.actorId} />
      <PrintFacts
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
    </PaperSheet>
  );
}
