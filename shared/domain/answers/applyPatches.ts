import { assertNever } from '../assertNever.ts';
import type { Answer, AnswerSet, RowId } from './answer.ts';
import type { AnswerPatch } from './answerPatch.ts';

/**
 * The answers after these patches, in order. Laws: adding a row that exists, removing one that does
 * not and withdrawing an answer that was never given change nothing; removing a row drops its
 * answers and the rows nested in it. An answer to a row that is not there is kept in storage (the
 * row may arrive later from another laptop) and counts for nothing until then.
 */
export function applyPatches(answers: AnswerSet, patches: readonly AnswerPatch[]): AnswerSet {
  if (patches.length === 0) return answers;
  // Maps, because a path such as `constructor` is an ordinary name for an answer.
  const values = new Map<string, Answer>(Object.entries(answers.values));
  const rows = new Map<string, readonly RowId[]>(Object.entries(answers.rows));
  for (const patch of patches) {
    switch (patch.op) {
      case 'set':
        if (patch.answer === null) values.delete(patch.path);
        else values.set(patch.path, patch.answer);
        break;
      case 'addRow': {
        const present = rows.get(patch.repeat) ?? [];
        if (!present.includes(patch.rowId)) rows.set(patch.repeat, [...present, patch.rowId]);
        break;
      }
      case 'removeRow':
        removeRow(values, rows, patch.repeat, patch.rowId);
        break;
      default:
        assertNever(patch);
    }
  }
  return { values: Object.fromEntries(values), rows: Object.fromEntries(rows) };
}

function removeRow(
  values: Map<string, Answer>,
  rows: Map<string, readonly RowId[]>,
  repeat: string,
  rowId: RowId,
): void {
  const present = rows.get(repeat);
  if (present?.includes(rowId)) {
    const left = present.filter((id) => id !== rowId);
    // No empty list stays behind: adding and removing a row leaves what was there before.
    if (left.length === 0) rows.delete(repeat);
    else rows.set(repeat, left);
  }
  const prefix = `${repeat}/${rowId}/`;
  for (const path of values.keys()) if (path.startsWith(prefix)) values.delete(path);
  for (const path of rows.keys()) if (path.startsWith(prefix)) rows.delete(path);
}
