import { and, desc, eq, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, type Instant, type IsoDay } from '#shared/domain/identity.ts';
import { identityKey } from '#shared/domain/search/searchText.ts';
import { searchCases } from './caseSearch.ts';
import type { DeskReader } from './connection.ts';
import { CaseProgress } from './projectCase.ts';
import { caseSummary } from './schema.ts';

/** A case as lists show it. */
export interface CaseSummary {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly status: CaseStatus;
  readonly beneficiaryId: BeneficiaryId;
  /** Empty while no part of the name is known. */
  readonly applicantName: string;
  readonly idMasked: string | null;
  readonly progress: CaseProgress;
  readonly openedAt: Instant;
  readonly updatedAt: Instant;
  readonly submittedAt: Instant | null;
  readonly replyNotBefore: IsoDay | null;
  readonly declarationVoid: boolean;
  /** Whether HQ has receipted every event of it: the queue's answer, not a state (policy, lifecycle). */
  readonly receipted: boolean;
}

export interface CaseFilter {
  readonly statuses?: readonly CaseStatus[];
  readonly beneficiaryId?: BeneficiaryId;
}

export interface CasePage {
  readonly cases: readonly CaseSummary[];
  /** Passed as `cursor` for the cases after these; null at the end. */
  readonly next: number | null;
}

/** Cases, the last changed first; at most `limit` (1 to 200) after the cursor. */
export function listCases(
  db: DeskReader,
  filter: CaseFilter,
  page: { readonly limit: number; readonly cursor?: number | null },
): CasePage {
  const limit = Math.min(Math.max(page.limit, 1), 200);
  const conditions: SQL[] = [];
  if (page.cursor !== undefined && page.cursor !== null) {
    conditions.push(lt(caseSummary.lastPosition, page.cursor));
  }
  if (filter.statuses) conditions.push(inArray(caseSummary.status, [...filter.statuses]));
  if (filter.beneficiaryId) conditions.push(eq(caseSummary.beneficiaryId, filter.beneficiaryId));
  const rows = selectCases(db)
    .where(and(...conditions))
    .orderBy(desc(caseSummary.lastPosition))
    .limit(limit + 1)
    .all();
  const shown = rows.slice(0, limit);
  return {
    cases: shown.map(summaryOf),
    next: rows.length > limit ? (shown.at(-1)?.lastPosition ?? null) : null,
  };
}

/** Requests of one person, the one opened last first, at most `most`. */
export function listCaseIdsOpenedLast(
  db: DeskReader,
  beneficiaryId: BeneficiaryId,
  most: number,
): readonly CaseId[] {
  return db
    .statement<{ readonly caseId: string }>(
      `SELECT case_id AS caseId FROM case_summary WHERE beneficiary_id = ?
       ORDER BY opened_position DESC LIMIT ?`,
    )
    .all(beneficiaryId, most)
    .map(({ caseId }) => CaseId.parse(caseId));
}

/** The case in lists' form, or null when this desk does not know it. */
export function findCase(db: DeskReader, caseId: CaseId): CaseSummary | null {
  const row = selectCases(db).where(eq(caseSummary.caseId, caseId)).get();
  return row ? summaryOf(row) : null;
}

/** These cases in lists' form, in the order asked for, by one query; who is not here is left out. */
export function findCases(db: DeskReader, caseIds: readonly string[]): readonly CaseSummary[] {
  if (caseIds.length === 0) return [];
  const rows = selectCases(db)
    .where(inArray(caseSummary.caseId, [...caseIds]))
    .all();
  const found = new Map(rows.map((row) => [row.caseId, row]));
  return caseIds.flatMap((caseId) => {
    const row = found.get(caseId);
    return row === undefined ? [] : [summaryOf(row)];
  });
}

/** By the reference as printed or typed: case, spaces, dashes and kind of digits do not matter. */
export function findCaseByReference(db: DeskReader, reference: string): CaseSummary | null {
  const key = identityKey(reference);
  if (key === '') return null;
  const [only, second] = searchCases(db, [{ kinds: ['reference'], keys: [key], whole: true }], {
    limit: 2,
  });
  return only && !second ? findCase(db, only.caseId) : null;
}

/** How many cases stand in each status; statuses without a case are left out. */
export function countCases(db: DeskReader): ReadonlyMap<CaseStatus, number> {
  const rows = db.orm
    .select({ status: caseSummary.status, count: sql<number>`count(*)` })
    .from(caseSummary)
    .groupBy(caseSummary.status)
    .all();
  return new Map(rows.map((row) => [CaseStatus.parse(row.status), row.count]));
}

function selectCases(db: DeskReader) {
  return db.orm
    .select({
      caseId: caseSummary.caseId,
      reference: caseSummary.reference,
      status: caseSummary.status,
      beneficiaryId: caseSummary.beneficiaryId,
      applicantName: caseSummary.applicantName,
      idMasked: caseSummary.idMasked,
      progress: caseSummary.progress,
      openedAt: caseSummary.openedAt,
      updatedAt: caseSummary.updatedAt,
      submittedAt: caseSummary.submittedAt,
      replyNotBefore: caseSummary.replyNotBefore,
      declarationVoid: caseSummary.declarationVoid,
      lastPosition: caseSummary.lastPosition,
      receipted: sql<number>`coalesce(${caseSummary.ownPosition}, 0) <= coalesce((SELECT position FROM receipt_head), 0)`,
    })
    .from(caseSummary)
    .$dynamic();
}

type CaseRow = NonNullable<ReturnType<ReturnType<typeof selectCases>['get']>>;

function summaryOf(row: CaseRow): CaseSummary {
  const { lastPosition: _position, ...shown } = row;
  return {
    ...shown,
    caseId: CaseId.parse(row.caseId),
    status: CaseStatus.parse(row.status),
    beneficiaryId: BeneficiaryId.parse(row.beneficiaryId),
    progress: CaseProgress.parse(JSON.parse(row.progress)),
    receipted: row.receipted === 1,
  };
}
