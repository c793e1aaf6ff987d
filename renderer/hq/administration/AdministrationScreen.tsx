import { useTranslation } from 'react-i18next';
import { useHqToday } from '#renderer/access/hq/overview.ts';
import { Page } from '#renderer/components/Page.tsx';
import { DayText } from '#renderer/language/dates.tsx';

/** Who works here, which laptops belong to headquarters, and how they are. */
export function AdministrationScreen() {
  const { t } = useTranslation('hqAdministration');
  return (
    <Page title={t('title')} subtitle={<DayText day={useHqToday()} />}>
      {null}
    </Page>
  );
}
