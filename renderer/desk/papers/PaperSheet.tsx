import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { BranchSheet } from '#renderer/caseParts/papers/BranchPaper.tsx';
import { qrTextOf } from '#renderer/caseParts/qrTextOf.ts';
import type { PaperCode } from '#shared/domain/case/vocabulary.ts';

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

/** A paper of the branch, of one case. */
export function PaperSheet(props: PaperSheetProps) {
  const { open, copy, paper, edition, title, subtitle, children } = props;
  const { t } = useTranslation('papers');
  return (
    <BranchSheet
      form={paper}
      edition={edition}
      copy={open === null ? 'uncounted' : copy}
      title={title}
      subtitle={subtitle}
      {...(open === null
        ? {}
        : {
            referenceLabel: t('reference'),
            reference: open.state.reference,
            qr: { text: qrTextOf(open.state), label: t('qr') },
          })}
    >
      {children}
    </BranchSheet>
  );
}
