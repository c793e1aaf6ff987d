import type { CasePlace } from './caseArrivals.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import type { CaseProjection } from './projectCase.ts';

/** Writes the row of a case that has none yet; the row of its beneficiary must be there. */
export function insertCaseRow(writer: DeskWriter, now: CaseProjection, place: CasePlace): void {
  const columns = {
    opened_position: place.opened,
    case_id: now.caseId,
    reference: freeReference(writer, now),
    opened_at: now.openedAt,
    opened_day: now.openedDay,
    last_position: place.last,
    own_position: place.own,
    ...changingColumns(now),
  };
  const names = Object.keys(columns);
  writer
    .statement(
      `INSERT INTO case_summary (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    )
    .run(...Object.values(columns));
}

/**
 * Two laptops that were given one lane before they were enrolled may have given one reference twice:
 * the later is told apart in lists, and keeps its own in the case.
 */
function freeReference(db: DeskReader, { reference }: CaseProjection): string {
  const isTaken = (text: string) =>
    db.statement('SELECT 1 FROM case_summary WHERE reference = ?').get(text) !== undefined;
  let free = reference;
  for (let copy = 2; isTaken(free); copy += 1) free = `${reference} (${copy})`;
  return free;
}

/**
 * Brings the row of a case up to date. Only columns that differ are named: SQLite writes every index of
 * which a column is named, also where its value stays, and each index is pages of a save.
 */
export function updateCaseRow(
  writer: DeskWriter,
  old: CaseProjection,
  now: CaseProjection,
  { last, own }: Pick<CasePlace, 'last' | 'own'>,
): void {
  const changed = {
    last_position: last,
    own_position: own,
    ...differing(changingColumns(old), changingColumns(now)),
  };
  const set = Object.keys(changed).map((name) => `${name} = ?`);
  writer
    .statement(`UPDATE case_summary SET ${set.join(', ')} WHERE case_id = ?`)
    .run(...Object.values(changed), now.caseId);
}

export type Columns = Readonly<Record<string, string | number | null>>;

/** Of `now` the columns that have another value there than in `old`. */
export function differing(old: Columns, now: Columns): Columns {
  return Object.fromEntries(Object.entries(now).filter(([name, value]) => old[name] !== value));
}

function changingColumns(now: CaseProjection) {
  const { applicant } = now;
  return {
    status: now.status,
    applicant_name: applicant.name,
    name_key: applicant.nameKey,
    id_number: applicant.idNumber,
    id_masked: now.idMasked,
    birth_date: applicant.birthDate,
    mobile: applicant.mobile,
    progress: JSON.stringify(now.progress),
    updated_at: now.updatedAt,
    submitted_at: now.submittedAt,
    reply_not_before: now.replyNotBefore,
    declaration_void: now.declarationVoid ? 1 : 0,
    category: now.category,
    supports: now.supports,
    beneficiary_id: now.beneficiaryId,
  } satisfies Columns;
}
