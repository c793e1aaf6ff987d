import { useTranslation } from 'react-i18next';
import { useWishes, wish } from '#renderer/access/hq/wishes.ts';
import { Door, type DoorProps } from '#renderer/components/Door.tsx';
import { LanguageChoice } from '#renderer/language/LanguageChoice.tsx';

/** Every screen before somebody is signed in; the language is kept in this browser. */
export function HqDoor(props: Omit<DoorProps, 'language'>) {
  const { t } = useTranslation();
  const { language } = useWishes();
  return (
    <Door
      {...props}
      language={
        <LanguageChoice
          label={t('language')}
          value={language}
          onChange={(chosen) => wish({ language: chosen })}
        />
      }
    />
  );
}
