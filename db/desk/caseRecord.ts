import { DESK_EVENT_PAYLOADS, EventHeader } from '#shared/domain/case/caseEvent.ts';
import { isWrittenAtHeadquartersOnly } from '#shared/domain/case/headquartersEvents.ts';
import { ActorId, type CaseId, DeviceId } from '#shared/domain/identity.ts';
import { type ChainRow, textHash } from '#shared/protocol/chain.ts';
import { compareEvents } from '#shared/protocol/eventOrder.ts';
import type { DeskReader } from './connection.ts';
import type { DeskStore } from './store.ts';

/**
 * The events of a case with all that proves them, from wherever they came, in the order in which they are
 * reduced. Left out are those that only a later version can read, and what a laptop says in headquarters' name.
 * @throws ZodError when a stored header of this journal is none
 */
export function readCaseRecord(store: DeskStore, caseId: CaseId): readonly ChainRow[] {
  return [...ownRecord(store.reader, caseId), ...recordFromElsewhere(store, caseId)].toSorted(
    (left, right) => compareEvents(left.header, right.header),
  );
}

function ownRecord(db: DeskReader, caseId: CaseId): readonly ChainRow[] {
  return db
    .statement<{
      readonly headerHash: string;
      readonly salt: Buffer | null;
      readonly payload: string | null;
    }>(
      `SELECT event_id AS eventId, device_id AS deviceId, epoch, seq, at, hlc,
         actor_id AS actorId, case_id AS caseId, kind, form_version AS formVersion, base,
         payload_hash AS payloadHash, previous_hash AS previousHash, header_hash AS headerHash,
         salt, payload
       FROM journal WHERE case_id = ? ORDER BY position`,
    )
    .all(caseId)
    .map(({ headerHash, salt, payload, ...header }) => ({
      headerHash,
      salt: salt && Uint8Array.from(salt),
      payload,
      header: EventHeader.parse(header),
    }));
}

function recordFromElsewhere({ reader, crypto }: DeskStore, caseId: CaseId): readonly ChainRow[] {
  return reader
    .statement<{
      readonly header: string;
      readonly salt: Buffer | null;
      readonly payload: string | null;
      readonly isHub: number;
    }>(
      `SELECT header, salt, payload, device_id IS (SELECT hub_id FROM hub_link) AS isHub
       FROM feed_event JOIN feed_chain USING (chain_id) WHERE case_id = ? AND parked = 0`,
    )
    .all(caseId)
    .flatMap(({ header: text, salt, payload, isHub }) => {
      const header = EventHeader.safeParse(JSON.parse(text)).data;
      if (!header || (isHub === 0 && isWrittenAtHeadquartersOnly(header.kind))) return [];
      const headerHash = textHash(crypto, text);
      return [{ header, headerHash, salt: salt && Uint8Array.from(salt), payload }];
    });
}

export interface SigningKey {
  readonly actorId: ActorId;
  readonly displayName: string;
  /** Raw Ed25519, base64url. */
  readonly publicKey: string;
}

/**
 * Every signing key that a person of this desk, or of another laptop of the branch, ever had, oldest first:
 * old seals need old keys.
 */
export function readSigningKeys(db: DeskReader): readonly SigningKey[] {
  const own = db
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
  const elsewhere = db
    .statement<{
      readonly actorId: string;
      readonly displayName: string;
      readonly publicKey: string;
    }>(
      `SELECT actor_id AS actorId, display_name AS displayName, public_key AS publicKey
       FROM known_person WHERE at_headquarters = 0 ORDER BY since`,
    )
    .all()
    .map(({ actorId, ...key }) => ({ ...key, actorId: ActorId.parse(actorId) }));
  return [...own, ...elsewhere];
}

/** Raw Ed25519 keys, base64url, of the branch's other laptops, as each said at its founding. */
export function readDeviceKeys(db: DeskReader): ReadonlyMap<DeviceId, string> {
  return new Map(
    db
      .statement<{ readonly deviceId: string; readonly payload: string }>(
        `SELECT c.device_id AS deviceId, e.payload FROM feed_chain c
           JOIN feed_event e ON e.chain_id = c.chain_id AND e.seq = 1
         WHERE e.kind = 'deskFounded' AND e.payload IS NOT NULL AND e.parked = 0`,
      )
      .all()
      .map(({ deviceId, payload }) => {
        const content: unknown = JSON.parse(payload);
        const { devicePublicKey } = DESK_EVENT_PAYLOADS.deskFounded.parse(content);
        return [DeviceId.parse(deviceId), devicePublicKey];
      }),
  );
}
