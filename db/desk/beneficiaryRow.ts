import { isOver } from '#shared/domain/case/caseDue.ts';
import { CaseStatus } from '#shared/domain/case/vocabulary.ts';
import { BeneficiaryId } from '#shared/domain/identity.ts';
import { type Columns, differing } from './caseRow.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** Makes the row of a person of whom nothing is known yet, unless there is one. */
export function putBeneficiary(writer: DeskWriter, beneficiaryId: BeneficiaryId): void {
  writer
    .statement(
      `INSERT INTO beneficiary (beneficiary_id, name, name_key) VALUES (?, '', '')
       ON CONFLICT (beneficiary_id) DO NOTHING`,
    )
    .run(beneficiaryId);
}

/** What a person's row takes from each of their cases. */
interface TheirCase {
  readonly openedPosition: number;
  readonly status: string;
  readonly name: string;
  readonly nameKey: string;
  readonly idNumber: string | null;
  readonly birthDate: string | null;
  readonly mobile: string | null;
  readonly category: string;
}

const THEIR_CASE = `opened_position AS openedPosition, status, applicant_name AS name,
  name_key AS nameKey, id_number AS idNumber, birth_date AS birthDate, mobile, category`;

/**
 * A beneficiary is who the case opened last says that they are, among those that name them: a
 * function of the stored cases alone, so that rebuilding in another order gives the same row.
 * @param cases all of theirs, the one opened last first
 */
function columnsOf(cases: readonly TheirCase[]) {
  const [latest] = cases;
  const naming = cases.find(({ name }) => name !== '') ?? latest;
  return {
    name: naming?.name ?? '',
    name_key: naming?.nameKey ?? '',
    is_named: (naming?.nameKey ?? '') === '' ? 0 : 1,
    id_number: naming?.idNumber ?? null,
    birth_date: naming?.birthDate ?? null,
    mobile: naming?.mobile ?? null,
    latest_opened: latest?.openedPosition ?? 0,
    case_count: cases.length,
    open_count: cases.filter(({ status }) => !isOver(CaseStatus.parse(status))).length,
    category: cases.find(({ category }) => category !== '')?.category ?? '',
  } satisfies Columns;
}

const COLUMNS = Object.keys(columnsOf([]));

/** Brings a person's row up to their stored cases; names only what differs, as `updateCaseRow` does. */
export function refreshBeneficiary(writer: DeskWriter, beneficiaryId: BeneficiaryId): void {
  const cases = writer
    .statement<TheirCase>(
      `SELECT ${THEIR_CASE} FROM case_summary WHERE beneficiary_id = ?
       ORDER BY opened_position DESC`,
    )
    .all(beneficiaryId);
  const old = writer
    .statement<Columns>(`SELECT ${COLUMNS.join(', ')} FROM beneficiary WHERE beneficiary_id = ?`)
    .get(beneficiaryId);
  const changed = differing(old ?? {}, columnsOf(cases));
  const set = Object.keys(changed).map((name) => `${name} = ?`);
  if (set.length === 0) return;
  writer
    .statement(`UPDATE beneficiary SET ${set.join(', ')} WHERE beneficiary_id = ?`)
    .run(...Object.values(changed), beneficiaryId);
}

/**
 * A case turned out to be of somebody who was known: a file that has no case left is none, and the
 * contacts that stood on it go along.
 * @param left whose case it was; may be the same person
 */
export function leaveBeneficiary(
  writer: DeskWriter,
  left: BeneficiaryId,
  beneficiaryId: BeneficiaryId,
): void {
  if (left === beneficiaryId) return;
  const hasCases = writer
    .statement('SELECT 1 FROM case_summary WHERE beneficiary_id = ? LIMIT 1')
    .get(left);
  if (hasCases !== undefined) return refreshBeneficiary(writer, left);
  writer.statement('DELETE FROM beneficiary WHERE beneficiary_id = ?').run(left);
  for (const table of ['contact', 'complaint']) {
    writer
      .statement(`UPDATE ${table} SET beneficiary_id = ? WHERE beneficiary_id = ?`)
      .run(beneficiaryId, left);
  }
}

/** Everybody of whom there is a row. */
export function allBeneficiaries(db: DeskReader): readonly BeneficiaryId[] {
  return db
    .statement<{ readonly id: string }>('SELECT beneficiary_id AS id FROM beneficiary')
    .all()
    .map(({ id }) => BeneficiaryId.parse(id));
}
