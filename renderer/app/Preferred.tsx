import { type ReactNode, Suspense, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStatus } from '#renderer/access/status.ts';
import { LOCALE_TAGS, switchLanguage } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';

/** Language, theme and contrast as this laptop's people chose them, switched in place. */
export function Preferred({ children }: { readonly children: ReactNode }) {
  return (
    <Suspense>
      <Applied>{children}</Applied>
    </Suspense>
  );
}

function Applied({ children }: { readonly children: ReactNode }) {
  const { language, theme, contrast } = useStatus().preferences;
  const shown = useLanguage();
  useEffect(() => void switchLanguage(language), [language]);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
  }, [theme]);
  useEffect(() => {
    const asked = matchMedia('(prefers-contrast: more)');
    const apply = () => {
      if (contrast === 'high' || asked.matches)
        document.documentElement.dataset['contrast'] = 'high';
      else delete document.documentElement.dataset['contrast'];
    };
    apply();
    asked.addEventListener('change', apply);
    return () => asked.removeEventListener('change', apply);
  }, [contrast]);
  return <I18nProvider locale={LOCALE_TAGS[shown]}>{children}</I18nProvider>;
}
