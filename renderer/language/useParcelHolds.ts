import { useTranslation } from 'react-i18next';

/** What a file for a stick holds, in words: entries, and pages of scans where it has any. */
export function useParcelHolds(): (held: {
  readonly events: number;
  readonly pages: number;
}) => string {
  const { t } = useTranslation('stick');
  return ({ events, pages }) =>
    [
      ...(events > 0 || pages === 0 ? [t('entries', { count: events })] : []),
      ...(pages > 0 ? [t('pages', { count: pages })] : []),
    ].join(' · ');
}
