import { ContactChannel } from '#shared/domain/case/vocabulary.ts';
import { ComplaintId, ComplaintSubject } from '#shared/domain/contacts/contactEvents.ts';
import {
  ActorId,
  BeneficiaryId,
  CaseId,
  type Instant,
  type IsoDay,
} from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** A complaint as it stands. */
export interface StoredComplaint {
  readonly position: number;
  readonly complaintId: ComplaintId;
  readonly number: string;
  readonly at: Instant;
  readonly actorId: ActorId;
  readonly channel: ContactChannel;
  readonly about: ComplaintSubject;
  readonly text: string;
  readonly beneficiaryId: BeneficiaryId | null;
  readonly caseId: CaseId | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly against: ActorId | null;
  readonly recordedOn: IsoDay;
  readonly dueBy: IsoDay;
  readonly answer: string | null;
  readonly answeredBy: string | null;
  readonly answeredOn: IsoDay | null;
}

/**
 * Who reads. Every query of complaints takes a reader, and none shows anything of a complaint to the
 * person whom it names; who does not keep the register sees what they recorded themselves.
 */
export interface ComplaintReader {
  readonly actorId: ActorId;
  readonly keepsRegister: boolean;
}

const COLUMNS = `position, complaint_id AS complaintId, number, at, actor_id AS actorId, channel, about,
  text, beneficiary_id AS beneficiaryId, case_id AS caseId, name, phone, against,
  recorded_on AS recordedOn, due_by AS dueBy, answer, answered_by AS answeredBy,
  answered_on AS answeredOn`;

/** Two parameters: the reader, and whether they keep the register. */
const SHOWN = `against IS NOT ?1 AND (?2 = 1 OR actor_id = ?1)`;

/** Complaints that this person may read, those without an answer first, the first due first. */
export function listComplaints(
  db: DeskReader,
  reader: ComplaintReader,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly complaints: readonly StoredComplaint[]; readonly next: number | null } {
  const rows = db
    .statement<StoredComplaint>(
      `SELECT ${COLUMNS} FROM complaint WHERE ${SHOWN}
       ORDER BY answered_on IS NOT NULL, CASE WHEN answered_on IS NULL THEN due_by END, position DESC
       LIMIT ?3 OFFSET ?4`,
    )
    .all({ 1: reader.actorId, 2: reader.keepsRegister ? 1 : 0, 3: limit + 1, 4: offset });
  return {
    complaints: rows.slice(0, limit).map(complaintOf),
    next: rows.length > limit ? offset + limit : null,
  };
}

/** Null also for a complaint that this person may not read: that it is there is not told either. */
export function findComplaint(
  db: DeskReader,
  reader: ComplaintReader,
  complaintId: ComplaintId,
): StoredComplaint | null {
  const row = db
    .statement<StoredComplaint>(
      `SELECT ${COLUMNS} FROM complaint WHERE ${SHOWN} AND complaint_id = ?3`,
    )
    .get({ 1: reader.actorId, 2: reader.keepsRegister ? 1 : 0, 3: complaintId });
  return row ? complaintOf(row) : null;
}

/** What stands on the complainant's receipt, for whoever recorded it: neither its text nor its name. */
export interface ComplaintReceipt {
  readonly number: string;
  readonly about: ComplaintSubject;
  readonly channel: ContactChannel;
  readonly recordedOn: IsoDay;
  readonly dueBy: IsoDay;
}

export function findComplaintReceipt(
  db: DeskReader,
  reader: ComplaintReader,
  complaintId: ComplaintId,
): ComplaintReceipt | null {
  return (
    db
      .statement<ComplaintReceipt>(
        `SELECT number, about, channel, recorded_on AS recordedOn, due_by AS dueBy FROM complaint
         WHERE complaint_id = ?1 AND (actor_id = ?2 OR (?3 = 1 AND against IS NOT ?2))`,
      )
      .get({ 1: complaintId, 2: reader.actorId, 3: reader.keepsRegister ? 1 : 0 }) ?? null
  );
}

/** Of one person: those that the reader may read, and how many more there are that name somebody else. */
export function listComplaintsOfPerson(
  db: DeskReader,
  reader: ComplaintReader,
  beneficiaryId: BeneficiaryId,
): { readonly complaints: readonly StoredComplaint[]; readonly unread: number } {
  const rows = db
    .statement<StoredComplaint & { readonly isShown: number }>(
      `SELECT ${COLUMNS}, ${SHOWN} AS isShown FROM complaint
       WHERE beneficiary_id = ?3 AND against IS NOT ?1 ORDER BY position DESC LIMIT 50`,
    )
    .all({ 1: reader.actorId, 2: reader.keepsRegister ? 1 : 0, 3: beneficiaryId });
  return {
    complaints: rows.flatMap(({ isShown, ...row }) => (isShown === 1 ? [complaintOf(row)] : [])),
    unread: rows.filter(({ isShown }) => isShown === 0).length,
  };
}

/** The next counter of complaints, as `takeReferenceCounter` does it for cases. */
export function takeComplaintCounter(writer: DeskWriter, year: number): number {
  const taken = writer
    .statement<{ readonly last: number }>(
      `INSERT INTO complaint_counter (lane, year, last) SELECT lane, ?, 1 FROM device WHERE true
       ON CONFLICT (lane, year) DO UPDATE SET last = last + 1 RETURNING last`,
    )
    .get(year);
  if (!taken) throw new TypeError('a desk without its device');
  return taken.last;
}

function complaintOf(row: StoredComplaint): StoredComplaint {
  return {
    ...row,
    complaintId: ComplaintId.parse(row.complaintId),
    actorId: ActorId.parse(row.actorId),
    channel: ContactChannel.parse(row.channel),
    about: ComplaintSubject.parse(row.about),
    beneficiaryId: row.beneficiaryId === null ? null : BeneficiaryId.parse(row.beneficiaryId),
    caseId: row.caseId === null ? null : CaseId.parse(row.caseId),
    against: row.against === null ? null : ActorId.parse(row.against),
  };
}
