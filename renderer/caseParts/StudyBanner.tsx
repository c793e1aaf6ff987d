import { Archive, FileQuestion, House } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { DayText } from '#renderer/language/dates.tsx';
import { awaitingOf, openLapse, openRequest, openVisit } from '#shared/domain/case/studyState.ts';
import type { StepProps } from './step.ts';

/** Whether headquarters' study, or a lapse, wants something of the branch now. */
export function wantsOfStudy({ state }: StepProps['open']): boolean {
  const { study, stage } = state;
  if (openLapse(state) !== null) return true;
  if (stage !== 'underStudy') return false;
  return openRequest(study) !== null || openVisit(study)?.plan.by === 'branch';
}

/** What headquarters' study wants of the branch, with the one place where it is answered. */
export function StudyBanner({ open, go }: Pick<StepProps, 'open' | 'go'>) {
  const { t } = useTranslation('study');
  const { state } = open;
  const lapse = openLapse(state);
  const request = lapse === null ? openRequest(state.study) : null;
  const visit = lapse === null ? openVisit(state.study) : null;
  const action = (
    <Button size="sm" onPress={() => go('waiting')}>
      {t('banner.go')}
    </Button>
  );
  return (
    <>
      {lapse !== null && (
        <Note tone="review" icon={Archive} action={action}>
          <span>
            {t('lapse.title')}. {t('lapse.since')} <DayText day={lapse.lapsedOn} />
          </span>
        </Note>
      )}
      {request !== null && (
        <Note tone="review" icon={FileQuestion} action={action}>
          <span>
            {t('banner.more')} <DayText day={awaitingOf(state)?.dueOn ?? request.dueOn} />
          </span>
        </Note>
      )}
      {visit?.plan.by === 'branch' && (
        <Note tone="info" icon={House} action={action}>
          <span>
            {t('banner.visit')} <DayText day={visit.plan.on} />
          </span>
        </Note>
      )}
    </>
  );
}
