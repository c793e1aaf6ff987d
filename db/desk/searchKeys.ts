import type { SearchKey, SearchKind } from '#shared/domain/case/applicantIdentity.ts';
import type { DeskWriter } from './connection.ts';
import type { CaseProjection } from './projectCase.ts';

/**
 * What a case is found by stands in the same transaction as the journal: what is saved is found at once,
 * and what a crash takes away it takes from both. The words of the cases that were saved last lie in
 * `search_recent`, one page of a save; the index takes them over many at a time, since for each save
 * it begins a part of its own, which is six pages, and has to merge its parts later.
 */

/** So many are read through with each key that is typed: a twentieth of a millisecond. */
const MOST_RECENT = 48;

/** A word of the index: letters and digits without a space, which would part it in two. */
export function tokenOf({ kind, key }: SearchKey): string {
  // A joiner that the normaliser takes out of names and that the tokeniser keeps.
  if (kind === 'name') return key.replaceAll(' ', '\u0640');
  return kind === 'birth' ? key.replace('day -', 'daym').replaceAll(/[ -]/g, '') : key;
}

export function sameKeys(left: readonly SearchKey[], right: readonly SearchKey[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Puts the keys of a case, whose row is there already, in the place of those it had. */
export function writeSearchKeys(writer: DeskWriter, now: CaseProjection): void {
  writer
    .statement(
      `INSERT OR REPLACE INTO search_recent (opened_position, ${COLUMNS})
       SELECT opened_position, ?, ?, ?, ?, ?, ? FROM case_summary WHERE case_id = ?`,
    )
    .run(...wordsOf(now), now.caseId);
  const counted = writer
    .statement<{ readonly count: number }>('SELECT count(*) AS count FROM search_recent')
    .get();
  if ((counted?.count ?? 0) > MOST_RECENT) indexRecentKeys(writer);
}

/** The index takes over what was saved last. */
export function indexRecentKeys(writer: DeskWriter): void {
  writer
    .statement(
      `INSERT OR REPLACE INTO case_search (rowid, ${COLUMNS})
       SELECT opened_position, ${COLUMNS} FROM search_recent`,
    )
    .run();
  writer.statement('DELETE FROM search_recent').run();
}

/** Puts the keys of a case that has none yet into the index itself, where many are made at once. */
export function indexSearchKeys(
  writer: DeskWriter,
  now: CaseProjection,
  openedPosition: number,
): void {
  writer
    .statement(`INSERT INTO case_search (rowid, ${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)`)
    .run(openedPosition, ...wordsOf(now));
}

const KINDS = [
  'name',
  'identity',
  'mobile',
  'birth',
  'reference',
  'tail',
] as const satisfies readonly SearchKind[];
const COLUMNS = KINDS.join(', ');

/** The words of each kind, each between spaces. */
function wordsOf({ searchKeys }: CaseProjection): readonly string[] {
  return KINDS.map((kind) => {
    const words = searchKeys.filter((key) => key.kind === kind).map(tokenOf);
    return ` ${words.join(' ')} `;
  });
}
