import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { type BeneficiaryId, CaseId, type Instant, type IsoDay } from '#shared/domain/identity.ts';
import { type BeneficiaryFace, type FaceRow, faceOf, findPersonIds } from './beneficiaries.ts';
import type { Stretch } from './caseLists.ts';
import type { DeskReader } from './connection.ts';

/** A person as the list of beneficiaries shows them. */
export interface BeneficiarySummary extends BeneficiaryFace {
  /** Requests of which something may still come. */
  readonly openCount: number;
  readonly latestCase: {
    readonly caseId: CaseId;
    readonly reference: string;
    readonly status: CaseStatus;
    readonly updatedAt: Instant;
  };
}

export interface BeneficiaryFilter {
  /** Somebody with a request of which something may still come. */
  readonly hasOpenRequest?: boolean | undefined;
  /** Somebody of whose papers one ends on these days. */
  readonly papersEnd?: { readonly from: IsoDay; readonly through: IsoDay } | undefined;
  /** The family's category as it was last stated. */
  readonly category?: string | undefined;
  /** Beginnings of the words of a name, or of an id, a mobile or a reference: the 200 who came last. */
  readonly text?: string | undefined;
}

export type BeneficiarySort = 'latest' | 'name';

export interface BeneficiaryStretch {
  readonly people: readonly BeneficiarySummary[];
  readonly total: number;
}

const MOST_FOUND = 200;

const ORDERS = {
  latest: { index: 'beneficiary_latest', by: 'latest_opened DESC' },
  name: { index: 'beneficiary_name', by: 'name_key, latest_opened' },
} as const satisfies Record<BeneficiarySort, { readonly index: string; readonly by: string }>;

/**
 * A stretch of the people of this desk who have a name. An index alone is walked through, whichever
 * stretch it is; of the table only those are read who are shown.
 */
export function listBeneficiaries(
  db: DeskReader,
  filter: BeneficiaryFilter,
  sort: BeneficiarySort,
  { offset, limit }: Stretch,
): BeneficiaryStretch {
  const { index, by } = ORDERS[sort];
  const conditions = conditionsOf(db, filter);
  const values = conditions.flatMap((condition) => condition.values);
  const isNarrow = filter.text !== undefined;
  const from = `FROM beneficiary ${isNarrow ? '' : `INDEXED BY ${index}`} WHERE is_named = 1${conditions
    .map(({ sql }) => ` AND ${sql}`)
    .join('')}`;
  const counted = db
    .statement<{ readonly total: number }>(`SELECT count(*) AS total ${from}`)
    .get(...values);
  const people = db
    .statement<SummaryRow>(
      `SELECT b.beneficiary_id AS beneficiaryId, b.name, b.id_number AS idNumber,
         b.birth_date AS birthDate, b.mobile, b.category, b.case_count AS caseCount,
         b.open_count AS openCount, c.case_id AS caseId, c.reference, c.status, c.updated_at AS updatedAt
       FROM (SELECT rowid AS place ${from} ORDER BY ${by} LIMIT ? OFFSET ?)
       CROSS JOIN beneficiary b ON b.rowid = place
       CROSS JOIN case_summary c ON c.opened_position = b.latest_opened`,
    )
    .all(...values, limit, offset)
    .map(summaryOf);
  return { people, total: counted?.total ?? 0 };
}

interface Condition {
  readonly sql: string;
  readonly values: readonly string[];
}

function conditionsOf(db: DeskReader, filter: BeneficiaryFilter): readonly Condition[] {
  const { hasOpenRequest, papersEnd, category, text } = filter;
  return [
    ...(hasOpenRequest === true ? [{ sql: 'open_count > 0', values: [] }] : []),
    ...(category === undefined ? [] : [{ sql: 'category = ?', values: [category] }]),
    ...(papersEnd === undefined ? [] : [papersCondition(papersEnd)]),
    ...(text === undefined ? [] : [namedCondition(findPersonIds(db, { text }, MOST_FOUND))]),
  ];
}

function papersCondition({ from, through }: { from: IsoDay; through: IsoDay }): Condition {
  return {
    sql: `rowid IN (SELECT p.rowid FROM case_due JOIN case_summary USING (opened_position)
      JOIN beneficiary p USING (beneficiary_id) WHERE kind = 'paper' AND day BETWEEN ? AND ?)`,
    values: [from, through],
  };
}

function namedCondition(found: readonly BeneficiaryId[]): Condition {
  return {
    sql: 'beneficiary_id IN (SELECT value FROM json_each(?))',
    values: [JSON.stringify(found)],
  };
}

interface SummaryRow extends FaceRow {
  readonly openCount: number;
  readonly caseId: string;
  readonly reference: string;
  readonly status: string;
  readonly updatedAt: string;
}

function summaryOf(row: SummaryRow): BeneficiarySummary {
  const { openCount, caseId, reference, status, updatedAt, ...face } = row;
  return {
    ...faceOf(face),
    openCount,
    latestCase: {
      caseId: CaseId.parse(caseId),
      reference,
      status: CaseStatus.parse(status),
      updatedAt,
    },
  };
}
