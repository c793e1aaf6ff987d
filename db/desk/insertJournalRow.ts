import type { ChainRow } from '#shared/protocol/chain.ts';
import type { DeskReader } from './connection.ts';

/** Writes one event in its place, whether it is new or put back from a copy; the caller has checked the chain. */
export function insertJournalRow(
  reader: DeskReader,
  { header, headerHash, salt, payload }: ChainRow,
  position: number,
  casePrevious: number | null = null,
): void {
  reader
    .statement(
      `INSERT INTO journal (position, event_id, device_id, epoch, seq, at, hlc, actor_id, case_id,
         case_previous, kind, form_version, base, payload_hash, previous_hash, header_hash, salt, payload)
       VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
    )
    .run(
      position,
      header.eventId,
      header.deviceId,
      header.epoch,
      header.seq,
      header.at,
      header.hlc,
      header.actorId,
      header.caseId,
      casePrevious,
      header.kind,
      header.formVersion,
      header.base,
      header.payloadHash,
      header.previousHash,
      headerHash,
      salt,
      payload,
    );
}
