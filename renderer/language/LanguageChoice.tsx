import { useTranslation } from 'react-i18next';
import { Segmented } from '#renderer/components/Choice.tsx';
import { Language } from '#shared/domain/case/vocabulary.ts';

export interface LanguageChoiceProps {
  /** What is read or shown in the language: of the screen, the reading, the paper. */
  readonly label: string;
  readonly value: Language;
  readonly onChange: (language: Language) => void;
}

/** The languages side by side, each by its own name. */
export function LanguageChoice({ label, value, onChange }: LanguageChoiceProps) {
  const { t } = useTranslation();
  return (
    <Segmented
      label={label}
      value={value}
      options={Language.options.map((option) => ({
        value: option,
        label: t(`languageName.${option}`),
        lang: option,
      }))}
      onChange={(chosen) => onChange(Language.parse(chosen))}
    />
  );
}
