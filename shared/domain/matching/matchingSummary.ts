import type { DocumentKey, MatrixRowKey, VersionedName } from '../case/caseEvent.ts';
import type { Verdict } from '../case/vocabulary.ts';
import type { ComputedVerdict, MatrixRow } from './matrixRow.ts';

/** A verdict on record; `RecordedVerdict` of the case state fits. */
export interface VerdictOnRecord {
  readonly rowKey: MatrixRowKey;
  readonly verdict: Verdict;
  readonly computed: Verdict;
  readonly reason: { readonly code: string; readonly text: string | null } | null;
  readonly ruleVersion: VersionedName;
  readonly statedNormalized: string | null;
  readonly readNormalized: string | null;
}

export type VerdictsOnRecord = Readonly<Record<MatrixRowKey, VerdictOnRecord>>;

/**
 * Whether a person must say why (policy P32: all but `match`). The rule's own finding of `match`,
 * `matchWithTolerance` or `notApplicable` carries its reason with it; a verdict that a person sets
 * against the rule never does.
 */
export function needsReason(verdict: Verdict, computed: ComputedVerdict | null): boolean {
  if (computed === null) return verdict !== 'match';
  if (verdict !== computed.verdict) return true;
  return verdict !== 'match' && verdict !== 'matchWithTolerance' && verdict !== 'notApplicable';
}

/**
 * Whether the rule's finding on this row may be recorded as it stands, without a person's word: it
 * needs none, or the reason why its document is absent was given once for all its rows.
 */
export function standsByItself(row: MatrixRow): boolean {
  if (row.computed === null) return false;
  return !needsReason(row.computed.verdict, row.computed) || row.documentReason !== null;
}

/**
 * Whether this verdict on this row stands in the way of signing: a mismatch on M1-M4, until what was
 * stated is corrected or a person raises it, which is the verdict `review` with a reason, and the
 * officer answers. Nobody at the branch can call a mismatch there a match.
 */
export function blocksSigning(row: MatrixRow, verdict: Verdict): boolean {
  if (!row.blocksSigning) return false;
  if (verdict === 'mismatch') return true;
  const overruled =
    verdict === 'match' || verdict === 'matchWithTolerance' || verdict === 'notApplicable';
  return row.computed?.verdict === 'mismatch' && overruled;
}

/** Whether this verdict raises a mismatch on M1-M4: signing waits for the officer's answer (P33). */
export function raisesMismatch(row: MatrixRow, verdict: Verdict): boolean {
  return row.blocksSigning && row.computed?.verdict === 'mismatch' && verdict === 'review';
}

/** A recorded verdict stands only while both values, the rule's finding and its version are the same. */
export function verdictStands(row: MatrixRow, recorded: VerdictOnRecord): boolean {
  return (
    recorded.statedNormalized === row.statedNormalized &&
    recorded.readNormalized === row.readNormalized &&
    recorded.computed === row.computed?.verdict &&
    recorded.ruleVersion.id === row.ruleVersion.id &&
    recorded.ruleVersion.version === row.ruleVersion.version
  );
}

/** Rows whose recorded verdict no longer stands and has to be given again. */
export function staleVerdicts(
  rows: readonly MatrixRow[],
  recorded: VerdictsOnRecord,
): readonly MatrixRowKey[] {
  return rows.flatMap((row) => {
    const verdict = recordedFor(row, recorded);
    return verdict !== undefined && !verdictStands(row, verdict) ? [row.rowKey] : [];
  });
}

export interface MatchingSummary {
  readonly total: number;
  /** Rows with a verdict that stands, and a reason where one is needed. */
  readonly decided: number;
  readonly undecided: readonly MatrixRowKey[];
  readonly blocking: readonly MatrixRowKey[];
  /** Mismatches on M1-M4 that were raised. */
  readonly raised: readonly MatrixRowKey[];
  readonly needReason: readonly MatrixRowKey[];
  readonly notPresented: readonly DocumentKey[];
}

/** Where the matrix stands: what is decided, what stops signing, what still needs a reason. */
export function matchingSummary(
  rows: readonly MatrixRow[],
  recorded: VerdictsOnRecord,
): MatchingSummary {
  const undecided: MatrixRowKey[] = [];
  const blocking: MatrixRowKey[] = [];
  const raised: MatrixRowKey[] = [];
  const needReason: MatrixRowKey[] = [];
  const notPresented = new Set<DocumentKey>();
  let decided = 0;
  for (const row of rows) {
    const standing = standingVerdict(row, recorded);
    const verdict = standing?.verdict ?? row.computed?.verdict ?? null;
    const reasonMissing =
      verdict !== null &&
      needsReason(verdict, row.computed) &&
      (standing?.reason?.text ?? row.documentReason) === null;
    if (verdict !== null && blocksSigning(row, verdict)) blocking.push(row.rowKey);
    if (verdict !== null && raisesMismatch(row, verdict)) raised.push(row.rowKey);
    if (reasonMissing) needReason.push(row.rowKey);
    if (row.computed?.verdict === 'notPresented') notPresented.add(row.documentKey);
    if (standing === null) undecided.push(row.rowKey);
    else if (!reasonMissing) decided += 1;
  }
  return {
    total: rows.length,
    decided,
    undecided,
    blocking,
    raised,
    needReason,
    notPresented: [...notPresented],
  };
}

/** The verdict on record that still stands for this row, or null. */
export function standingVerdict(
  row: MatrixRow,
  recorded: VerdictsOnRecord,
): VerdictOnRecord | null {
  const verdict = recordedFor(row, recorded);
  return verdict !== undefined && verdictStands(row, verdict) ? verdict : null;
}

function recordedFor(row: MatrixRow, recorded: VerdictsOnRecord): VerdictOnRecord | undefined {
  return Object.hasOwn(recorded, row.rowKey) ? recorded[row.rowKey] : undefined;
}
