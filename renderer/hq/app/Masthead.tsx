import { Building2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '#renderer/components/Icon.tsx';
import { Row } from '#renderer/components/Page.tsx';

/** Where one is: at headquarters, and not at a branch's desk. */
export function Masthead() {
  const { t } = useTranslation('hqShell');
  return (
    <Row>
      <Icon of={Building2} size="sm" />
      <strong>{t('headquarters')}</strong>
    </Row>
  );
}
