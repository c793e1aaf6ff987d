import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { Interpreter, Signing, Witness } from '#shared/domain/case/signing.ts';

/** Witness, interpreter and the place of a paper original in words, on the screen as on N3. */
export function useSigningWords({ questionnaire }: OpenCase['rules']) {
  const { t } = useTranslation('declaration');
  const screen = useLanguage();
  return {
    shelf: ({ shelf, copy }: Extract<Signing, { level: 'paperOriginal' }>): string =>
      t('shelfCopy', { shelf, copy }),
    witness: ({ name, identity }: Witness): string =>
      identity.kind === 'employee'
        ? t('witnessWords.employee', { name })
        : t('witnessWords.idNumber', { name, idNumber: `\u2066${identity.idNumber}\u2069` }),
    interpreter: ({ name, language }: Interpreter): string => {
      const field = questionnaire.fieldByName.get('interpreterLanguage');
      const label = field?.choiceList?.byName.get(language)?.label[screen] ?? language;
      return t('interpreterWords', { name, language: label });
    },
  };
}
