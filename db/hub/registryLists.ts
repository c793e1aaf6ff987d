import { UNTOLD_STATUSES } from '#shared/domain/case/heardStatus.ts';
import type { HubReader } from './connection.ts';

/** A person of the registry as its lists have them. */
export interface RegistryPersonRow {
  readonly personId: string;
  readonly fileNo: string;
  readonly name: string;
  readonly maskedId: string | null;
  readonly category: string;
  readonly branchName: string;
  readonly cases: number;
  readonly openCases: number;
  readonly needs: string[];
  readonly latestReference: string;
  readonly latestStatus: string;
  readonly latestAt: Date;
  /** Halalas. */
  readonly deliveredAmount: number;
  readonly conflicts: number;
}

export type RegistryListOrder = 'latest' | 'name' | 'file';

/** What was typed, as it is looked for: each part must be found, by one of its kinds of key. */
export interface RegistrySearch {
  readonly parts: readonly {
    readonly kinds: readonly ('name' | 'identity' | 'mobile' | 'reference' | 'tail')[];
    readonly key: string;
    /** Only the beginning of a name was typed. */
    readonly isBeginning: boolean;
  }[];
  /** A whole file number; null where what was typed is none. */
  readonly fileNo: string | null;
}

export interface RegistryWish {
  readonly order: RegistryListOrder;
  readonly branchOfficeId: string | null;
  readonly status: string | null;
  readonly category: string | null;
  readonly need: string | null;
  /** Instants: from the first on, before the second. */
  readonly since: string | null;
  readonly before: string | null;
  readonly search: RegistrySearch | null;
  /** The sorting values of the last row of the stretch before; null to begin at `offset`. */
  readonly after: readonly [string, string] | null;
  readonly offset: number;
  readonly limit: number;
}

/** A search that finds more cases wants another word: no list of so many is read by anybody. */
export const MOST_FOUND = 2_000;

const SORTED = {
  latest: {
    value: 'p.latest_at',
    by: 'p.latest_at DESC, p.person_id DESC',
    compare: '<',
    type: 'timestamptz',
  },
  name: {
    value: 'p.name_key COLLATE "C"',
    by: 'p.name_key COLLATE "C", p.person_id',
    compare: '>',
    type: 'text',
  },
  file: {
    value: 'p.file_no COLLATE "C"',
    by: 'p.file_no COLLATE "C", p.person_id',
    compare: '>',
    type: 'text',
  },
} as const;

const COLUMNS = `p.person_id AS "personId", p.file_no AS "fileNo", p.name, p.id_masked AS "maskedId",
  p.category, b.name AS "branchName", p.cases, p.open_cases AS "openCases", p.needs,
  p.latest_reference AS "latestReference", p.latest_status AS "latestStatus",
  p.latest_at AS "latestAt", p.delivered_amount AS "deliveredAmount", p.conflicts`;

/** A stretch of the list and how many fit in all. A search that found too many is cut, and says so. */
export async function listRegistry(
  db: HubReader,
  wish: RegistryWish,
): Promise<{
  readonly people: readonly RegistryPersonRow[];
  readonly total: number;
  readonly isCut: boolean;
  readonly next: readonly [string, string] | null;
}> {
  const found = wish.search === null ? null : await findPeople(db, wish.search);
  const values: unknown[] = [];
  const narrowed = narrowing(wish, found?.ids ?? null, values);
  const counted = countOf(db, narrowed, [...values]);
  const { value, by, compare, type } = SORTED[wish.order];
  const conditions = [...narrowed];
  if (wish.after !== null) {
    values.push(...wish.after);
    conditions.push(
      `(${value}, p.person_id) ${compare} ($${values.length - 1}::${type}, $${values.length}::uuid)`,
    );
  }
  values.push(wish.limit + 1, wish.after === null ? wish.offset : 0);
  const rows = await db.query<RegistryPersonRow & { readonly sorted: string }>(
    `SELECT ${COLUMNS}, ${value}::text AS sorted
     FROM (SELECT p.person_id FROM registry_person p ${whereOf(conditions)}
       ORDER BY ${by} LIMIT $${values.length - 1} OFFSET $${values.length}) stretch
       JOIN registry_person p USING (person_id)
       JOIN branch b USING (branch_office_id) ORDER BY ${by}`,
    values,
  );
  const people = rows.slice(0, wish.limit);
  const last = people.at(-1);
  return {
    people: people.map(({ sorted: _sorted, ...person }) => person),
    total: await counted,
    isCut: found?.isCut ?? false,
    next: rows.length > wish.limit && last !== undefined ? [last.sorted, last.personId] : null,
  };
}

