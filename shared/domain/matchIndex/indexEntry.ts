import { CODE_BYTES } from './personCode.ts';

/** A person of the match index: a mark that only headquarters can resolve, and the code. */
export interface IndexEntry {
  /** 8 bytes. */
  readonly mark: Uint8Array;
  /** 2 bytes that stand for the one branch where the person is registered; zeros for several. */
  readonly branch: Uint8Array;
  readonly code: Uint8Array;
}

export const MARK_BYTES = 8;
export const BRANCH_BYTES = 2;
export const ENTRY_BYTES = MARK_BYTES + BRANCH_BYTES + CODE_BYTES;
/** Entries are kept and sent in parts that fit a page of the database. */
export const ENTRIES_A_PART = 48;
export const PART_BYTES = ENTRY_BYTES * ENTRIES_A_PART;

export function writeEntry(part: Uint8Array, place: number, entry: IndexEntry | null): void {
  const start = place * ENTRY_BYTES;
  part.fill(0, start, start + ENTRY_BYTES);
  if (entry === null) return;
  part.set(entry.mark, start);
  part.set(entry.branch, start + MARK_BYTES);
  part.set(entry.code, start + MARK_BYTES + BRANCH_BYTES);
}

/** Null for a place where nobody stands: a mark is never all zeros. */
export function readEntry(part: Uint8Array, place: number): IndexEntry | null {
  const start = place * ENTRY_BYTES;
  const mark = part.subarray(start, start + MARK_BYTES);
  if (mark.every((byte) => byte === 0)) return null;
  return {
    mark,
    branch: part.subarray(start + MARK_BYTES, start + MARK_BYTES + BRANCH_BYTES),
    code: part.subarray(start + MARK_BYTES + BRANCH_BYTES, start + ENTRY_BYTES),
  };
}
