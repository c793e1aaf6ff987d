import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useAssociation } from '#renderer/access/reference.ts';
import { useOpenStatus } from '#renderer/access/status.ts';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import { usePageMargins } from '#renderer/caseParts/usePageMargins.ts';
import { Bdi } from '#renderer/components/Bdi.tsx';
import { PrintPage } from '#renderer/components/PrintPage.tsx';
import { directionOf } from '#renderer/language/i18n.ts';
import { useLanguage } from '#renderer/language/useLanguage.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';
import styles from './papers.module.css';

/** What every paper is given. Its language is the one that is spoken around it (`InLanguage`). */
export interface PaperProps {
  readonly open: OpenCase;
  /** Null while the paper is only looked at. */
  readonly copy: number | null;
}

export interface PaperSheetProps {
  /** Null for a paper that belongs to no case: it has no reference, and its copies are not numbered. */
  readonly open: OpenCase | null;
  readonly copy: number | null;
  readonly paper: PaperCode;
  /** Which form this is and of which version, where the paper is one. */
  readonly edition?: string;
  readonly title: ReactNode;
  readonly subtitle: ReactNode;
  readonly children: ReactNode;
}

/** What all papers carry: who we are, reference, its code, form, policy and copy (policy, section 7). */
export function PaperSheet({
  open,
  copy,
  paper,
  edition,
  title,
  subtitle,
  children,
}: PaperSheetProps) {
  const { t } = useTranslation('papers');
  const language = useLanguage();
  const association = useAssociation();
  const { branch } = useOpenStatus();
  const reference = open?.state.reference;
  usePageMargins([paper, reference ?? edition].join(' · '), language);
  return (
    <PrintPage
      lang={language}
      dir={directionOf(language)}
      association={association.name[language]}
      unit={`${branch.name} · ${t('department')}`}
      {...(open === null
        ? {}
        : {
            referenceLabel: t('reference'),
            reference: open.state.reference,
            qr: { text: qrTextOf(open.state), label: t('qr') },
          })}
      title={title}
      subtitle={subtitle}
      foot={[
        <span key="form" className={styles.foot}>
          {t('form')} <Bdi>{paper}</Bdi>
          {edition !== undefined && <> · {edition}</>} · {association.policyVersion[language]}
          {open !== null && (
            <>
              {' '}
              · <strong data-copy={copy ?? 'preview'}>{copyWords()}</strong>
            </>
          )}
        </span>,
        <span key="contact" className={styles.foot}>
          {association.contactLine[language]}
        </span>,
      ]}
    >
      {children}
    </PrintPage>
  );

  function copyWords(): string {
    if (copy === null) return t('copy.preview');
    return copy === 1 ? t('copy.original') : t('copy.again', { copy });
  }
}