async function countOf(
  db: HubReader,
  conditions: readonly string[],
  values: readonly unknown[],
): Promise<number> {
  const [row] = await db.query<{ readonly count: number }>(
    `SELECT count(*)::int AS count FROM registry_person p ${whereOf(conditions)}`,
    values,
  );
  return row?.count ?? 0;
}

/** What was decided and not told yet is in this list, and in none of its own. */
const WITH_COMMITTEE = 'readyForCommittee';

/** Conditions, whose values are added to `values`. */
function narrowing(
  wish: RegistryWish,
  ids: readonly string[] | null,
  values: unknown[],
): readonly string[] {
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, value: unknown) => {
    if (value === null) return;
    values.push(value);
    conditions.push(condition(`$${values.length}`));
  };
  add((place) => `p.branch_office_id = ${place}::uuid`, wish.branchOfficeId);
  if (wish.status === WITH_COMMITTEE) {
    add((place) => `p.latest_status = ANY(${place}::text[])`, [WITH_COMMITTEE, ...UNTOLD_STATUSES]);
  } else {
    add((place) => `p.latest_status = ${place}`, wish.status);
  }
  add((place) => `p.category = ${place}`, wish.category);
  add((place) => `p.needs @> ${place}::text[]`, wish.need === null ? null : [wish.need]);
  add((place) => `p.latest_at >= ${place}::timestamptz`, wish.since);
  add((place) => `p.latest_at < ${place}::timestamptz`, wish.before);
  add((place) => `p.person_id = ANY(${place}::uuid[])`, ids);
  return conditions;
}

function whereOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** The persons of cases in whose keys every part is found, and those of a file number. */
async function findPeople(
  db: HubReader,
  { parts, fileNo }: RegistrySearch,
): Promise<{ readonly ids: readonly string[]; readonly isCut: boolean }> {
  const values: unknown[] = [];
  const found = parts.map(({ kinds, key, isBeginning }) => {
    values.push(kinds, key);
    const [ofKinds, sought] = [`$${values.length - 1}::text[]`, `$${values.length}`];
    return isBeginning
      ? `SELECT case_id FROM case_key WHERE kind = ANY(${ofKinds})
           AND key COLLATE "C" >= ${sought} AND key COLLATE "C" < ${sought} || U&'\\+10FFFF'`
      : `SELECT case_id FROM case_key WHERE kind = ANY(${ofKinds}) AND key COLLATE "C" = ${sought}`;
  });
  const sources =
    found.length === 0 ? [] : [`(${found.map((each) => `(${each})`).join(' INTERSECT ')})`];
  if (fileNo !== null) {
    values.push(fileNo);
    sources.push(`(SELECT case_id FROM hub_case WHERE file_no = $${values.length})`);
  }
  if (sources.length === 0) return { ids: [], isCut: false };
  values.push(MOST_FOUND + 1);
  const rows = await db.query<{ readonly id: string; readonly cases: number }>(
    `SELECT coalesce(m.person_id, h.beneficiary_id) AS id, count(*)::int AS cases
     FROM (SELECT case_id FROM (${sources.join(' UNION ')}) s LIMIT $${values.length}) k
       JOIN hub_case h USING (case_id)
       LEFT JOIN merged_person m ON m.beneficiary_id = h.beneficiary_id
     GROUP BY 1`,
    values,
  );
  const cases = rows.reduce((sum, row) => sum + row.cases, 0);
  return { ids: rows.map(({ id }) => id), isCut: cases > MOST_FOUND };
}

