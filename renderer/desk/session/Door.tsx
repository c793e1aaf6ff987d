import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDesk } from '#renderer/access/desk.ts';
import { useTakeStatus } from '#renderer/access/status.ts';
import { type DoorProps, Door as Sheet } from '#renderer/components/Door.tsx';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Language } from '#shared/domain/case/vocabulary.ts';

/** Every screen before the desk is open; the language is kept for this laptop. */
export function Door(props: Omit<DoorProps, 'language'>) {
  return <Sheet {...props} language={<LanguageSwitch />} />;
}

/** Switches the screen's language in place and keeps the choice. */
function LanguageSwitch() {
  const { t } = useTranslation();
  const { client } = useDesk();
  const takeStatus = useTakeStatus();
  const language = useLanguage();
  const keep = useMutation({
    mutationFn: (chosen: Language) => client.session.setPreferences({ language: chosen }),
    onSuccess: takeStatus,
  });
  return (
    <LanguageChoice
      label={t('language')}
      value={language}
      onChange={(chosen) => keep.mutate(chosen)}
    />
  );
}
