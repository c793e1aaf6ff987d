import { useTranslation } from 'react-i18next';
import { VisitSheetBody } from '#renderer/caseParts/study/VisitSheetBody.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { FieldVisit } from '#shared/domain/case/studyState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface VisitSheetProps extends PaperProps {
  readonly visit: FieldVisit;
}

/** N6 as the branch prints it. */
export function VisitSheet({ open, copy, visit }: VisitSheetProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N6"
      title={t('name.N6')}
      subtitle={t('made', spokenDay(dayOf(visit.scheduled.at), language))}
    >
      <WaitingFacts open={open} actorId={visit.scheduled.actorId} />
      <VisitSheetBody visit={visit} />
    </PaperSheet>
  );
}
