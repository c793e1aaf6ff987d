import { useTranslation } from 'react-i18next';
import { clockTime, dayOf, spokenDay } from './days.ts';
import { useLanguage } from './useLanguage.ts';

/**
 * An instant inside a sentence: `10:42` of today; of another day with its weekday and date, since a time
 * alone would be taken for today's.
 * @param today `YYYY-MM-DD`
 */
export function useMomentWords(today: string): (instant: string) => string {
  const { t } = useTranslation('common');
  const language = useLanguage();
  return (instant) => {
    const time = clockTime(instant);
    const day = dayOf(instant);
    return day === today ? time : t('momentOfDay', { time, ...spokenDay(day, language) });
  };
}
