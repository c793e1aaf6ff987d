import { Hourglass } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';

/** That an undecided case is older than the association means it to be. */
export function LateBadge({ days }: { readonly days: number | null }) {
  const { t } = useTranslation('committee');
  return days === null ? null : (
    <Badge tone="review" icon={Hourglass}>
      {t('late', { count: days })}
    </Badge>
  );
}
