import { useTranslation } from 'react-i18next';
import type { DateFieldTexts } from '#renderer/components/DateField.tsx';

/** The words in and around a date field. */
export function useDateTexts(): DateFieldTexts {
  const { t } = useTranslation(['common', 'interview']);
  return {
    calendars: { hijri: t('common:hijri'), gregorian: t('common:gregorian') },
    eras: { hijri: t('common:hijriEra'), gregorian: t('common:gregorianEra') },
    calendarMenu: t('interview:date.calendarMenu'),
    segments: {
      day: t('interview:date.day'),
      month: t('interview:date.month'),
      year: t('interview:date.year'),
    },
    placeholders: { day: '--', month: '--', year: '----' },
    other: t('interview:date.other'),
  };
}
