import { CircleCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { clockTime } from '#renderer/language/days.ts';
import type { Mark } from '#shared/domain/case/caseState.ts';

/** Done, and at what time. */
export function DoneBadge({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation('welcome');
  return (
    <Badge tone="ok" icon={CircleCheck}>
      {t('doneAt', { time: clockTime(mark.at) })}
    </Badge>
  );
}
