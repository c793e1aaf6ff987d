import type { StepProps } from '#renderer/caseParts/step.ts';
import { BeforeSubmission } from './BeforeSubmission.tsx';
import { Submitted } from './Submitted.tsx';

/** What happens next: the two-week sentence told and understood, then the request handed in (P35). */
export function NextStep(props: StepProps) {
  const { submission } = props.open.state;
  return submission === null ? (
    <BeforeSubmission {...props} />
  ) : (
    <Submitted {...props} submission={submission} />
  );
}
