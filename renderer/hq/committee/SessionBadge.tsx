import { CalendarClock, CalendarX, CircleCheck, Gavel } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import type { SessionStatus } from '#shared/domain/committee/session.ts';

const LOOKS = {
  planned: { tone: 'info', icon: CalendarClock },
  open: { tone: 'review', icon: Gavel },
  closed: { tone: 'ok', icon: CircleCheck },
  calledOff: { tone: 'neutral', icon: CalendarX },
} as const;

export function SessionBadge({ status }: { readonly status: SessionStatus }) {
  const { t } = useTranslation('committee');
  return <Badge {...LOOKS[status]}>{t(`status.${status}`)}</Badge>;
}
