import { type ReactNode, useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { LOCALE_TAGS, switchLanguage } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Preferences } from '#shared/contracts/session.ts';

/** How the screens look and speak to whoever sits before them. */
export type AppearanceWishes = Pick<Preferences, 'language' | 'theme' | 'contrast'>;

export interface AppearanceProps {
  readonly wishes: AppearanceWishes;
  readonly children: ReactNode;
}

/** Language, light and contrast as they were wished for, switched in place. */
export function Appearance({ wishes: { language, theme, contrast }, children }: AppearanceProps) {
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
