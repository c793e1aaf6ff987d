import { DESK_EVENT_PAYLOADS, EventHeader } from '#shared/domain/case/caseEvent.ts';
import type { ActorId, CaseId } from '#shared/domain/identity.ts';
import type { DeskReader } from './connection.ts';
import type { StoredEvent } from './journal.ts';

/**
 * The events of a case with all that proves them, oldest first.
 * @throws ZodError when a stored header is none
 */
export function readCaseRecord(db: DeskReader, caseId: CaseId): readonly StoredEvent[] {
  return db
    .statement<{
      readonly position: number;
      readonly headerHash: string;
      readonly salt: Buffer | null;
      readonly payload: string | null;
    }>(
      `SELECT position, event_id AS eventId, device_id AS deviceId, epoch, seq, at, hlc,
         actor_id AS actorId, case_id AS caseId, kind, form_version AS formVersion, base,
         payload_hash AS payloadHash, previous_hash AS previousHash, header_hash AS headerHash,
         salt, payload
       FROM journal WHERE case_id = ? ORDER BY position`,
    )
    .all(caseId)
    .map(({ position, headerHash, salt, payload, ...header }) => ({
      position,
      headerHash,
      salt: salt && Uint8Array.from(salt),
      payload,
      header: EventHeader.parse(header),
    }));
}

export interface SigningKey {
  readonly actorId: ActorId;
  readonly displayName: string;
  /** Raw Ed25519, base64url. */
  readonly publicKey: string;
}

/** Every signing key that a person of this desk ever had, oldest first: old seals need old keys. */
export function readSigningKeys(db: DeskReader): readonly SigningKey[] {
  return db
    .statement<{ readonly payload: string }>(
      `SELECT payload FROM journal
       WHERE case_id IS NULL AND kind = 'representativeAdded' AND payload IS NOT NULL
       ORDER BY position`,
    )
    .all()
    .map(({ payload }) => {
      const content: unknown = JSON.parse(payload);
      return DESK_EVENT_PAYLOADS.representativeAdded.parse(content);
    });
}
