import { Navigate } from '@tanstack/react-router';
import { UserRoundCheck } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useHqPerson } from '#renderer/access/hq/status.ts';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { firstPlaceFor } from './places.ts';

/** Where a day begins: at the person's own work; said plainly where no place opens to them. */
export function FirstPlace() {
  const { t } = useTranslation('hqShell');
  const first = firstPlaceFor(useHqPerson().roles);
  if (first !== null) return <Navigate to={first.path as string} replace />;
  return (
    <Page title={t('noPlaceTitle')}>
      <EmptyState icon={UserRoundCheck} title={t('noPlace')}>
        {t('noPlaceHelp')}
      </EmptyState>
    </Page>
  );
}
