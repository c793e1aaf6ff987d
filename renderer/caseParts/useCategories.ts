import { useMemo } from 'react';
import { useCaseRules, useReferenceBundle } from '#renderer/access/reference.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';

export interface ChoiceName {
  readonly value: string;
  readonly label: string;
}

/** The categories of families that the form in force knows; none where it does not ask. */
export function useCategories(): readonly ChoiceName[] {
  return useChoiceNames('familyCategory');
}

/** The choices of a field of the form in force, as a filter offers them. */
export function useChoiceNames(path: string): readonly ChoiceName[] {
  const language = useLanguage();
  const { questionnaire } = useCaseRules(useReferenceBundle().inForce);
  return useMemo(() => {
    const choices = questionnaire.fieldByName.get(path)?.choices ?? [];
    return choices.map(({ name, label }) => ({ value: name, label: inLanguage(label, language) }));
  }, [questionnaire, path, language]);
}
