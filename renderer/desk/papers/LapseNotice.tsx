import { useTranslation } from 'react-i18next';
import { useSettings } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { LapseNoticeBody } from '#renderer/caseParts/papers/LapseNoticeBody.tsx';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Lapse } from '#shared/domain/case/studyState.ts';
import { type PaperProps, PaperSheet } from './PaperSheet.tsx';
import { WaitingFacts } from './WaitingFacts.tsx';

export interface LapseNoticeProps extends PaperProps {
  readonly lapse: Lapse;
}

/** N10: what did not come, since when, and how the request is opened again. */
export function LapseNotice({ open, copy, lapse }: LapseNoticeProps) {
  const { t } = useTranslation('papers');
  const { person } = useOpenStatus();
  const signers = useSettings().signers.N10;
  const language = useLanguage();
  return (
    <PaperSheet
      open={open}
      copy={copy}
      paper="N10"
      title={t('name.N10')}
      subtitle={t('made', spokenDay(lapse.lapsedOn, language))}
    >
      <WaitingFacts open={open} actorId={person.actorId} />
      <LapseNoticeBody state={open.state} lapse={lapse} signers={signers} />
    </PaperSheet>
  );
}
