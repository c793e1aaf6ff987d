import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpenCase } from '#renderer/access/caseFile.ts';
import { useShowMatched } from '#renderer/caseParts/displayMatched.tsx';
import { LOOK_OF_VERDICT, useReasonSentence } from '#renderer/caseParts/matchingWords.ts';
import { Words } from '#renderer/caseParts/summaryValue.tsx';
import { type CompareRow, CompareTable } from '#renderer/components/CompareTable.tsx';
import { LinkButton } from '#renderer/components/LinkButton.tsx';
import { inLanguage, useLanguage } from '#renderer/language/useLanguage.ts';
import type { AssessedRow } from '#shared/domain/case/assessCase.ts';
import type { MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import styles from './documents.module.css';
import { RowActions, type RowDeeds } from './RowActions.tsx';
import { rowLabelId, shownVerdict, workOf } from './rowWork.ts';

export interface MatrixTableProps {
  readonly open: OpenCase;
  readonly rows: readonly AssessedRow[];
  readonly caption: string;
  readonly isReadOnly: boolean;
  readonly deeds: RowDeeds;
}

/** The rows of one document: stated, beside read, then the verdict with its reason and what can be done. */
export function MatrixTable(props: MatrixTableProps) {
  const { open, rows, isReadOnly, deeds } = props;
  const { t } = useTranslation(['documents', 'matching']);
  const language = useLanguage();
  const show = useShowMatched();
  const reasonSentence = useReasonSentence();
  const [reopened, setReopened] = useState<MatrixRowKey | null>(null);
  const next = rows.find((row) => workOf(open, row) !== null);
  const lines = rows.map((assessed): CompareRow => {
    const { row, standing } = assessed;
    const work = workOf(open, assessed);
    const verdict = shownVerdict(assessed);
    const isOpen = !isReadOnly && (work !== null || reopened === row.rowKey);
    const ownWords = standing?.reason?.text ?? null;
    const isByPerson = standing !== null && row.documentReason === null && ownWords !== null;
    const isValidity = row.statedPaths.length === 0 && row.stated.kind === 'missing';
    return {
      id: `row-${row.rowKey}`,
      label: (
        <span id={rowLabelId(row.rowKey)} tabIndex={-1} className={styles.label}>
          {inLanguage(row.label, language)}
          {row.subject !== null && (
            <span className={styles.subject}>
              <Words>{row.subject}</Words>
            </span>
          )}
        </span>
      ),
      stated: show(
        row.stated,
        isValidity ? t('documents:nothingStated') : t('documents:notStated'),
      ),
      read: show(row.read ?? { kind: 'missing' }, t('documents:notReadYet')),
      verdict: verdict === null ? 'review' : LOOK_OF_VERDICT[verdict],
      verdictLabel:
        verdict === null ? t('documents:waitsForReading') : t(`matching:verdict.${verdict}`),
      reason: (
        <>
          {row.computed !== null && reasonSentence(row.computed)}
          {ownWords !== null && (
            <span className={styles.own}>{t('documents:ownReason', { reason: ownWords })}</span>
          )}
          {isByPerson && !isOpen && !isReadOnly && (
            <LinkButton onPress={() => setReopened(row.rowKey)}>
              {t('documents:changeVerdict')}
            </LinkButton>
          )}
        </>
      ),
      ...(isOpen
        ? {
            actions: (
              <RowActions
                assessed={assessed}
                work={work}
                isNext={next?.row.rowKey === row.rowKey}
                open={open}
                deeds={{
                  ...deeds,
                  decide: (...decision) => {
                    setReopened(null);
                    deeds.decide(...decision);
                  },
                }}
              />
            ),
          }
        : {}),
    };
  });
  return (
    <CompareTable
      caption={props.caption}
      columns={{
        field: t('documents:column.field'),
        stated: t('documents:column.stated'),
        read: t('documents:column.read'),
        verdict: t('documents:column.verdict'),
      }}
      rows={lines}
    />
  );
}
