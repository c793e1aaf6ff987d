import { CircleCheck, FileClock, PenLine, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { type CaseState, standingDeclaration } from '#shared/domain/case/caseState.ts';

/** The status of a case in words; a voided signature comes before it. */
export function StatusBadge({ state }: { readonly state: CaseState }) {
  const { t } = useTranslation(['common', 'caseFrame']);
  if (state.declarations.length > 0 && standingDeclaration(state) === null) {
    return (
      <Badge tone="review" icon={TriangleAlert}>
        {t('caseFrame:signatureVoided')}
      </Badge>
    );
  }
  if (state.status === 'incomplete' || state.status === 'referred') {
    return (
      <Badge tone="review" icon={FileClock}>
        {t(`common:status.${state.status}`)}
      </Badge>
    );
  }
  const isDraft = state.status === 'draft';
  return (
    <Badge tone={isDraft ? 'neutral' : 'info'} icon={isDraft ? PenLine : CircleCheck}>
      {t(`common:status.${state.status}`)}
    </Badge>
  );
}
