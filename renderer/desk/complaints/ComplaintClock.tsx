import { CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Badge } from '#renderer/components/Badge.tsx';
import type { Complaint } from '#shared/contracts/complaints.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';

/** How long it has waited, and whether the day that was aimed at has passed. */
export function ComplaintClock({
  complaint,
}: {
  readonly complaint: Pick<Complaint, 'recordedOn' | 'dueBy' | 'answeredOn'>;
}) {
  const { t } = useTranslation('complaints');
  const { today } = useOpenStatus();
  const { recordedOn, dueBy, answeredOn } = complaint;
  if (answeredOn !== null) {
    return (
      <Badge tone="ok" icon={CircleCheck}>
        {t('answered')}
      </Badge>
    );
  }
  const days = Math.max(0, dayNumberOf(today) - dayNumberOf(recordedOn));
  const isLate = today > dueBy;
  return (
    <Badge tone={isLate ? 'review' : 'info'} icon={isLate ? TriangleAlert : Hourglass}>
      {t(isLate ? 'late' : 'waits', { count: days })}
    </Badge>
  );
}
