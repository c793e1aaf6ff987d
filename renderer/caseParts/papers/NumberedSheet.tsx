import { useTranslation } from 'react-i18next';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintPage, type PrintPageProps } from '#renderer/components/PrintPage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';
import type { Association } from '#shared/domain/texts/textLibrary.ts';
import styles from './paperBodies.module.css';

export interface NumberedSheetProps
  extends Pick<
    PrintPageProps,
    'unit' | 'referenceLabel' | 'reference' | 'qr' | 'title' | 'subtitle' | 'children'
  > {
  readonly association: Association;
  readonly form?: PaperCode | undefined;
  /** In the margin of every page, so that a loose sheet can be put back; form and reference unless said. */
  readonly margin?: string;
  /** Which form this is and of which version, where the paper is one. */
  readonly edition?: string | undefined;
  /** Null while it is only looked at; `uncounted` for a sheet whose copies nobody counts. */
  readonly copy: number | null | 'uncounted';
}

/** What all papers carry: who we are, reference, its code, form, policy and copy (policy, section 7). */
export function NumberedSheet(props: NumberedSheetProps) {
  const { association, form, margin, edition, copy, children, ...page } = props;
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const marks = [form, page.reference ?? edition].filter((mark) => mark !== undefined);
  usePageMargins(margin ?? marks.join(' · '), language);
  return (
    <PrintPage
      {...page}
      lang={language}
      dir={directionOf(language)}
      association={inLanguage(association.name, language)}
      foot={[
        <span key="form" className={styles.foot}>
          {form !== undefined && (
            <>
              {t('form')} <Bdi>{form}</Bdi> ·{' '}
            </>
          )}
          {edition !== undefined && <>{edition} · </>}
          {inLanguage(association.policyVersion, language)}
          {copy !== 'uncounted' && (
            <>
              {' '}
              · <strong data-copy={copy ?? 'preview'}>{copyWords(copy)}</strong>
            </>
          )}
        </span>,
        <span key="contact" className={styles.foot}>
          {inLanguage(association.contactLine, language)}
        </span>,
      ]}
    >
      {children}
    </PrintPage>
  );

  function copyWords(number: number | null): string {
    if (number === null) return t('copy.preview');
    return number === 1 ? t('copy.original') : t('copy.again', { copy: number });
  }
}
