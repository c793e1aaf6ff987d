import type { SearchKind } from '#shared/domain/case/applicantIdentity.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { toAsciiDigits } from '#shared/domain/identifiers/digits.ts';
import { BeneficiaryId, CaseId, type Instant } from '#shared/domain/identity.ts';
import { identityKey, mobileKey, nameWords } from '#shared/domain/search/searchText.ts';
import type { DeskReader } from './connection.ts';
import { tokenOf } from './searchKeys.ts';

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

/** Cases for which every condition holds, those opened last first, at most `limit` before a position. */
export function searchCases(
  db: DeskReader,
  conditions: readonly SearchCondition[],
  { limit, before = null }: { readonly limit: number; readonly before?: number | null },
): readonly CaseHit[] {
  if (conditions.length === 0) return [];
  const below = before ?? Number.MAX_SAFE_INTEGER;
  const indexed = db
    .statement<HitRow>(SEARCH_CASES)
    .all(conditions.map(expressionOf).join(' AND '), below, limit);
  const recent = searchRecent(db, conditions, below, limit);
  return [...recent, ...indexed]
    .toSorted((left, right) => right.openedPosition - left.openedPosition)
    .slice(0, limit)
    .map((row) => ({
      ...row,
      caseId: CaseId.parse(row.caseId),
      beneficiaryId: BeneficiaryId.parse(row.beneficiaryId),
      status: CaseStatus.parse(row.status),
    }));
}

const HIT_COLUMNS = `c.opened_position AS openedPosition, c.case_id AS caseId,
    c.beneficiary_id AS beneficiaryId, c.reference, c.status, c.applicant_name AS applicantName,
    c.id_masked AS idMasked, c.updated_at AS updatedAt`;

/** For tests of its plan too: the index itself gives the order, and nothing is sorted. */
export const SEARCH_CASES = `SELECT ${HIT_COLUMNS}
  FROM case_search s CROSS JOIN case_summary c ON c.opened_position = s.rowid
  WHERE s.case_search MATCH ? AND s.rowid < ?
    AND NOT EXISTS (SELECT 1 FROM search_recent r WHERE r.opened_position = s.rowid)
  ORDER BY s.rowid DESC LIMIT ?`;

/** Keys hold letters and digits alone, so that nothing in quotes can mean anything else. */
function expressionOf({ kinds, keys, whole }: SearchCondition): string {
  const [kind = 'name'] = kinds;
  const words = keys.map((key) => `"${tokenOf({ kind, key })}"${whole ? '' : '*'}`);
  return `({${kinds.join(' ')}} : (${words.join(' OR ')}))`;
}

/** The same among the few that the index does not hold as they now are. */
function searchRecent(
  db: DeskReader,
  conditions: readonly SearchCondition[],
  below: number,
  limit: number,
): readonly HitRow[] {
  const asked = conditions.map(({ kinds, keys, whole }) => {
    const [first = 'name'] = kinds;
    const each = kinds.flatMap((kind) => keys.map((key) => ({ kind, key })));
    return {
      sql: `(${each.map(({ kind }) => `instr(r.${kind}, ?) > 0`).join(' OR ')})`,
      values: each.map(({ key }) => ` ${tokenOf({ kind: first, key })}${whole ? ' ' : ''}`),
    };
  });
  return db
    .statement<HitRow>(
      `SELECT ${HIT_COLUMNS}
       FROM search_recent r CROSS JOIN case_summary c ON c.opened_position = r.opened_position
       WHERE ${asked.map(({ sql }) => sql).join(' AND ')} AND r.opened_position < ?
       ORDER BY r.opened_position DESC LIMIT ?`,
    )
    .all(...asked.flatMap(({ values }) => values), below, limit);
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
