import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { CountBadge } from './Badge.tsx';
import styles from './DocumentList.module.css';
import { Icon } from './Icon.tsx';
import { VERDICT_LOOKS, type Verdict } from './VerdictChip.tsx';
import { VisuallyHidden } from './VisuallyHidden.tsx';

export interface DocumentItem {
  readonly id: string;
  readonly name: string;
  readonly icon: LucideIcon;
  /** Validity, how it was sighted: one line. */
  readonly meta: ReactNode;
  /** The worst verdict of its rows, drawn as its glyph and read as `verdictLabel`. */
  readonly verdict?: Verdict;
  readonly verdictLabel?: string;
  readonly isCurrent: boolean;
  readonly href: string;
}

export interface DocumentLink {
  readonly className: string;
  readonly 'aria-current': 'true' | undefined;
  readonly children: ReactNode;
}

export interface DocumentListProps {
  readonly title: string;
  readonly documents: readonly DocumentItem[];
  readonly renderLink?: (document: DocumentItem, link: DocumentLink) => ReactNode;
}

export function DocumentList({ title, documents, renderLink }: DocumentListProps) {
  return (
    <nav aria-label={title}>
      <p className={styles.head}>
        <span>{title}</span>
        <CountBadge count={documents.length} />
      </p>
      <ul className={styles.docs}>
        {documents.map((document) => {
          const link: DocumentLink = {
            className: styles.doc ?? '',
            'aria-current': document.isCurrent ? 'true' : undefined,
            children: <DocumentFace document={document} />,
          };
          return (
            <li key={document.id}>
              {renderLink === undefined ? (
                <a {...link} href={document.href} />
              ) : (
                renderLink(document, link)
              )}
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function DocumentFace({ document }: { readonly document: DocumentItem }) {
  const look = document.verdict === undefined ? undefined : VERDICT_LOOKS[document.verdict];
  return (
    <>
      <span className={styles.icon}>
        <Icon of={document.icon} />
      </span>
      <span className={styles.words}>
        <span className={styles.name}>{document.name}</span>
        <span className={styles.meta}>{document.meta}</span>
      </span>
      {look !== undefined && (
        <span>
          <Icon of={look.icon} size="sm" tone={look.tone} />
          <VisuallyHidden>{document.verdictLabel}</VisuallyHidden>
        </span>
      )}
    </>
  );
}
