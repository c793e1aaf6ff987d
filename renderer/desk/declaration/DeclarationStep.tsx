import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { screenBeside, theirLanguage } from '#renderer/caseParts/spokenLanguage.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { InLanguage } from '#renderer/language/InLanguage.tsx';
import { directionOf, LOCALE_TAGS } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { SpokenLanguage } from '#shared/domain/case/vocabulary.ts';
import { DeclarationPage } from './DeclarationPage.tsx';
import styles from './declaration.module.css';

/**
 * The declaration (P34): all of it read out and signed, in the beneficiary's language, which changes
 * this page alone. Where the screens do not speak it, the texts that are read out and signed do, and
 * the interpreter carries the rest.
 */
export function DeclarationStep(props: StepProps) {
  const shown = useLanguage();
  const [spoken, setSpoken] = useState<SpokenLanguage>(
    theirLanguage(props.open.state.answers, shown),
  );
  const beside = screenBeside(spoken, shown);
  return (
    <InLanguage language={beside}>
      <I18nProvider locale={LOCALE_TAGS[beside]}>
        <div className={styles.page} lang={beside} dir={directionOf(beside)}>
          <DeclarationPage {...props} language={spoken} onLanguage={setSpoken} />
        </div>
      </I18nProvider>
    </InLanguage>
  );
}
