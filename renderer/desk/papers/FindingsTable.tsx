import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowMatched } from '#renderer/caseParts/displayMatched.tsx';
import { useReasonSentence } from '#renderer/caseParts/matchingWords.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import type { Finding } from './findings.ts';
import { PaperTable } from './PaperTable.tsx';
import styles from './papers.module.css';

/** What differs between stated and read, with what was judged of it and why. */
export function FindingsTable({ findings }: { readonly findings: readonly Finding[] }) {
  const { t } = useTranslation(['papers', 'matching']);
  const show = useShowMatched();
  return (
    <PaperTable
      columns={[
        { head: t('papers:finding'), share: 27 },
        { head: t('papers:stated'), share: 22 },
        { head: t('papers:read'), share: 22 },
        { head: t('papers:verdictAndReason'), share: 29 },
      ]}
      rows={findings.map((finding) => ({
        id: finding.id,
        cells: [
          <span key="label">
            {finding.label}
            <span className={styles.subject}>
              {finding.document}
              {finding.subject !== null && (
                <>
                  {' · '}
                  <Words>{finding.subject}</Words>
                </>
              )}
            </span>
          </span>,
          <span key="stated">
            {show(finding.row.stated, <Quiet>{t('papers:notStated')}</Quiet>)}
          </span>,
          <span key="read">
            {finding.row.read === null ? (
              <Quiet>{t('papers:notRead')}</Quiet>
            ) : (
              show(finding.row.read, <Quiet>{t('papers:notRead')}</Quiet>)
            )}
          </span>,
          <span key="verdict">
            {t(`matching:verdict.${finding.recorded.verdict}`)}
            <span className={styles.subject}>
              <Reason finding={finding} />
            </span>
          </span>,
        ],
      }))}
    />
  );
}

/** A person's own words where there are any; otherwise what the rule found. */
function Reason({ finding }: { readonly finding: Finding }) {
  const sentence = useReasonSentence();
  const text = finding.recorded.reason?.text ?? null;
  if (text !== null) return <Words>{text}</Words>;
  const { computed } = finding.row;
  return computed === null ? null : sentence(computed);
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className={styles.quiet}>{children}</span>;
}
