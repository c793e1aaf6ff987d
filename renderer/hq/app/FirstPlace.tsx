import { Navigate } from '@tanstack/react-router';
import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { placesFor } from './places.ts';

/** Where a day begins: the first place that the person's roles open; said plainly where none does. */
export function FirstPlace() {
  const { t } = useTranslation('hqShell');
  const [first] = placesFor(useHqPerson().roles);
  if (first !== undefined) return <Navigate to={first.path as string} replace />;
  return (
    <Page title={t('noPlaceTitle')}>
      <EmptyState icon={UserRoundCheck} title={t('noPlace')}>
        {t('noPlaceHelp')}
      </EmptyState>
    </Page>
  );
}
