import { findBeneficiary } from '#db/desk/beneficiaries.ts';
import { findCase } from '#db/desk/cases.ts';
import type { ComplaintReader } from '#db/desk/complaints.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import { roleMay } from '#shared/domain/case/permission.ts';
import type { Correspondent } from '#shared/domain/contacts/contactEvents.ts';
import type { CaseId } from '#shared/domain/identity.ts';
import type { OpenDesk } from './openDesk.ts';

/** As whom the person at the desk reads the register of complaints. */
export function complaintReader({ person }: OpenDesk): ComplaintReader {
  return { actorId: person.actorId, keepsRegister: roleMay(person.role, 'complaints.read') };
}

/**
 * Who a contact or complaint is with, as the desk knows them: the person of the case where a case is
 * given, and name and number of a known person where none was said.
 * @throws DeskError `caseNotFound`
 */
export function correspondentOf(
  desk: OpenDesk,
  { beneficiaryId, name, phone }: Correspondent,
  caseId: CaseId | null,
): Correspondent {
  const db = desk.store.reader;
  const ofCase = caseId === null ? null : findCase(db, caseId);
  if (caseId !== null && ofCase === null) throw new DeskError('caseNotFound');
  const id = ofCase?.beneficiaryId ?? beneficiaryId;
  if (id === null) return { beneficiaryId, name: emptyAsNull(name), phone: emptyAsNull(phone) };
  const known = findBeneficiary(db, id);
  if (known === null) throw new DeskError('caseNotFound');
  return {
    beneficiaryId: id,
    name: emptyAsNull(name) ?? emptyAsNull(known.name),
    phone: emptyAsNull(phone) ?? known.mobile,
  };
}

function emptyAsNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text;
}
