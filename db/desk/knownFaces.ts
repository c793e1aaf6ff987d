import { BeneficiaryId } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';

/** What the desk compares people by, as it is stored. */
export interface KnownFace {
  readonly beneficiaryId: BeneficiaryId;
  readonly name: string;
  readonly idNumber: string | null;
  /** As printed: `hijri 1410-08-28` or `gregorian 1990-03-25`. */
  readonly birthDate: string | null;
  readonly mobile: string | null;
}

export interface ChangedFace extends KnownFace {
  /** The place of the case by which the person came here, in the order of last changes. */
  readonly place: number;
}

/** The people of the cases that changed after a place, in that order: one person as often as cases. */
export function listChangedFaces(
  db: DeskReader,
  afterPlace: number,
  limit: number,
): readonly ChangedFace[] {
  return db
    .statement<Omit<ChangedFace, 'beneficiaryId'> & { readonly beneficiaryId: string }>(
      `SELECT c.last_position AS place, b.beneficiary_id AS beneficiaryId, b.name,
         b.id_number AS idNumber, b.birth_date AS birthDate, b.mobile
       FROM case_summary c JOIN beneficiary b USING (beneficiary_id)
       WHERE c.last_position > ? ORDER BY c.last_position LIMIT ?`,
    )
    .all(afterPlace, limit)
    .map((row) => ({ ...row, beneficiaryId: BeneficiaryId.parse(row.beneficiaryId) }));
}

/** Null for somebody who has no case here any more. */
export function findKnownFace(db: DeskReader, beneficiaryId: BeneficiaryId): KnownFace | null {
  const row = db
    .statement<Omit<KnownFace, 'beneficiaryId'>>(
      `SELECT name, id_number AS idNumber, birth_date AS birthDate, mobile
       FROM beneficiary WHERE beneficiary_id = ?`,
    )
    .get(beneficiaryId);
  return row ? { ...row, beneficiaryId: BeneficiaryId.parse(beneficiaryId) } : null;
}
