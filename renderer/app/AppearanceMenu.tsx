import { useMutation } from '@tanstack/react-query';
import { Contrast } from 'lucide-react';
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
  const { client } = useDesk();
  const { preferences } = useStatus();
  const keep = useMutation({
    mutationFn: client.session.setPreferences,
    onSuccess: useTakeStatus(),
  });
  return (
    <ActionMenu
      label={t('shell:appearance')}
      icon={Contrast}
      items={[
        ...Language.options.map((language) => ({
          id: `language-${language}`,
          label: t(`common:languageName.${language}`),
          isChosen: preferences.language === language,
          onAction: () => keep.mutate({ language }),
        })),
        ...THEMES.map((theme) => ({
          id: `theme-${theme}`,
          label: t(`shell:theme.${theme}`),
          isChosen: preferences.theme === theme,
          onAction: () => keep.mutate({ theme }),
        })),
        ...CONTRASTS.map((contrast) => ({
          id: `contrast-${contrast}`,
          label: t(`shell:contrast.${contrast}`),
          isChosen: preferences.contrast === contrast,
          onAction: () => keep.mutate({ contrast }),
        })),
      ]}
    />
  );
}
