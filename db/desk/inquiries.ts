import type { ContactId } from '#shared/domain/contacts/contactEvents.ts';
import {
  INQUIRY_EVENT_KINDS,
  INQUIRY_EVENT_PAYLOADS,
  InquiryReferral,
  inquiryStanding,
  reduceInquiry,
} from '#shared/domain/contacts/inquiryReferral.ts';
import type { DeskReader, DeskWriter } from './connection.ts';

/** A referral on a contact, with its whole thread; null for none. */
export function findInquiry(db: DeskReader, referralId: string): InquiryReferral | null {
  const row = db
    .statement<{ readonly state: string }>(
      'SELECT state FROM contact_referral WHERE referral_id = ?',
    )
    .get(referralId);
  return row ? InquiryReferral.parse(JSON.parse(row.state)) : null;
}

/** In the order in which they were asked. */
export function listInquiries(db: DeskReader, contactId: ContactId): readonly InquiryReferral[] {
  return db
    .statement<{ readonly state: string }>(
      `SELECT state FROM contact_referral WHERE contact_id = ? ORDER BY state ->> 'askedAt', referral_id`,
    )
    .all(contactId)
    .map(({ state }) => InquiryReferral.parse(JSON.parse(state)));
}

/** Whether `writeInquiryProjection` has something to do with events of this kind. */
export function isInquiryKind(kind: string): boolean {
  return INQUIRY_EVENT_KINDS.some((each) => each === kind);
}

/**
 * Brings a contact's referrals up to an event. An answer is owed to the person who asked: from its day
 * on the contact waits for a follow-up, in which it is told.
 */
export function writeInquiryProjection(
  writer: DeskWriter,
  { kind, at, actorId }: { readonly kind: string; readonly at: string; readonly actorId: string },
  payload: unknown,
): void {
  const referralId = INQUIRY_EVENT_PAYLOADS.inquiryWithdrawn.shape.referralId.parse(
    (payload as { readonly referralId?: unknown }).referralId,
  );
  const before = findInquiry(writer, referralId);
  const after = reduceInquiry(before, { kind, at, actorId, payload });
  if (after === null || after === before) return;
  const standing = inquiryStanding(after);
  writer
    .statement(
      `INSERT INTO contact_referral (referral_id, contact_id, standing, state) VALUES (?, ?, ?, ?)
       ON CONFLICT (referral_id) DO UPDATE SET standing = excluded.standing, state = excluded.state`,
    )
    .run(referralId, after.contactId, standing, JSON.stringify(after));
  const last = after.thread.at(-1);
  if (last?.kind !== 'answer') return;
  writer
    .statement('UPDATE contact SET follow_up_by = ? WHERE contact_id = ?')
    .run(last.on, after.contactId);
}
