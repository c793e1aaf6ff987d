import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { Note } from '#renderer/components/Note.tsx';
import { dayOf, spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { addDays } from '#shared/domain/calendar/dateArithmetic.ts';
import { isoDate } from '#shared/domain/calendar/dayNumber.ts';
import { dayNumberOf } from '#shared/domain/documents/days.ts';

/** For so long a version is news, in days. */
const NEWS_DAYS = 14;

/** What headquarters has published lately: new cases begin with it. Of the library one is told by page. */
export function ReferenceNews() {
  const { t } = useTranslation('reference');
  const { queries } = useDesk();
  const { today } = useOpenStatus();
  const language = useLanguage();
  const { data } = useQuery(queries.reference.versions.queryOptions());
  const since = isoDate(addDays(dayNumberOf(today), -NEWS_DAYS));
  const news = (data?.kinds ?? []).flatMap(({ kind, published }) =>
    kind === 'library' || published === null || dayOf(published.at) < since
      ? []
      : [{ kind, ...published }],
  );
  if (news.length === 0) return null;
  return (
    <Note tone="info" slim>
      {news.map(({ kind, at, reason }) => {
        const { hijri, gregorian } = spokenDay(dayOf(at), language);
        return <p key={kind}>{t(`news.${kind}`, { day: `${hijri} (${gregorian})`, reason })}</p>;
      })}
      <p>{t('newsOpen')}</p>
    </Note>
  );
}
