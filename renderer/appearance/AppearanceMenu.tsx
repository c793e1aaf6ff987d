import { Check, Contrast } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ActionMenu } from '#renderer/components/ActionMenu.tsx';
import { Language } from '#shared/domain/case/vocabulary.ts';
import type { AppearanceWishes } from './Appearance.tsx';

const THEMES = ['system', 'light', 'dark'] as const;
const CONTRASTS = ['system', 'high'] as const;

export interface AppearanceMenuProps {
  readonly wishes: AppearanceWishes;
  readonly onChange: (change: Partial<AppearanceWishes>) => void;
}

/** Language, light and contrast, chosen in one menu. */
export function AppearanceMenu({ wishes, onChange }: AppearanceMenuProps) {
  const { t } = useTranslation(['shell', 'common']);
  const entries = [
    ...Language.options.map((language) => ({
      id: `language-${language}`,
      label: t(`common:languageName.${language}`),
      isChosen: wishes.language === language,
      change: { language },
    })),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: t(`shell:theme.${theme}`),
      isChosen: wishes.theme === theme,
      change: { theme },
    })),
    ...CONTRASTS.map((contrast) => ({
      id: `contrast-${contrast}`,
      label: t(`shell:contrast.${contrast}`),
      isChosen: wishes.contrast === contrast,
      change: { contrast },
    })),
  ];
  return (
    <ActionMenu
      label={t('shell:appearance')}
      icon={Contrast}
      alignsWords
      items={entries.map(({ id, label, isChosen, change }) => ({
        id,
        label,
        ...('language' in change ? { lang: change.language } : {}),
        ...(isChosen ? { icon: Check } : {}),
      }))}
      onAction={(id) => {
        const entry = entries.find((each) => each.id === id);
        if (entry !== undefined) onChange(entry.change);
      }}
    />
  );
}
