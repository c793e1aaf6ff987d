import { BadgeCheck, BadgeX, CircleDashed, EyeOff, FileX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Badge } from '#renderer/components/Badge.tsx';
import { DayText, PrintedDateText } from '#renderer/language/dates.tsx';
import type { AnswerSet } from '#shared/domain/answers/answer.ts';
import type { ValidityRule } from '#shared/domain/documents/documentRules.ts';
import {
  type DocumentValidity,
  dateReading,
  decidingReading,
} from '#shared/domain/documents/documentValidity.ts';

export interface ValidityProps {
  readonly rule: ValidityRule;
  readonly validity: DocumentValidity;
  /** Null while nothing of the document is recorded. */
  readonly readings: AnswerSet | null;
}

/** Whether a document is in force today: icon, word and colour together. */
export function ValidityBadge({ validity, readings }: ValidityProps) {
  const { t } = useTranslation('documents');
  const { reasonCode } = validity;
  if (readings === null) {
    return (
      <Badge icon={CircleDashed} look="dashed">
        {t('validity.notRead')}
      </Badge>
    );
  }
  switch (reasonCode) {
    case 'validUntil':
    case 'issuedRecently':
    case 'noExpiry':
      return (
        <Badge tone="ok" icon={BadgeCheck}>
          {t(reasonCode === 'noExpiry' ? 'validity.noExpiry' : 'validity.validToday')}
        </Badge>
      );
    case 'expired':
      return (
        <Badge tone="stop" icon={BadgeX}>
          {t('validity.expired', { count: -(validity.daysLeft ?? 0) })}
        </Badge>
      );
    case 'tooOld':
    case 'issuedLater':
      return (
        <Badge tone="stop" icon={BadgeX}>
          {t(`validity.${reasonCode}`)}
        </Badge>
      );
    case 'dateMissing':
    case 'dateOutsideTable':
      return (
        <Badge tone="review" icon={TriangleAlert}>
          {t(`validity.${reasonCode}`)}
        </Badge>
      );
    case 'notPresented':
      return (
        <Badge icon={FileX} look="dashed">
          {t('validity.notPresented')}
        </Badge>
      );
    case 'illegible':
      return (
        <Badge tone="unclear" icon={EyeOff} look="dashed">
          {t('validity.illegible')}
        </Badge>
      );
  }
}

/** The words beside the badge: to which day, or how long ago against how long is accepted; null for none. */
export function useValidityWords(): (props: ValidityProps) => ReactNode {
  const { t } = useTranslation('documents');
  return ({ rule, validity, readings }) => {
    const { reasonCode, validUntil, issuedDaysAgo } = validity;
    if (rule.kind === 'issuedWithin' && issuedDaysAgo !== null && issuedDaysAgo >= 0) {
      const window = t(`window.${rule.unit}`, { count: rule.count });
      return t('validity.issuedAgo', { count: issuedDaysAgo, window });
    }
    if (validUntil === null || (reasonCode !== 'validUntil' && reasonCode !== 'expired'))
      return null;
    const reading = decidingReading(rule);
    const printed = readings === null || reading === null ? null : dateReading(readings, reading);
    return (
      <>
        {t(reasonCode === 'expired' ? 'validity.expiredOn' : 'validity.until')}{' '}
        {printed === null ? <DayText day={validUntil} /> : <PrintedDateText date={printed} />}
      </>
    );
  };
}
