import { waitingPages } from '#db/desk/attachmentQueue.ts';
import { journalTail } from '#db/desk/journal.ts';
import { receiptedPosition } from '#db/desk/receipts.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { makeBatch } from '#electron/sync/makeBatch.ts';
import { Sha256Hex } from '#shared/domain/identity.ts';
import { hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import {
  PARCEL_LIMITS,
  ParcelEntry,
  type ParcelLabel,
  signedEntryLine,
  signedLabelLine,
} from '#shared/protocol/sync/parcel.ts';
import { BATCH_LIMITS } from '#shared/protocol/sync/version.ts';

/** What a parcel holds so far; counted while it is written. */
export interface ParcelCount {
  events: number;
  pages: number;
  /** Unsealed. */
  bytes: number;
  lastBatch: number;
}

export interface ContentsRequest {
  readonly desk: OpenDesk;
  readonly label: ParcelLabel;
  readonly lastBatch: number;
  /** False once the desk was locked: its store is then not to be touched. */
  readonly isOpen: () => boolean;
  readonly count: ParcelCount;
}

/** The desk was locked while the file was written. */
export class ParcelInterrupted extends Error {
  override readonly name = 'ParcelInterrupted';
}

/** Sealing adds 16 bytes to each 64 KiB; the lines between add little. */
const MOST_BYTES = Math.floor(PARCEL_LIMITS.fileBytes * 0.99);
const PAGES_AT_ONCE = 200;
const LINE_END = utf8Bytes('\n');

/**
 * The oldest entries that headquarters has not receipted, as batches like those of the network, then the
 * pages of scans that it lacks; as much as a file may hold. A page that cannot be read here is left out.
 */
export async function* parcelContents(request: ContentsRequest): AsyncIterable<Uint8Array> {
  const { desk, label, isOpen, count } = request;
  const { store, device } = desk;
  let index = 0;
  yield utf8Bytes(`${signedLabelLine(store.crypto, device.privateKey, label)}\n`);
  let cursor = receiptedPosition(store.reader);
  const last = journalTail(store.reader)?.position ?? 0;
  let number = request.lastBatch;
  let isFull = false;
  while (cursor < last && !isFull) {
    const batch = await makeBatch({
      store,
      device,
      hubId: HubId.parse(label.hubId),
      afterPosition: cursor,
      number: number + 1,
      mostEvents: BATCH_LIMITS.events,
      packing: 'small',
      isOpen,
    });
    if (batch === null) break;
    isFull = count.bytes + batch.packed.length > MOST_BYTES;
    if (isFull) break;
    yield* entry('batch', batch.packed);
    number += 1;
    cursor = batch.lastPosition;
    count.events += batch.events;
    count.lastBatch = number;
  }
  let after: { readonly position: number; readonly page: number } | undefined;
  while (!isFull) {
    assertOpen();
    // Pages of the events in this file may go with it: headquarters reads them after their batches.
    const pages = waitingPages(store.reader, cursor, PAGES_AT_ONCE, after);
    if (pages.length === 0) break;
    for (const { place, position } of pages) {
      assertOpen();
      after = { position, page: place.page };
      const content = store.attachments.read(place);
      if (!content.ok) continue;
      isFull = count.bytes + content.bytes.length > MOST_BYTES || index + 2 > PARCEL_LIMITS.entries;
      if (isFull) break;
      yield* entry('page', content.bytes);
      count.pages += 1;
    }
  }
  yield* entry('end', new Uint8Array());

  function* entry(kind: ParcelEntry['kind'], bytes: Uint8Array): Iterable<Uint8Array> {
    assertOpen();
    index += 1;
    const line = signedEntryLine(
      store.crypto,
      device.privateKey,
      ParcelEntry.parse({
        format: 'rifada.parcelEntry',
        parcelId: label.parcelId,
        index,
        kind,
        bytes: bytes.length,
        hash: Sha256Hex.parse(hexOf(store.crypto.sha256(bytes))),
      }),
    );
    count.bytes += bytes.length + line.length;
    yield utf8Bytes(line);
    yield LINE_END;
    if (bytes.length > 0) yield bytes;
  }

  function assertOpen(): void {
    if (!isOpen()) throw new ParcelInterrupted();
  }
}
