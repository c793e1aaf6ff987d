import { PrintedDate } from '#shared/domain/answers/answer.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId, CaseId, type Instant } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';
import { maskIdentity, printedDateKey, type SearchKind } from './projectCase.ts';
import { asciiDigits, identityKey, mobileKey, searchWords } from './searchText.ts';

/** What a person is looked for by. Several together must all hold. */
export interface PeopleQuery {
  /** What was typed: beginnings of the words of a name, or of an id, a mobile or a reference. */
  readonly text?: string;
  /** Id, passport or border number, or its beginning. */
  readonly id?: string;
  /** In any of the usual ways of writing it, or its beginning. */
  readonly mobile?: string;
  /** As printed; found in the calendar in which it was recorded. */
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

interface Condition {
  readonly kinds: readonly SearchKind[];
  readonly beginning: string;
  readonly whole?: true;
}

/** More words than this are not looked at; a name has fewer. */
const MOST_WORDS = 8;

/** People of this desk's cases who fit, the last changed first, at most `limit`. Nothing asked, nobody found. */
export function findPeople(
  db: DeskReader,
  query: PeopleQuery,
  limit: number,
): readonly PersonFound[] {
  const conditions = conditionsOf(query);
  if (conditions.length === 0) return [];
  const sets = conditions.map(({ kinds, whole }) => {
    const places = kinds.map(() => '?').join(',');
    const range = whole ? 'key = ?' : 'key >= ? AND key < ?';
    return `SELECT beneficiary_id FROM search_key WHERE kind IN (${places}) AND ${range}`;
  });
  const values = conditions.flatMap(({ kinds, beginning, whole }) =>
    whole ? [...kinds, beginning] : [...kinds, beginning, `${beginning}\u{10ffff}`],
  );
  return db
    .statement<PersonRow>(
      `SELECT b.beneficiary_id AS beneficiaryId, b.name, b.id_number AS idNumber,
         b.birth_date AS birthDate, b.mobile, c.case_id AS caseId, c.reference, c.status,
         c.updated_at AS updatedAt, count(*) AS caseCount, max(c.last_position) AS lastPosition
       FROM beneficiary b JOIN case_summary c USING (beneficiary_id)
       WHERE b.beneficiary_id IN (${sets.join(' INTERSECT ')})
       GROUP BY b.beneficiary_id ORDER BY lastPosition DESC LIMIT ?`,
    )
    .all(...values, Math.min(Math.max(limit, 1), 200))
    .map(personOf);
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
    idMasked: row.idNumber === null ? null : maskIdentity(row.idNumber),
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

function conditionsOf(query: PeopleQuery): readonly Condition[] {
  const conditions: Condition[] = [];
  const id = identityKey(query.id ?? '');
  if (id !== '') conditions.push({ kinds: ['identity'], beginning: id });
  const mobile = mobileKey(query.mobile ?? '');
  if (mobile !== '') conditions.push({ kinds: ['mobile'], beginning: mobile });
  if (query.birth) {
    conditions.push({ kinds: ['birth'], beginning: printedDateKey(query.birth), whole: true });
  }
  conditions.push(...textConditions(query.text ?? ''));
  return conditions;
}

function textConditions(text: string): readonly Condition[] {
  const digits = asciiDigits(text);
  if (/^[\s\d+()-]*\d[\s\d+()-]*$/u.test(digits)) {
    const number = digits.replace(/\D/gu, '');
    const mobile = mobileKey(text);
    // One number may begin an id, a reference's counter or, without its prefix, a mobile.
    return mobile === number
      ? [{ kinds: ['identity', 'reference', 'mobile'], beginning: number }]
      : [{ kinds: ['mobile'], beginning: mobile }];
  }
  if (/\d/u.test(digits)) {
    return [{ kinds: ['reference', 'identity'], beginning: identityKey(text) }];
  }
  return searchWords(text)
    .slice(0, MOST_WORDS)
    .map((word) => ({ kinds: ['name'], beginning: word }));
}

function printedDateOf(stored: string): PrintedDate {
  const [calendar, day = ''] = stored.split(' ');
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  return PrintedDate.parse({ calendar, year, month, day: dayOfMonth });
}