/** The files of a person: the beneficiaries who turned out to be them, themselves first. */
export async function beneficiariesOf(db: HubReader, personId: string): Promise<readonly string[]> {
  const rows = await db.query<{ readonly id: string }>(
    'SELECT beneficiary_id AS id FROM merged_person WHERE person_id = $1 ORDER BY 1',
    [personId],
  );
  return [personId, ...rows.map(({ id }) => id).filter((id) => id !== personId)];
}

/** Who somebody goes by: they themselves, or whom they were joined to. */
export async function personOf(db: HubReader, beneficiaryId: string): Promise<string> {
  const [row] = await db.query<{ readonly id: string }>(
    'SELECT person_id AS id FROM merged_person WHERE beneficiary_id = $1',
    [beneficiaryId],
  );
  return row?.id ?? beneficiaryId;
}

export interface RegistryCaseOfPerson {
  readonly caseId: string;
  readonly fileNo: string;
  readonly branchName: string;
}

/** The registered requests of these beneficiaries, the one changed last first. */
export function listRegisteredCases(
  db: HubReader,
  beneficiaryIds: readonly string[],
): Promise<readonly RegistryCaseOfPerson[]> {
  return db.query(
    `SELECT h.case_id AS "caseId", h.file_no AS "fileNo", b.name AS "branchName"
     FROM hub_case h JOIN branch b USING (branch_office_id)
     WHERE h.beneficiary_id = ANY($1::uuid[]) AND h.file_no IS NOT NULL
     ORDER BY h.updated_at DESC, h.case_id LIMIT 100`,
    [beneficiaryIds],
  );
}

export interface ContactOfPerson {
  readonly at: Date;
  readonly payload: string;
  readonly branchName: string | null;
}

/**
 * Contacts that are of one of these beneficiaries, the latest first; at most `limit`. A contact is of whoever it was
 * recorded with or named later, and for good of the person of the case that it became.
 */
export function listContactsOf(
  db: HubReader,
  beneficiaryIds: readonly string[],
  limit: number,
): Promise<readonly ContactOfPerson[]> {
  return db.query(
    `WITH named AS (
       SELECT payload::jsonb ->> 'contactId' AS id FROM journal
         WHERE kind = 'contactRecorded' AND payload IS NOT NULL
           AND payload::jsonb -> 'who' ->> 'beneficiaryId' = ANY($1::text[])
       UNION SELECT payload::jsonb ->> 'contactId' FROM journal
         WHERE kind = 'contactPersonNamed' AND payload IS NOT NULL
           AND payload::jsonb -> 'who' ->> 'beneficiaryId' = ANY($1::text[])
       UNION SELECT payload::jsonb ->> 'contactId' FROM journal
         WHERE kind = 'contactLinked' AND payload IS NOT NULL
           AND payload::jsonb ->> 'beneficiaryId' = ANY($1::text[])
     )
     SELECT j.at, j.payload, b.name AS "branchName" FROM named
       JOIN journal j ON j.kind = 'contactRecorded' AND j.payload IS NOT NULL
         AND j.payload::jsonb ->> 'contactId' = named.id
       LEFT JOIN LATERAL (SELECT l.payload::jsonb ->> 'beneficiaryId' AS id FROM journal l
         WHERE l.kind = 'contactLinked' AND l.payload IS NOT NULL
           AND l.payload::jsonb ->> 'contactId' = named.id ORDER BY l.position DESC LIMIT 1) ofCase ON true
       LEFT JOIN LATERAL (SELECT n.payload::jsonb -> 'who' ->> 'beneficiaryId' AS id, true AS said FROM journal n
         WHERE n.kind = 'contactPersonNamed' AND n.payload IS NOT NULL
           AND n.payload::jsonb ->> 'contactId' = named.id ORDER BY n.position DESC LIMIT 1) later ON true
       LEFT JOIN device d ON d.device_id = j.device_id LEFT JOIN branch b USING (branch_office_id)
     WHERE CASE WHEN ofCase.id IS NOT NULL THEN ofCase.id WHEN later.said THEN later.id
         ELSE j.payload::jsonb -> 'who' ->> 'beneficiaryId' END = ANY($1::text[])
     ORDER BY j.at DESC, j.position DESC LIMIT $2`,
    [beneficiaryIds, limit],
  );
}
