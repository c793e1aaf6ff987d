import { useMutation } from '@tanstack/react-query';
import { Check, Contrast } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useStatus, useTakeStatus } from '#renderer/access/status.ts';
import { ActionMenu } from '#renderer/components/ActionMenu.tsx';
import { Language } from '#shared/domain/case/vocabulary.ts';

const THEMES = ['system', 'light', 'dark'] as const;
const CONTRASTS = ['system', 'high'] as const;

/** Language, light and contrast: switched in place and kept for this laptop. */
export function AppearanceMenu() {
  const { t } = useTranslation(['shell', 'common']);
  const { queries } = useDesk();
  const { preferences } = useStatus();
  const keep = useMutation(
    queries.session.setPreferences.mutationOptions({ onSuccess: useTakeStatus() }),
  );
  const entries = [
    ...Language.options.map((language) => ({
      id: `language-${language}`,
      label: t(`common:languageName.${language}`),
      isChosen: preferences.language === language,
      change: { language },
    })),
    ...THEMES.map((theme) => ({
      id: `theme-${theme}`,
      label: t(`shell:theme.${theme}`),
      isChosen: preferences.theme === theme,
      change: { theme },
    })),
    ...CONTRASTS.map((contrast) => ({
      id: `contrast-${contrast}`,
      label: t(`shell:contrast.${contrast}`),
      isChosen: preferences.contrast === contrast,
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
        if (entry !== undefined) keep.mutate(entry.change);
      }}
    />
  );
}
