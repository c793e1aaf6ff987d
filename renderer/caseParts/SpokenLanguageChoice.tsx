import { useTexts } from '#renderer/access/reference.ts';
import { Segmented } from '#renderer/components/Choice.tsx';
import { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';

export interface SpokenLanguageChoiceProps {
  readonly label: string;
  readonly value: SpokenLanguage;
  readonly onChange: (language: SpokenLanguage) => void;
}

/** The languages in which the texts can be read out, each by its own name. */
export function SpokenLanguageChoice({ label, value, onChange }: SpokenLanguageChoiceProps) {
  const { languages } = useTexts();
  return (
    <Segmented
      label={label}
      value={value}
      options={SpokenLanguage.options.map((option) => ({
        value: option,
        label: languages[option].name,
        lang: option,
      }))}
      onChange={(chosen) => onChange(SpokenLanguage.parse(chosen))}
    />
  );
}
