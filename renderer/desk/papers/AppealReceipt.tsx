import { useTranslation } from 'react-i18next';
import { AppealReceiptBody } from '#renderer/caseParts/papers/AppealReceiptBody.tsx';
import { Bdi } from '#renderer/components/Bdi.tsx';
import type { Appeal } from '#shared/domain/case/appealState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface AppealReceiptProps extends PaperProps {
  readonly appeal: Appeal;
}

/** N9: against which decision, on what grounds, when, and who will look at it. */
export function AppealReceipt({ open, copy, appeal }: AppealReceiptProps) {
  const { t } = useTranslation(['papers', 'appeal']);
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
      <AppealReceiptBody appeal={appeal} evaluation={open.assessment.evaluation} />
    </PaperSheet>
  );
}
