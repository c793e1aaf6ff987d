import { useTranslation } from 'react-i18next';
import { spokenDay } from '#renderer/language/days.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { IsoDay } from '#shared/domain/identity.ts';

/** For which day the list holds, that originals are enough, and that it promises nothing (P35). */
export function BringIntroduction({ visit }: { readonly visit: IsoDay }) {
  const { t } = useTranslation('bringList');
  const day = spokenDay(visit, useLanguage());
  return (
    <p>
      {t('forVisit', day)} {t('originals')} {t('noPromise')}
    </p>
  );
}
