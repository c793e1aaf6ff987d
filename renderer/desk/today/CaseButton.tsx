import { useNavigate } from '@tanstack/react-router';
import type { CasePlace, StepPlace } from '#renderer/caseParts/step.ts';
import { Button } from '#renderer/components/Button.tsx';
import { workItemNameId } from '#renderer/components/WorkList.tsx';
import type { CaseId } from '#shared/domain/identity.ts';

export interface CaseButtonProps {
  /** The row whose name is read with the button. */
  readonly item: string;
  readonly caseId: CaseId;
  readonly label: string;
  /** Where in the case; without it, where the case stands. */
  readonly step?: CasePlace;
  readonly at?: StepPlace['at'];
}

/** Leads from a row of the day to the very place. */
export function CaseButton({ item, caseId, label, step, at }: CaseButtonProps) {
  const navigate = useNavigate();
  return (
    <Button
      size="sm"
      onPress={() =>
        void navigate({
          to: '/case/$caseId/$step',
          params: { caseId, step: step ?? 'now' },
          search: at === undefined ? {} : { at },
        })
      }
      describedBy={workItemNameId(item)}
    >
      {label}
    </Button>
  );
}
