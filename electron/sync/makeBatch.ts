import { setImmediate as nextTurn } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Device } from '#db/desk/device.ts';
import { readJournal, type StoredEvent } from '#db/desk/journal.ts';
import type { DeskStore } from '#db/desk/store.ts';
import { withheldPositions } from '#db/desk/syncLog.ts';
import { batchDigest, batchHeadLine } from '#shared/protocol/sync/batch.ts';
import { batchEventLine } from '#shared/protocol/sync/batchEvent.ts';
import { BatchId, BatchManifest, type HubId } from '#shared/protocol/sync/batchManifest.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';

const pack = promisify(gzip);

/** Between two turns of the event loop: well under 10 ms of reading and writing. */
const SLICE = 50;
/** Unpacked; a batch ends where the next event would pass it. */
const MOST_CHARACTERS = 6 * 1024 * 1024;
/** Levels of gzip: hashes do not pack, and what else there is takes three times as long for a tenth fewer bytes. */
const PACK_LEVELS = { quick: 2, small: 6 } as const;
/** What comes out at once: each piece is a way to another thread and back. */
const PACK_PIECE = 256 * 1024;

export interface SignedBatch {
  readonly manifest: BatchManifest;
  readonly digest: string;
  readonly packed: Uint8Array;
  readonly events: number;
  readonly firstPosition: number;
  readonly lastPosition: number;
}

export interface BatchRequest {
  readonly store: DeskStore;
  readonly device: Device;
  readonly hubId: HubId;
  readonly afterPosition: number;
  /** Of this batch, unless it begins an epoch. */
  readonly number: number;
  readonly mostEvents: number;
  /** `quick` for a network that carries bytes sooner than they are packed smaller. */
  readonly packing: keyof typeof PACK_LEVELS;
  /** False once the desk was locked: its store is then not to be touched. */
  readonly isOpen: () => boolean;
}

/**
 * The oldest events after a position as one signed batch, made a slice at a time so that a save never
 * waits for it. Null where there are none, or the desk was locked meanwhile.
 */
export async function makeBatch(request: BatchRequest): Promise<SignedBatch | null> {
  const { store, device, afterPosition, mostEvents, isOpen } = request;
  const lines: string[] = [];
  const withheldSeqs: number[] = [];
  let characters = 0;
  let first: StoredEvent | null = null;
  let last: StoredEvent | null = null;
  const withheld = withheldPositions(store.reader, afterPosition, afterPosition + mostEvents);
  gather: while (lines.length < mostEvents) {
    const limit = Math.min(SLICE, mostEvents - lines.length);
    const rows = readJournal(store.reader, afterPosition + lines.length, limit);
    for (const row of rows) {
      // A batch is of one epoch: the next begins a chain of its own.
      if (first !== null && row.header.epoch !== first.header.epoch) break gather;
      const keepsBack = withheld.has(row.position);
      const line = batchEventLine(row, keepsBack);
      if (lines.length > 0 && characters + line.length > MOST_CHARACTERS) break gather;
      if (keepsBack) withheldSeqs.push(row.header.seq);
      lines.push(line);
      characters += line.length;
      first ??= row;
      last = row;
    }
    if (rows.length < limit) break;
    await nextTurn();
    if (!isOpen()) return null;
  }
  if (first === null || last === null) return null;
  const manifest = BatchManifest.parse({
    format: 'rifada.batch',
    protocol: PROTOCOL_VERSION,
    batchId: BatchId.parse(store.ids.uuid()),
    // Batches are counted within their epoch, which begins with its first event.
    number: first.header.seq === 1 ? 1 : request.number,
    deviceId: device.deviceId,
    epoch: first.header.epoch,
    firstSeq: first.header.seq,
    lastSeq: last.header.seq,
    hashBefore: first.header.previousHash,
    hashAfter: last.headerHash,
    recipient: request.hubId,
    madeAt: new Date(store.clock.now()).toISOString(),
    withheld: withheldSeqs,
  });
  const head = batchHeadLine(store.crypto, device.privateKey, manifest);
  const packed = await pack(`${head}\n${lines.join('\n')}\n`, {
    level: PACK_LEVELS[request.packing],
    chunkSize: PACK_PIECE,
  });
  return {
    manifest,
    digest: batchDigest(store.crypto, manifest),
    packed,
    events: lines.length,
    firstPosition: first.position,
    lastPosition: last.position,
  };
}
