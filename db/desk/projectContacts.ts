import {
  type Correspondent,
  CONTACT_EVENT_PAYLOADS as PAYLOADS,
} from '#shared/domain/contacts/contactEvents.ts';
import { mobileKey, nameWords } from '#shared/domain/search/searchText.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { isInquiryKind, writeInquiryProjection } from './inquiries.ts';

/** Where an event of the desk stands, when it was made and by whom. */
export interface DeskEventPlace {
  readonly kind: string;
  readonly at: string;
  readonly actorId: string;
  /** In this laptop's journal; 0 for one that came from elsewhere. */
  readonly position: number;
}

/** Brings contacts and complaints up to an event of the desk; other kinds leave them as they are. */
export function writeContactProjection(
  writer: DeskWriter,
  place: DeskEventPlace,
  payload: unknown,
): void {
  switch (place.kind) {
    case 'contactRecorded':
      return insertContact(writer, place, payload);
    case 'contactFollowedUp':
      return followUp(writer, place, payload);
    case 'contactLinked':
      return linkContact(writer, payload);
    case 'contactPersonNamed':
      return namePerson(writer, payload);
    case 'complaintRecorded':
      return insertComplaint(writer, place, payload);
    case 'complaintAnswered':
      return answerComplaint(writer, payload);
    default:
      if (isInquiryKind(place.kind)) writeInquiryProjection(writer, place, payload);
  }
}

/** Projections in the order in which they may be emptied. */
export const CONTACT_PROJECTIONS = [
  'contact_referral',
  'contact_follow_up',
  'contact',
  'complaint',
] as const;

function insertContact(writer: DeskWriter, place: DeskEventPlace, payload: unknown): void {
  const recorded = PAYLOADS.contactRecorded.parse(payload);
  const { who } = recorded;
  writer
    .statement(
      `INSERT INTO contact (position, contact_id, at, actor_id, channel, initiated_by, beneficiary_id,
         case_id, name, name_key, phone, phone_key, topic, said, answer, is_suggestion, follow_up_by)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (contact_id) DO NOTHING`,
    )
    .run(
      placeIn(writer, 'contact', place),
      recorded.contactId,
      place.at,
      place.actorId,
      recorded.channel,
      recorded.initiatedBy,
      who.beneficiaryId,
      recorded.caseId,
      given(who.name),
      nameKeyOf(who),
      given(who.phone),
      mobileKey(who.phone ?? ''),
      recorded.topic,
      recorded.said,
      recorded.answer,
      recorded.isSuggestion ? 1 : 0,
      recorded.followUpBy,
    );
}

/** Contacts count up in the order in which they came, whether from this laptop or from another. */
function placeIn(
  db: DeskReader,
  table: 'contact' | 'contact_follow_up',
  { position }: DeskEventPlace,
): number {
  const row = db
    .statement<{ readonly greatest: number | null }>(
      `SELECT max(position) AS greatest FROM ${table}`,
    )
    .get();
  return Math.max((row?.greatest ?? 0) + 1, position);
}

function followUp(writer: DeskWriter, place: DeskEventPlace, payload: unknown): void {
  const { contactId, outcome, nextBy } = PAYLOADS.contactFollowedUp.parse(payload);
  writer
    .statement(
      `INSERT INTO contact_follow_up (position, contact_id, at, actor_id, outcome, next_by)
       VALUES (?,?,?,?,?,?)`,
    )
    .run(
      placeIn(writer, 'contact_follow_up', place),
      contactId,
      place.at,
      place.actorId,
      outcome,
      nextBy,
    );
  writer
    .statement('UPDATE contact SET follow_up_by = ? WHERE contact_id = ?')
    .run(nextBy, contactId);
}

/** What became a case is waited for there, no longer here. */
function linkContact(writer: DeskWriter, payload: unknown): void {
  const { contactId, caseId, beneficiaryId } = PAYLOADS.contactLinked.parse(payload);
  writer
    .statement(
      `UPDATE contact SET case_id = ?, beneficiary_id = ?, follow_up_by = NULL WHERE contact_id = ?`,
    )
    .run(caseId, beneficiaryId, contactId);
}

/** What became a case is of the person of the case. */
function namePerson(writer: DeskWriter, payload: unknown): void {
  const { contactId, who } = PAYLOADS.contactPersonNamed.parse(payload);
  writer
    .statement(
      `UPDATE contact SET beneficiary_id = ?, name = ?, name_key = ?, phone = ?, phone_key = ?
       WHERE contact_id = ? AND case_id IS NULL`,
    )
    .run(
      who.beneficiaryId,
      given(who.name),
      nameKeyOf(who),
      given(who.phone),
      mobileKey(who.phone ?? ''),
      contactId,
    );
}

function insertComplaint(writer: DeskWriter, place: DeskEventPlace, payload: unknown): void {
  const recorded = PAYLOADS.complaintRecorded.parse(payload);
  const { who } = recorded;
  writer
    .statement(
      `INSERT INTO complaint (position, complaint_id, number, at, actor_id, channel, about, text,
         beneficiary_id, case_id, name, phone, against, recorded_on, due_by)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      place.position,
      recorded.complaintId,
      recorded.number,
      place.at,
      place.actorId,
      recorded.channel,
      recorded.about,
      recorded.text,
      who.beneficiaryId,
      recorded.caseId,
      given(who.name),
      given(who.phone),
      recorded.against,
      recorded.recordedOn,
      recorded.dueBy,
    );
}

function answerComplaint(writer: DeskWriter, payload: unknown): void {
  const { complaintId, answer, answeredBy, answeredOn } = PAYLOADS.complaintAnswered.parse(payload);
  writer
    .statement(
      `UPDATE complaint SET answer = ?, answered_by = ?, answered_on = ? WHERE complaint_id = ?`,
    )
    .run(answer, answeredBy, answeredOn, complaintId);
}

function nameKeyOf({ name }: Correspondent): string {
  return nameWords(name ?? '').join(' ');
}

function given(text: string | null): string | null {
  return text === '' ? null : text;
}
