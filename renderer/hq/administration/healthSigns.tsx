import { CircleCheck, Clock, ShieldCheck, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { InstantText } from '#renderer/language/dates.tsx';
import { dayOf } from '#renderer/language/days.ts';
import { useSpanWords } from '#renderer/language/spans.ts';
import type { DeviceListed } from '#shared/contracts/hq/devices.ts';
import { parseIsoDate } from '#shared/domain/calendar/dayNumber.ts';
import { REQUEST_WINDOW_MS } from '#shared/protocol/sync/deviceRequest.ts';

/** A laptop that was silent for longer is worth a call. */
const SILENT_AFTER_DAYS = 3;
const MINUTE_MS = 60_000;
/** What a clock may be off without anybody being told. */
const CLOCK_ALLOWANCE_MS = 2 * MINUTE_MS;

interface SignProps {
  readonly device: DeviceListed;
  readonly today: string;
}

/** When the laptop was last heard from, and whether that is long ago. */
export function ContactBadge({ device: { lastContactAt }, today }: SignProps) {
  const { t } = useTranslation('hqAdministration');
  if (lastContactAt === null) {
    return (
      <Badge tone="review" icon={TriangleAlert}>
        {t('neverHeard')}
      </Badge>
    );
  }
  const days = (parseIsoDate(today) ?? 0) - (parseIsoDate(dayOf(lastContactAt)) ?? 0);
  if (days > SILENT_AFTER_DAYS) {
    return (
      <Badge tone="review" icon={TriangleAlert}>
        {t('silentFor', { count: days })}
      </Badge>
    );
  }
  return (
    <Badge tone="ok" icon={CircleCheck}>
      <InstantText instant={lastContactAt} today={today} layout="line" />
    </Badge>
  );
}

/** Whether everything came in its order, or batches wait for one that is missing. */
export function SequenceBadge({ device: { gapSince }, today }: SignProps) {
  const { t } = useTranslation('hqAdministration');
  return gapSince === null ? (
    <Badge tone="ok" icon={ShieldCheck} look="bare">
      {t('noGap')}
    </Badge>
  ) : (
    <Badge tone="review" icon={TriangleAlert}>
      {t('gap')} <InstantText instant={gapSince} today={today} layout="line" />
    </Badge>
  );
}

/** The laptop's clock against headquarters', as the laptop said it at its last contact. */
export function ClockWords({ skewMs }: { readonly skewMs: number | null }) {
  const { t } = useTranslation('hqAdministration');
  const span = useSpanWords();
  if (skewMs === null) return t('clockUnknown');
  const off = Math.abs(skewMs);
  if (off <= CLOCK_ALLOWANCE_MS) return t('clockRight');
  return (
    <Badge tone={off > REQUEST_WINDOW_MS ? 'stop' : 'review'} icon={Clock}>
      {t(skewMs > 0 ? 'clockAhead' : 'clockBehind', { span: span(off) })}
    </Badge>
  );
}
