import { useTranslation } from 'react-i18next';
import { Page } from '#renderer/components/Page.tsx';

/** Who works here, which laptops belong to headquarters, and how they are. */
export function AdministrationScreen() {
  const { t } = useTranslation('hqAdministration');
  return <Page title={t('title')}>{null}</Page>;
}
