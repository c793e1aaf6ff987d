import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { birthKeys } from '#shared/domain/case/applicantIdentity.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { maskIdentifier } from '#shared/domain/identifiers/maskIdentifier.ts';
import { BeneficiaryId, CaseId, type Instant } from '#shared/domain/identity.ts';
import { identityKey, mobileKey } from '#shared/domain/search/searchText.ts';
import {
  beginningOf,
  type CaseHit,
  type SearchCondition,
  searchCases,
  textConditions,
} from './caseSearch.ts';
import type { DeskReader } from './connection.ts';

/** What a person is looked for by. Several together must all hold. */
export interface PeopleQuery {
  /** What was typed: beginnings of the words of a name, or of an id, a mobile or a reference. */
  readonly text?: string;
  /** Id, passport or border number, or its beginning. */
  readonly id?: string;
  /** In any of the usual ways of writing it, or its beginning. */
  readonly mobile?: string;
  /** As printed, in either calendar; a day recorded in the other is found where the two agree on it. */
  readonly birth?: PrintedDate;
}

export interface PersonFound {
  readonly beneficiaryId: BeneficiaryId;
  readonly name: string;
  readonly idMasked: string | null;
  /** In the calendar in which it was printed. */
  readonly birthDate: PrintedDate | null;
  readonly mobile: string | null;
  readonly caseCount: number;
  readonly latestCase: {
    readonly caseId: CaseId;
    readonly reference: string;
    readonly status: CaseStatus;
    readonly updatedAt: Instant;
  };
}

/** People of this desk's cases who fit, who came last first, at most `limit`. Nothing asked, nobody found. */
export function findPeople(
  db: DeskReader,
  query: PeopleQuery,
  limit: number,
): readonly PersonFound[] {
  const most = Math.min(Math.max(limit, 1), 200);
  return findPersonIds(db, query, most).map((beneficiaryId) => getPerson(db, beneficiaryId));
}

/** The same people by their ids alone. */
export function findPersonIds(
  db: DeskReader,
  query: PeopleQuery,
  most: number,
): readonly BeneficiaryId[] {
  const conditions = conditionsOf(query);
  return conditions.length === 0 ? [] : peopleOf(db, conditions, firstHits(db, conditions), most);
}

/** What one box finds: the people who fit, who came last first, and cases, opened last first. */
export function findPeopleAndCases(
  db: DeskReader,
  text: string,
  most: { readonly people: number; readonly cases: number },
): { readonly people: readonly BeneficiaryFace[]; readonly cases: readonly CaseHit[] } {
  const conditions = textConditions(text);
  if (conditions.length === 0) return { people: [], cases: [] };
  // The index is asked once for both.
  const hits = firstHits(db, conditions);
  const people = peopleOf(db, conditions, hits, most.people).flatMap(
    (beneficiaryId) => findBeneficiary(db, beneficiaryId) ?? [],
  );
  return { people, cases: hits.slice(0, most.cases) };
}

function firstHits(db: DeskReader, conditions: readonly SearchCondition[]): readonly CaseHit[] {
  return searchCases(db, conditions, { limit: HITS_AT_ONCE });
}

function peopleOf(
  db: DeskReader,
  conditions: readonly SearchCondition[],
  first: readonly CaseHit[],
  most: number,
): readonly BeneficiaryId[] {
  const found = new Set<BeneficiaryId>();
  let hits = first;
  for (;;) {
    for (const { beneficiaryId } of hits) if (found.size < most) found.add(beneficiaryId);
    const last = hits.at(-1);
    if (found.size >= most || last === undefined || hits.length < HITS_AT_ONCE) return [...found];
    hits = searchCases(db, conditions, { limit: HITS_AT_ONCE, before: last.openedPosition });
  }
}

/** Hits are read in stretches, since several may be of one person. */
const HITS_AT_ONCE = 16;

function getPerson(db: DeskReader, beneficiaryId: BeneficiaryId): PersonFound {
  const row = db
    .statement<PersonRow>(
      `SELECT b.beneficiary_id AS beneficiaryId, b.name, b.id_number AS idNumber,
         b.birth_date AS birthDate, b.mobile, c.case_id AS caseId, c.reference, c.status,
         c.updated_at AS updatedAt, count(*) AS caseCount, max(c.last_position) AS lastPosition
       FROM beneficiary b JOIN case_summary c USING (beneficiary_id)
       WHERE b.beneficiary_id = ? GROUP BY b.beneficiary_id`,
    )
    .get(beneficiaryId);
  if (!row) throw new TypeError('a case without its beneficiary');
  return personOf(row);
}

interface PersonRow {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly mobile: string | null;
  readonly caseId: string;
  readonly reference: string;
  readonly status: string;
  readonly updatedAt: string;
  readonly caseCount: number;
}

/** SQLite takes the other columns of a group from the row that has its `max()`: the latest case. */
function personOf(row: PersonRow): PersonFound {
  return {
    beneficiaryId: BeneficiaryId.parse(row.beneficiaryId),
    name: row.name,
    idMasked: row.idNumber === null ? null : maskIdentifier(row.idNumber),
    birthDate: row.birthDate === null ? null : printedDateOf(row.birthDate),
    mobile: row.mobile,
    caseCount: row.caseCount,
    latestCase: {
      caseId: CaseId.parse(row.caseId),
      reference: row.reference,
      status: CaseStatus.parse(row.status),
      updatedAt: row.updatedAt,
    },
  };
}

function conditionsOf(query: PeopleQuery): readonly SearchCondition[] {
  const conditions: SearchCondition[] = [];
  const id = identityKey(query.id ?? '');
  if (id !== '') conditions.push(beginningOf(['identity'], id));
  const mobile = mobileKey(query.mobile ?? '');
  if (mobile !== '') conditions.push(beginningOf(['mobile'], mobile));
  if (query.birth) {
    conditions.push({ kinds: ['birth'], keys: birthKeys(query.birth), whole: true });
  }
  conditions.push(...textConditions(query.text ?? ''));
  return conditions;
}

function printedDateOf(stored: string): PrintedDate {
  const [calendar, day = ''] = stored.split(' ');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return PrintedDate.parse({ calendar, year, month, day: dayOfMonth });
}

/** Who somebody is on their file. */
export interface BeneficiaryFace {
  readonly beneficiaryId: BeneficiaryId;
  readonly name: string;
  readonly idMasked: string | null;
  readonly birthDate: PrintedDate | null;
  readonly mobile: string | null;
  readonly category: string;
  readonly caseCount: number;
}

/** Who a person is to the desk; null when it does not know them. */
export function findBeneficiary(
  db: DeskReader,
  beneficiaryId: BeneficiaryId,
): BeneficiaryFace | null {
  const row = db
    .statement<FaceRow>(
      `SELECT name, id_number AS idNumber, birth_date AS birthDate, mobile, category,
         case_count AS caseCount FROM beneficiary WHERE beneficiary_id = ?`,
    )
    .get(beneficiaryId);
  return row ? faceOf({ ...row, beneficiaryId }) : null;
}

export interface FaceRow {
  readonly beneficiaryId: string;
  readonly name: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly mobile: string | null;
  readonly category: string;
  readonly caseCount: number;
}

export function faceOf({ idNumber, birthDate, ...row }: FaceRow): BeneficiaryFace {
  return {
    ...row,
    beneficiaryId: BeneficiaryId.parse(row.beneficiaryId),
    idMasked: idNumber === null ? null : maskIdentifier(idNumber),
    birthDate: birthDate === null ? null : printedDateOf(birthDate),
  };
}
