import type { OpenCase } from '#renderer/access/caseFile.ts';
import type { AssessedDocument, AssessedRow } from '#shared/domain/case/assessCase.ts';
import type { DocumentKey, MatrixRowKey } from '#shared/domain/case/caseEvent.ts';
import type { Verdict } from '#shared/domain/case/vocabulary.ts';

/**
 * What a row still wants: `unread`, its reading is missing; `blocks`, it stops signing; `reason`, the
 * verdict has none; `verdict`, nobody has said it yet.
 */
export type RowWork = 'unread' | 'blocks' | 'reason' | 'verdict';

/** Null for a row that is done. */
export function workOf({ assessment }: OpenCase, { row }: AssessedRow): RowWork | null {
  const { blocking, needReason, undecided } = assessment.facts.matching;
  if (row.computed === null) return 'unread';
  if (blocking.includes(row.rowKey)) return 'blocks';
  if (needReason.includes(row.rowKey)) return 'reason';
  return undecided.includes(row.rowKey) ? 'verdict' : null;
}

/** The verdict on record that stands, else what the rule finds; null while nothing is read. */
export function shownVerdict({ row, standing }: AssessedRow): Verdict | null {
  return standing?.verdict ?? row.computed?.verdict ?? null;
}

export function rowsOfDocument(open: OpenCase, documentKey: DocumentKey): readonly AssessedRow[] {
  return open.assessment.matrix.filter(({ row }) => row.documentKey === documentKey);
}

/** Whether anything of this document still wants a person: a record, a verdict, a reason. */
export function wantsWork(open: OpenCase, document: AssessedDocument): boolean {
  const { documentKey } = document.needed;
  const { unrecorded, originalNotSighted } = open.assessment.facts.documents;
  return (
    unrecorded.includes(documentKey) ||
    originalNotSighted.includes(documentKey) ||
    (document.recorded !== null &&
      rowsOfDocument(open, documentKey).some((row) => workOf(open, row) !== null))
  );
}

/** Worst first: what the list shows for a whole document. */
const WORST_FIRST: readonly Verdict[] = [
  'mismatch',
  'review',
  'illegible',
  'notPresented',
  'matchWithTolerance',
  'match',
  'notApplicable',
];

export function worstVerdict(rows: readonly AssessedRow[]): Verdict | null {
  const shown = rows.map(shownVerdict);
  return WORST_FIRST.find((verdict) => shown.includes(verdict)) ?? null;
}

/** The first control of what can be done about a row. */
export function rowWorkId(rowKey: MatrixRowKey): string {
  return `work-${rowKey}`;
}

/** The label of a row, which can take the focus where nothing is left to do. */
export function rowLabelId(rowKey: MatrixRowKey): string {
  return `label-${rowKey}`;
}

/** Brings a row into view with the focus on its first control. */
export function focusRow(rowKey: MatrixRowKey): boolean {
  const target =
    document.getElementById(rowWorkId(rowKey)) ?? document.getElementById(rowLabelId(rowKey));
  target?.scrollIntoView({ block: 'center' });
  target?.focus();
  return target !== null;
}
