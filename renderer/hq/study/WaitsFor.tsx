import { useTranslation } from 'react-i18next';
import { DayText } from '#renderer/language/dates.tsx';
import type { StudyCase } from '#shared/contracts/hq/study.ts';

/** What a case of the study waits for, and until when. */
export function WaitsFor({ row }: { readonly row: StudyCase }) {
  const { t } = useTranslation('hqStudy');
  const { lapsedOn, visitOn, requestDue, officerId, begun, stage } = row;
  if (lapsedOn !== null) {
    return (
      <>
        {t('lapsedOn')} <DayText day={lapsedOn} />
      </>
    );
  }
  if (requestDue !== null) {
    return (
      <>
        {t('requestDue')} <DayText day={requestDue} />
      </>
    );
  }
  if (visitOn !== null) {
    return (
      <>
        {t('visitOn')} <DayText day={visitOn} />
      </>
    );
  }
  if (stage === 'readyForCommittee') return null;
  return <>{officerId !== null && !begun ? t('notBegun') : null}</>;
}
