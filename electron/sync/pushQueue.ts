import { journalTail } from '#db/desk/journal.ts';
import {
  positionOfSeq,
  type ReceiptIntake,
  receiptedPosition,
  takeReceipts,
} from '#db/desk/receipts.ts';
import { writeDesk } from '#db/desk/store.ts';
import { noteRefusal } from '#db/desk/syncLog.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import type { SyncSituation } from '#shared/contracts/sync.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import type { Receipt } from '#shared/protocol/sync/receipt.ts';
import type { Refusal } from '#shared/protocol/sync/refusal.ts';
import { BATCH_LIMITS } from '#shared/protocol/sync/version.ts';
import { type HubAddress, type HubReply, postBatch } from './hubClient.ts';
import { makeBatch, type SignedBatch } from './makeBatch.ts';
import { NetworkPace } from './networkPace.ts';
import { situationOfRefusal, situationOfReply } from './situations.ts';

/** How a run of sending ended. */
export interface PushResult {
  readonly situation: SyncSituation;
  readonly events: number;
  readonly bytes: number;
  /** Pages of scans that headquarters now holds. */
  readonly files: number;
  /** Headquarters' clock at the last answer, in milliseconds; null where none said it. */
  readonly hubTimeMs: number | null;
}

export interface PushProgress {
  readonly eventsTotal: number;
  readonly eventsReceipted: number;
  readonly bytesSent: number;
  readonly batchNumber: number;
}

export interface PushRun {
  readonly desk: OpenDesk;
  readonly hub: HubAddress & { readonly hubId: string; readonly lastBatch: number };
  readonly isOpen: () => boolean;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: PushProgress) => void;
}

/** While one is stored, the next is read at headquarters, and one is made or travels. */
const IN_FLIGHT = 3;
const SMALLEST = 8;
/** The first batch of a run is small and goes alone: headquarters' first word comes soon. */
const FIRST = 32;
/** Receipts that come quickly one after the other wait so long at most for the disk, together. */
const KEPT_WITHIN_MS = 1_000;

/** Events of a batch; kept over runs, as networks are. */
const pace = new NetworkPace({ least: SMALLEST, most: BATCH_LIMITS.events });

/** A network on which a batch is answered so soon carries bytes more quickly than they are packed smaller. */
const QUICK_MS = 1_000;
let isQuick = true;

interface Sent {
  readonly batch: SignedBatch;
  readonly reply: Promise<HubReply>;
  readonly at: number;
}

/**
 * Sends the oldest events that headquarters has not receipted until none is left or something stands
 * in the way. Nothing leaves the queue without its verified receipt.
 */
export async function pushQueue(run: PushRun): Promise<PushResult> {
  const { desk, hub, isOpen, signal } = run;
  const { store } = desk;
  const begun = receiptedPosition(store.reader);
  const last = journalTail(store.reader)?.position ?? 0;
  let cursor = begun;
  let number = hub.lastBatch;
  let bytes = 0;
  let hubTimeMs: number | null = null;
  let rewound = false;
  let isAnswered = false;
  const inFlight: Sent[] = [];
  const receipts = takeReceipts(store);
  let keptAt = performance.now();
  const keep = () => {
    receipts.commit();
    keptAt = performance.now();
  };
  const ended = (situation: SyncSituation): PushResult => {
    if (isOpen()) keep();
    return {
      situation,
      events: isOpen() ? receiptedPosition(store.reader) - begun : 0,
      bytes,
      files: 0,
      hubTimeMs,
    };
  };

  for (;;) {
    const most = isAnswered ? IN_FLIGHT : 1;
    while (inFlight.length < most && cursor < last) {
      const batch = await makeBatch({
        store,
        device: desk.device,
        hubId: HubId.parse(hub.hubId),
        afterPosition: cursor,
        number: number + 1,
        mostEvents: cursor === begun ? Math.min(pace.atOnce, FIRST) : pace.atOnce,
        packing: isQuick ? 'quick' : 'small',
        isOpen,
      });
      if (batch === null) break;
      number = batch.manifest.number;
      bytes += batch.packed.length;
      cursor = batch.lastPosition;
      const reply = postBatch(hub, store.crypto, batch.packed, signal);
      inFlight.push({ batch, reply, at: performance.now() });
      report();
    }
    const oldest = inFlight.shift();
    if (!oldest) return ended(isOpen() ? 'allSent' : 'locked');
    const reply = await oldest.reply;
    if (!isOpen()) return ended('locked');
    isAnswered = true;
    const { batch } = oldest;
    if (reply.kind === 'statement' && reply.statement.format === 'rifada.receipt') {
      if (!isReceiptOf(reply.statement, batch)) return ended('wrongHubKey');
      hubTimeMs = Date.parse(reply.statement.receivedAt);
      takeReceipt(receipts, reply.statement, batch);
      if (inFlight.length === 0 || performance.now() - keptAt > KEPT_WITHIN_MS) keep();
      const tookMs = performance.now() - oldest.at;
      isQuick = tookMs < QUICK_MS;
      pace.answered(tookMs);
      // One that overtook the one before it on the way is no gap twice over.
      rewound = false;
      report();
      continue;
    }
    // Whatever the next one says: it builds on this one.
    await Promise.all(inFlight.splice(0).map((sent) => sent.reply));
    if (!isOpen()) return ended('locked');
    if (reply.kind !== 'statement') {
      if (reply.kind === 'offline') pace.lost();
      return ended(situationOfReply(reply.kind));
    }
    if (reply.statement.format !== 'rifada.refusal') return ended('captivePortal');
    hubTimeMs = Date.parse(reply.statement.hubTime);
    const next = afterRefusal(desk, reply.statement, batch, rewound);
    if (typeof next === 'string') return ended(next);
    rewound ||= next.rewound;
    cursor = next.cursor;
    number = batch.manifest.number - 1;
  }

  function report(): void {
    run.onProgress({
      eventsTotal: last - begun,
      eventsReceipted: receiptedPosition(store.reader) - begun,
      bytesSent: bytes,
      batchNumber: number,
    });
  }
}

