import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf, LOCALE_TAGS } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import { answerAt } from '#shared/domain/answers/answerSet.ts';
import { Language } from '#shared/domain/case/vocabulary.ts';
import { DeclarationPage } from './DeclarationPage.tsx';
import styles from './declaration.module.css';

/**
 * The declaration (P34): all of it read out and signed, in the beneficiary's language, which changes
 * this page alone.
 */
export function DeclarationStep(props: StepProps) {
  const shown = useLanguage();
  const preferred = answerAt(props.open.state.answers, 'preferredLanguage');
  const theirs = Language.safeParse(
    preferred !== undefined && 'value' in preferred ? preferred.value : null,
  );
  const [language, setLanguage] = useState<Language>(theirs.success ? theirs.data : shown);
  return (
    <InLanguage language={language}>
      <I18nProvider locale={LOCALE_TAGS[language]}>
        <div className={styles.page} lang={language} dir={directionOf(language)}>
          <DeclarationPage {...props} language={language} onLanguage={setLanguage} />
        </div>
      </I18nProvider>
    </InLanguage>
  );
}
