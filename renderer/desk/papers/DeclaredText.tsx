import { useTranslation } from 'react-i18next';
import { directionOf } from '#renderer/language/i18n.ts';
import type { DeclarationText } from '#shared/domain/case/seal.ts';
import styles from './papers.module.css';

/** The declaration word for word in the language in which it was read out, and in Arabic beside it. */
export function DeclaredText({ declaration }: { readonly declaration: DeclarationText }) {
  const { t } = useTranslation('papers');
  const { language, text, arabic, reviewedByNativeSpeaker } = declaration;
  return (
    <div className={styles.parts}>
      <p className={styles.declared} lang={language} dir={directionOf(language)}>
        {text}
      </p>
      {arabic !== null && (
        <p className={styles.declared} lang="ar" dir="rtl">
          {arabic}
        </p>
      )}
      {!reviewedByNativeSpeaker && <p className={styles.horizon}>{t('translationUnreviewed')}</p>}
    </div>
  );
}
