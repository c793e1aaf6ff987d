import { useEffect, useRef, useState } from 'react';
import { useDocumentName } from '#renderer/caseParts/documentName.ts';
import { fieldId } from '#renderer/caseParts/fieldId.ts';
import type { StepProps } from '#renderer/caseParts/step.ts';
import { focusField } from '#renderer/components/focus-field.ts';
import { formScope } from '#shared/contracts/caseForms.ts';
import type { AssessedDocument } from '#shared/domain/case/assessCase.ts';
import { type DocumentKey, MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import { scansOf } from '#shared/domain/case/caseState.ts';
import { ComparedDocument, NEXT_DOCUMENT_ID } from './ComparedDocument.tsx';
import styles from './documents.module.css';
import { type OpenPage, ReadingForm } from './ReadingForm.tsx';
import { focusRow, rowsOfDocument, wantsWork, workOf } from './rowWork.ts';
import { ScanPanel } from './ScanPanel.tsx';

export interface DocumentPageProps extends Pick<StepProps, 'open' | 'place' | 'go'> {
  readonly document: AssessedDocument;
  /** Told of the page that is being written; null when none is. */
  readonly onPage: (page: OpenPage | null) => void;
  /** The person came here by "next": the focus comes along. */
  readonly takesFocus: boolean;
  readonly onNext: (documentKey: DocumentKey) => void;
}

/** One document of the case: read on its form, then compared; after each deed the focus goes on. */
export function DocumentPage(props: DocumentPageProps) {
  const { open, document, place } = props;
  const { needed, recorded } = document;
  const { documentKey } = needed;
  const [reading, setReading] = useState<{ readonly wanted: string | null } | null>(null);
  const [deeds, setDeeds] = useState(0);
  const seen = useRef(props.takesFocus ? -1 : 0);
  const next = nextDocument(props);
  const name = useDocumentName();
  const isReading = recorded === null || (reading !== null && open.state.submission === null);

  const rowAsked = MatrixRowKey.safeParse(place.field);
  const wantedRow = rowAsked.success ? rowAsked.data : null;
  useEffect(() => {
    if (wantedRow !== null && !isReading) focusRow(wantedRow);
  }, [wantedRow, isReading]);
  useEffect(() => {
    // Only when something was done: whoever types meanwhile keeps the focus.
    if (seen.current === deeds) return;
    seen.current = deeds;
    if (isReading) {
      focusField(fieldId([...needed.form.fieldByName.keys()][0] ?? ''));
      return;
    }
    const first = rowsOfDocument(open, documentKey).find((row) => workOf(open, row) !== null);
    if (first !== undefined) focusRow(first.row.rowKey);
    else globalThis.document.getElementById(NEXT_DOCUMENT_ID)?.focus();
  }, [deeds, open, documentKey, isReading, needed.form]);
  const goOn = () => setDeeds((before) => before + 1);

  const page = isReading ? (
    <ReadingForm
      key={recorded?.eventId ?? 'first'}
      open={open}
      document={document}
      wanted={reading?.wanted ?? null}
      onPage={props.onPage}
      onRecorded={() => {
        setReading(null);
        goOn();
      }}
      onBack={recorded === null ? null : () => setReading(null)}
    />
  ) : (
    <ComparedDocument
      go={props.go}
      open={open}
      document={document}
      recorded={recorded}
      next={next}
      hasOpenReading={isReadingOpen(open, documentKey)}
      onNext={() => {
        if (next !== null) props.onNext(next.needed.documentKey);
      }}
      onReadAgain={(wanted) => setReading({ wanted })}
      onDone={goOn}
    />
  );
  if (!needed.allowsScan && scansOf(open.state, documentKey).length === 0) return page;
  return (
    <div className={styles.withScan} data-reading={isReading ? '' : undefined}>
      <div>{page}</div>
      <ScanPanel open={open} needed={needed} name={name(needed)} />
    </div>
  );
}

/** Something was read from it again, or said of it, and not recorded. */
function isReadingOpen({ drafts }: DocumentPageProps['open'], documentKey: DocumentKey): boolean {
  return drafts.some(({ scope, body }) =>
    body.kind === 'answers'
      ? scope === documentKey && body.patches.length > 0
      : scope === formScope('absent', documentKey),
  );
}

/** The next document after this one that wants something, beginning again from the first. */
function nextDocument({
  open,
  document,
}: Pick<DocumentPageProps, 'open' | 'document'>): AssessedDocument | null {
  const { documents } = open.assessment;
  const at = documents.findIndex(
    ({ needed }) => needed.documentKey === document.needed.documentKey,
  );
  const others = [...documents.slice(at + 1), ...documents.slice(0, Math.max(at, 0))];
  return others.find((each) => wantsWork(open, each)) ?? null;
}