function isReceiptOf(receipt: Receipt, { manifest, digest }: SignedBatch): boolean {
  return (
    receipt.batchId === manifest.batchId &&
    receipt.digest === digest &&
    receipt.hubId === manifest.recipient &&
    receipt.deviceId === manifest.deviceId &&
    receipt.epoch === manifest.epoch &&
    receipt.throughSeq === manifest.lastSeq &&
    receipt.hashAfter === manifest.hashAfter
  );
}

function takeReceipt(receipts: ReceiptIntake, receipt: Receipt, batch: SignedBatch): void {
  const { lastPosition: position, manifest } = batch;
  receipts.take(
    { position, headerHash: receipt.hashAfter, receiptedAt: receipt.receivedAt },
    manifest.number,
  );
}

/** Where to go on from, or the situation in which it ends. */
function afterRefusal(
  desk: OpenDesk,
  refusal: Refusal,
  batch: SignedBatch,
  rewound: boolean,
): SyncSituation | { readonly cursor: number; readonly rewound: boolean } {
  const { manifest } = batch;
  const start = batch.firstPosition - 1;
  const situation = situationOfRefusal(refusal.code);
  if (situation !== null) return situation;
  switch (refusal.code) {
    case 'sequenceGap': {
      // Headquarters was put back to an older copy: what it lost is still here, and goes again.
      const expected =
        refusal.expectedSeq === null
          ? null
          : positionOfSeq(desk.store.reader, manifest.epoch, refusal.expectedSeq);
      if (expected === null || rewound) return refuse(null);
      return { cursor: expected - 1, rewound: true };
    }
    case 'tooLarge':
      if (refusal.seq === null && batch.events > 1) {
        pace.refused(batch.events);
        return { cursor: start, rewound: false };
      }
      return refuse(refusal.seq ?? manifest.firstSeq);
    case 'malformed':
    case 'notCanonical':
    case 'payloadHashWrong':
      return refuse(refusal.seq);
    default:
      return refuse(null);
  }

  /** One event at fault is kept back from now on and the rest goes; else the whole batch stays. */
  function refuse(seq: number | null): SyncSituation | { cursor: number; rewound: boolean } {
    const position = seq === null ? batch.firstPosition : start + (seq - manifest.firstSeq) + 1;
    const isKept = seq === null || manifest.withheld.includes(seq);
    writeDesk(desk.store, (writer) => {
      noteRefusal(writer, {
        position,
        code: refusal.code,
        at: new Date(desk.store.clock.now()).toISOString(),
        withheld: !isKept,
        quarantineId: refusal.quarantineId,
      });
    });
    return isKept ? 'refused' : { cursor: start, rewound: false };
  }
}
