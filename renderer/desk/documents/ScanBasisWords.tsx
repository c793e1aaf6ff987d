import { useTranslation } from 'react-i18next';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { ScanBasis } from '#shared/domain/documents/documentRules.ts';

/** On which basis a picture may be kept, who set it and when. */
export function ScanBasisWords({ basis }: { readonly basis: ScanBasis }) {
  const { t } = useTranslation('scans');
  const language = useLanguage();
  return (
    <>
      {inLanguage(basis.text, language)}{' '}
      {t('basis', { legalBasis: basis.legalBasis, setBy: basis.setBy })} <Bdi>{basis.setOn}</Bdi>
    </>
  );
}
