import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Signer } from '#shared/domain/case/signer.ts';
import { ACTING_RELATIONSHIP } from '#shared/domain/case/whoSigns.ts';

/**
 * By what right somebody signs for the applicant: `وكيل عن … بالوكالة رقم …، وتشمل: …`; null for an
 * applicant who signs in person. The deed's own number is set apart from the direction of the sentence.
 */
export function useActingWords(rules: OpenCase['rules']): (signer: Signer) => string | null {
  const { t } = useTranslation('declaration');
  const language = useLanguage();
  return (signer) => {
    if (signer.kind === 'applicant') return null;
    const number = isolated(signer.deed.number);
    const facts = { person: signer.onBehalfOf, number, idNumber: isolated(signer.idNumber) };
    if (signer.kind === 'agent') {
      return t('acting.agent', { ...facts, scope: scopeWords(signer) });
    }
    return t(`acting.${signer.kind}`, { ...facts, relationship: relationshipWords(signer) });
  };

  function scopeWords({ deed, scope }: Extract<Signer, { kind: 'agent' }>): string {
    const rule = rules.documentRules.byType.get(deed.documentKey);
    const reading = rule?.authority?.scope?.reading;
    const field = reading === undefined ? undefined : rule?.face.form.fieldByName.get(reading);
    return field?.choiceList?.byName.get(scope)?.label[language] ?? scope;
  }

  function relationshipWords({ relationship }: { readonly relationship: string }): string {
    const field = rules.questionnaire.fieldByName.get(ACTING_RELATIONSHIP);
    return field?.choiceList?.byName.get(relationship)?.label[language] ?? relationship;
  }
}

/** Left to right inside a sentence of either direction (U+2066, U+2069). */
function isolated(text: string): string {
  return `\u2066${text}\u2069`;
}
