import { ArrowRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCaseAction } from '#renderer/access/caseFile.ts';
import { DeskErrorNote } from '#renderer/access/DeskErrorNote.tsx';
import { useDesk } from '#renderer/access/desk.ts';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { useVoidGuard } from '#renderer/caseParts/useVoidGuard.tsx';
import { Button } from '#renderer/components/Button.tsx';
import { Note } from '#renderer/components/Note.tsx';
import { Panel } from '#renderer/components/Panel.tsx';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import type { RecordedDocument } from '#shared/domain/case/caseState.ts';
import styles from './documents.module.css';
import { MatrixTable } from './MatrixTable.tsx';
import { OfficerNotes } from './OfficerNotes.tsx';
import { rowsOfDocument } from './rowWork.ts';
import { useValidityWords, ValidityBadge } from './Validity.tsx';

/** The control to which the focus goes when a document is done. */
export const NEXT_DOCUMENT_ID = 'next-document';

export interface ComparedDocumentProps {
  readonly open: StepProps['open'];
  readonly go: StepProps['go'];
  readonly document: AssessedDocument;
  readonly recorded: RecordedDocument;
  /** The next document that wants something; null when none does. */
  readonly next: AssessedDocument | null;
  readonly hasOpenReading: boolean;
  readonly onNext: () => void;
  readonly onReadAgain: (reading: string | null) => void;
  /** A verdict was saved, or what was stated corrected: the focus goes on. */
  readonly onDone: () => void;
}

/** A recorded document: what was stated beside what it says, row by row. */
export function ComparedDocument(props: ComparedDocumentProps) {
  const { open, document, recorded, next, onReadAgain, onDone } = props;
  const { needed, validity } = document;
  const { caseId } = open.state;
  const { t } = useTranslation('documents');
  const { queries } = useDesk();
  const name = useDocumentName();
  const words = useValidityWords();
  const decide = useCaseAction(queries.documents.decide.mutationOptions());
  const correct = useCaseAction(queries.documents.correctStated.mutationOptions());
  const record = useCaseAction(queries.documents.record.mutationOptions());
  const { guard, dialog } = useVoidGuard(open.state);
  const isReadOnly = open.state.submission !== null;
  const rows = rowsOfDocument(open, needed.documentKey);
  const busy = decide.isPending || correct.isPending || record.isPending;
  const isPresented = recorded.presentation === 'presented';
  const { documents } = open.assessment.facts;
  const inForce = words({ rule: needed.validity, validity, readings: recorded.readings });
  const then = (done: Promise<unknown>) => void done.then(onDone, () => undefined);
  // The choice between a valid one and grace says it already.
  const offersChoice = needed.identity && validity.verdict === 'expired';
  const notes = [
    !isPresented && (
      <Note key="absent" tone="review" slim>
        {t(recorded.presentation === 'illegible' ? 'illegibleNote' : 'absentNote', {
          reason: recorded.reason ?? '',
        })}
      </Note>
    ),
    documents.missing.includes(needed.documentKey) && (
      <Note key="missing" tone="stop" slim>
        {t('missingNote')}
      </Note>
    ),
    <OfficerNotes key="officer" open={open} go={props.go} document={document} />,
    documents.invalid.includes(needed.documentKey) && !offersChoice && (
      <Note key="invalid" tone="stop" slim>
        {t('invalidNote')}
      </Note>
    ),
    isPresented && !recorded.originalSighted && !isReadOnly && (
      <Note
        key="original"
        tone="review"
        slim
        action={
          <Button
            size="sm"
            busy={busy}
            onPress={() =>
              guard((voidSignature) =>
                then(
                  record.mutateAsync({
                    caseId,
                    documentKey: needed.documentKey,
                    presentation: recorded.presentation,
                    originalSighted: true,
                    reason: recorded.reason,
                    voidSignature,
                  }),
                ),
              )
            }
          >
            {t('iSawOriginal')}
          </Button>
        }
      >
        {t('notSightedNote')}
      </Note>
    ),
    props.hasOpenReading && !isReadOnly && (
      <Note
        key="reading"
        tone="info"
        slim
        action={
          <Button size="sm" onPress={() => onReadAgain(null)}>
            {t('continueReading')}
          </Button>
        }
      >
        {t('openReading')}
      </Note>
    ),
    (decide.error ?? correct.error ?? record.error) !== null && (
      <DeskErrorNote key="error" error={decide.error ?? correct.error ?? record.error} />
    ),
  ].filter((note) => note !== false);
  return (
    <>
      <Panel
        title={name(needed)}
        note={inForce ?? t('compareNote')}
        aside={
          <ValidityBadge rule={needed.validity} validity={validity} readings={recorded.readings} />
        }
        body="flush"
        foot={
          isReadOnly ? undefined : (
            <div className={styles.foot}>
              <Button size="sm" onPress={() => onReadAgain(null)}>
                {t('readAgain')}
              </Button>
              {next === null ? (
                <span id={NEXT_DOCUMENT_ID} tabIndex={-1} className={styles.label}>
                  {t('allDone')}
                </span>
              ) : (
                <Button id={NEXT_DOCUMENT_ID} size="sm" arrow={ArrowRight} onPress={props.onNext}>
                  {t('nextDocument', { document: name(next.needed) })}
                </Button>
              )}
            </div>
          )
        }
      >
        {notes.length > 0 && <div className={styles.notes}>{notes}</div>}
        <MatrixTable
          open={open}
          rows={rows}
          caption={t('caption', { document: name(needed) })}
          isReadOnly={isReadOnly}
          deeds={{
            busy,
            correct: ({ row }) =>
              guard((voidSignature) =>
                then(correct.mutateAsync({ caseId, rowKey: row.rowKey, voidSignature })),
              ),
            readAgain: ({ row }) => onReadAgain(row.readPaths[0] ?? null),
            decide: ({ row }, verdict, reason) =>
              guard((voidSignature) =>
                then(
                  decide.mutateAsync({
                    caseId,
                    rowKey: row.rowKey,
                    verdict,
                    reason,
                    voidSignature,
                  }),
                ),
              ),
          }}
        />
      </Panel>
      {dialog}
    </>
  );
}
