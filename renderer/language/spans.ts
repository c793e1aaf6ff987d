import { useTranslation } from 'react-i18next';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

interface Span {
  readonly unit: 'spanMinutes' | 'spanHours' | 'spanDays';
  readonly count: number;
}

/** How long something is, in the largest unit of which there are two or more: rounded, at least one minute. */
export function spanOf(milliseconds: number): Span {
  const long = Math.abs(milliseconds);
  if (long >= 2 * DAY_MS) return { unit: 'spanDays', count: Math.round(long / DAY_MS) };
  if (long >= 2 * HOUR_MS) return { unit: 'spanHours', count: Math.round(long / HOUR_MS) };
  return { unit: 'spanMinutes', count: Math.max(1, Math.round(long / MINUTE_MS)) };
}

/** A span in words: three minutes, five hours, two days. */
export function useSpanWords(): (milliseconds: number) => string {
  const { t } = useTranslation('common');
  return (milliseconds) => {
    const { unit, count } = spanOf(milliseconds);
    return t(unit, { count });
  };
}
