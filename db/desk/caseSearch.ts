import type { SearchKey, SearchKind } from '#shared/domain/case/applicantIdentity.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import { BeneficiaryId, CaseId, type Instant } from '#shared/domain/identity.ts';
import { identityKey, mobileKey, nameWords } from '#shared/domain/search/searchText.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import type { CaseProjection } from './projectCase.ts';

/**
 * The index of what a case is found by. It stands in the same transaction as the journal: what is
 * saved is found at once, and what a crash takes away it takes from both.
 */

export interface SearchCondition {
  readonly kinds: readonly SearchKind[];
  /** Whole keys of which one must be there, or one beginning of a key. */
  readonly keys: readonly string[];
  readonly whole: boolean;
}

export interface CaseHit {
  readonly openedPosition: number;
  readonly caseId: CaseId;
  readonly beneficiaryId: BeneficiaryId;
  readonly reference: string;
  readonly status: CaseStatus;
  /** Empty while no part of the name is known. */
  readonly applicantName: string;
  readonly idMasked: string | null;
  readonly updatedAt: Instant;
}

interface HitRow extends Omit<CaseHit, 'caseId' | 'beneficiaryId' | 'status'> {
  readonly caseId: string;
  readonly beneficiaryId: string;
  readonly status: string;
}

/** A word of the index: letters and digits without a space, which would part it in two. */
function tokenOf({ kind, key }: SearchKey): string {
  // A joiner that the normaliser takes out of names and that the tokeniser keeps.
  if (kind === 'name') return key.replaceAll(' ', '\u0640');
  return kind === 'birth' ? key.replace('day -', 'daym').replaceAll(/[ -]/g, '') : key;
}

export function sameKeys(left: readonly SearchKey[], right: readonly SearchKey[]): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

/** Puts the keys of a case, whose row is there already, in the place of those it had. */
export function writeSearchKeys(writer: DeskWriter, now: CaseProjection): void {
  const words = (kind: SearchKind) =>
    now.searchKeys
      .filter((key) => key.kind === kind)
      .map(tokenOf)
      .join(' ');
  writer
    .statement(
      `INSERT OR REPLACE INTO case_search (rowid, name, identity, mobile, birth, reference, tail)
       SELECT opened_position, ?, ?, ?, ?, ?, ? FROM case_summary WHERE case_id = ?`,
    )
    .run(
      words('name'),
      words('identity'),
      words('mobile'),
      words('birth'),
      words('reference'),
      words('tail'),
      now.caseId,
    );
}

/** Cases for which every condition holds, those opened last first, at most `limit` before a position. */
export function searchCases(
  db: DeskReader,
  conditions: readonly SearchCondition[],
  { limit, before = null }: { readonly limit: number; readonly before?: number | null },
): readonly CaseHit[] {
  if (conditions.length === 0) return [];
  return db
    .statement<HitRow>(SEARCH_CASES)
    .all(conditions.map(expressionOf).join(' AND '), before ?? Number.MAX_SAFE_INTEGER, limit)
    .map((row) => ({
      ...row,
      caseId: CaseId.parse(row.caseId),
      beneficiaryId: BeneficiaryId.parse(row.beneficiaryId),
      status: CaseStatus.parse(row.status),
    }));
}

/** For tests of its plan too: the index itself gives the order, and nothing is sorted. */
export const SEARCH_CASES = `SELECT c.opened_position AS openedPosition, c.case_id AS caseId,
    c.beneficiary_id AS beneficiaryId, c.reference, c.status, c.applicant_name AS applicantName,
    c.id_masked AS idMasked, c.updated_at AS updatedAt
  FROM case_search s CROSS JOIN case_summary c ON c.opened_position = s.rowid
  WHERE s.case_search MATCH ? AND s.rowid < ? ORDER BY s.rowid DESC LIMIT ?`;

/** Keys hold letters and digits alone, so that nothing in quotes can mean anything else. */
function expressionOf({ kinds, keys, whole }: SearchCondition): string {
  const [kind = 'name'] = kinds;
  const words = keys.map((key) => `"${tokenOf({ kind, key })}"${whole ? '' : '*'}`);
  return `({${kinds.join(' ')}} : (${words.join(' OR ')}))`;
}

export function beginningOf(kinds: readonly SearchKind[], key: string): SearchCondition {
  return { kinds, keys: [key], whole: false };
}

/** The beginning of a reference without its hyphens: branch, lane, year, counter, check character. */
const REFERENCE = /^[A-Z]{3}(\d$|\d{2}([A-Z0-9]{0,2}|[A-Z0-9]{2}\d{1,10}[A-Z0-9]?)$)/u;
const LENGTH_BEFORE_YEAR = 7;
const LENGTH_OF_YEAR = 4;

/** More words than this are not looked at; a name has fewer. */
const MOST_WORDS = 8;

/** What a person types into one box: beginnings of names, or of an id, a mobile, a reference or its end. */
export function textConditions(text: string): readonly SearchCondition[] {
  const digits = toAsciiDigits(text);
  if (/^[\s\d+()-]*\d[\s\d+()-]*$/u.test(digits)) {
    const number = digits.replace(/\D/gu, '');
    const mobile = mobileKey(text);
    // One number may begin an id, a reference's counter or, without its prefix, a mobile.
    return mobile === number
      ? [beginningOf(['identity', 'reference', 'mobile', 'tail'], number)]
      : [beginningOf(['mobile'], mobile)];
  }
  const key = identityKey(text);
  // All references of a laptop begin alike: what they share is looked up by its three letters, which
  // have an index, and only what parts them by the word itself.
  if (REFERENCE.test(key)) {
    const tail = key.slice(LENGTH_BEFORE_YEAR);
    const branch = beginningOf(['reference'], key.slice(0, 3));
    return tail.length <= LENGTH_OF_YEAR ? [branch] : [branch, beginningOf(['tail'], tail)];
  }
  if (/\d/u.test(digits)) {
    return [beginningOf(['reference', 'identity', 'tail'], key)];
  }
  return nameWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => beginningOf(['name'], word));
}
