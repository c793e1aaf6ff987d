import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { CaseTimeline } from '#renderer/caseParts/CaseTimeline.tsx';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { CaseFrame } from '#renderer/components/CaseFrame.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';

export interface LaterStepProps extends StepProps {
  readonly step: 'service';
}

/** A step of the policy that opens after the committee's answer: what it will hold, and when. */
export function LaterStep({ open, head, step }: LaterStepProps) {
  const { t } = useTranslation('submission');
  return (
    <CaseFrame {...head} aside={<CaseTimeline open={open} limit={6} />}>
      <EmptyState icon={Hourglass} title={t(`later.${step}.title`)}>
        {t(`later.${step}.body`)}
      </EmptyState>
    </CaseFrame>
  );
}
