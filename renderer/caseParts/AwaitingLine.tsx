import { useTranslation } from 'react-i18next';
import { DayText } from '#renderer/language/dates.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { CaseSummary } from '#shared/contracts/cases.ts';

/** What a case in a list waits for: the question that was asked, or what is missing and until when. */
export function AwaitingLine({ summary }: { readonly summary: CaseSummary }) {
  const { t } = useTranslation('today');
  const language = useLanguage();
  const { referral, awaiting } = summary;
  if (referral !== null) {
    return (
      <>
        <bdi>{referral.question}</bdi>{' '}
        {referral.appointmentOn !== null && <DayText day={referral.appointmentOn} />}
      </>
    );
  }
  if (awaiting === null) return null;
  const more = awaiting.count - awaiting.names.length;
  return (
    <>
      {awaiting.names.map((name) => inLanguage(name, language)).join(' · ')}
      {more > 0 && ` ${t('waitingLeft', { count: more })}`} {t('incompleteWhy')}{' '}
      <DayText day={awaiting.dueOn} />
    </>
  );
}
