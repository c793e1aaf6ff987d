import { followScans } from '#db/hub/attachmentPages.ts';
import { insertBatch, noteEarlyBatch } from '#db/hub/batches.ts';
import { lockSender, takeInBatch } from '#db/hub/batchIntake.ts';
import { lockChain } from '#db/hub/chains.ts';
import { type HubWriter, isDatabaseAway, writeHub } from '#db/hub/connection.ts';
import { findHubDevice, moveToLane, noteContact } from '#db/hub/devices.ts';
import { findHeaderHash } from '#db/hub/journal.ts';
import { CASE_EVENT_PAYLOADS, DESK_EVENT_PAYLOADS } from '#shared/domain/case/caseEvent.ts';
import { DeviceId } from '#shared/domain/identity.ts';
import {
  batchDigest,
  batchSignatureHolds,
  type OpenedBatch,
  openBatch,
  type ReceivedEvent,
  readBatchEvents,
} from '#shared/protocol/sync/batch.ts';
import { type BatchManifest, HubId } from '#shared/protocol/sync/batchManifest.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import type { RefusalCode } from '#shared/protocol/sync/refusal.ts';
import { type HubContext, nowOf } from '../context.ts';
import { type HubAnswer, Refused, refuseBytes } from './refusal.ts';
import { unpackBatch } from './unpack.ts';

/**
 * Takes a batch in: everything of it and its signed receipt in one transaction, or nothing and a
 * typed refusal. The same batch again gets the same receipt. Whether its cases are imported is
 * another matter, and never waited for.
 */
export async function acceptBatch(
  hub: HubContext,
  packed: Uint8Array,
): Promise<HubAnswer & { readonly events?: number }> {
  let manifest: BatchManifest | null = null;
  let isTheirs = false;
  const place = placeInLine();
  try {
    const opening = openBatch(await unpackBatch(packed));
    const head = opening.ok ? opening.batch : opening.head;
    manifest = head?.manifest ?? null;
    if (!opening.ok) throw new Refused(opening.fault.code, opening.fault.seq);
    const { batch } = opening;
    await assertOurs(hub, batch);
    isTheirs = true;
    const reading = readBatchEvents(hub.crypto, batch);
    if (!reading.ok) throw new Refused(reading.fault.code, reading.fault.seq);
    await place.reached;
    const stored = inTurn(batch.manifest.deviceId, () =>
      writeHub(hub.db, (writer) => storeBatch(hub, writer, batch, reading.events, packed.length)),
    );
    place.leave();
    const receipt = await stored;
    hub.caseProjector.nudge();
    const { firstSeq, lastSeq } = batch.manifest;
    return { status: 200, body: receipt, events: lastSeq - firstSeq + 1 };
  } catch (error) {
    const refusal = refusalOf(hub, error);
    const { code, seq, expectedSeq } = refusal;
    const { deviceId = null, batchId = null } = manifest ?? {};
    if (isTheirs && manifest !== null) await noteRefused(hub, manifest, code);
    return refuseBytes(hub, { code, seq, expectedSeq, deviceId, batchId, bytes: packed });
  } finally {
    place.leave();
  }
}

let lastInLine: Promise<void> = Promise.resolve();

/**
 * Batches are read side by side, and one that is read sooner must not be stored before the one that came
 * before it: to its laptop that would look like a gap.
 */
function placeInLine(): { readonly reached: Promise<void>; readonly leave: () => void } {
  const reached = lastInLine;
  const { promise, resolve } = Promise.withResolvers<void>();
  lastInLine = reached.then(() => promise);
  return { reached, leave: resolve };
}

/**
 * For the people at headquarters: the laptop was heard from, whatever it sent; and where a batch is missing,
 * what must come first may lie on a stick that was lost.
 */
async function noteRefused(
  hub: HubContext,
  manifest: BatchManifest,
  code: RefusalCode,
): Promise<void> {
  if (code === 'unavailable') return;
  try {
    await noteContact(hub.db, manifest.deviceId, nowOf(hub), null);
    if (code === 'sequenceGap') await noteEarlyBatch(hub.db, manifest, nowOf(hub));
  } catch (error) {
    // The laptop is answered all the same, and comes again.
    hub.log.failure('noteRefused', error);
  }
}

const turns = new Map<string, Promise<unknown>>();

/** A laptop has several batches under way: they are stored in the order in which they came. */
async function inTurn<Result>(deviceId: string, work: () => Promise<Result>): Promise<Result> {
  const turn = (turns.get(deviceId) ?? Promise.resolve()).then(work, work);
  turns.set(deviceId, turn);
  try {
    return await turn;
  } finally {
    if (turns.get(deviceId) === turn) turns.delete(deviceId);
  }
}

function refusalOf(hub: HubContext, error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (!isDatabaseAway(error)) hub.log.failure('acceptBatch', error);
  return new Refused('unavailable');
}

/** Cheap questions first: who sent it, to whom, and is the signature theirs. */
async function assertOurs(hub: HubContext, batch: OpenedBatch): Promise<void> {
  const { manifest } = batch;
  const device = await findHubDevice(hub.db, manifest.deviceId);
  if (device === null) throw new Refused('deviceUnknown');
  if (!batchSignatureHolds(hub.crypto, device.publicKey, batch))
    throw new Refused('signatureWrong');
  if (device.state === 'revoked') throw new Refused('deviceRevoked');
  if (manifest.recipient !== hub.hubId) throw new Refused('wrongRecipient');
}

async function storeBatch(
  hub: HubContext,
  writer: HubWriter,
  batch: OpenedBatch,
  events: readonly ReceivedEvent[],
  packedBytes: number,
): Promise<string> {
  const { manifest, manifestText, signature } = batch;
  const { deviceId, epoch, batchId } = manifest;
  const digest = batchDigest(hub.crypto, manifest);
  const chain = await lockChain(writer, deviceId, epoch);
  const sender = await lockSender(writer, deviceId, batchId);
  // It may have been revoked since the first look.
  if (sender === null || sender.device.state === 'revoked') throw new Refused('deviceRevoked');
  const { device } = sender;
  if (sender.receipt !== null) {
    if (sender.receipt.digest !== digest) throw new Refused('batchConflict');
    return sender.receipt.text;
  }
  const added = await eventsToAdd(writer, batch, events, chain);
  const receivedAt = nowOf(hub);
  const parked = events.filter(({ header }) => !isKnownKind(header.kind)).length;
  const receipt = signStatement(hub.crypto, hub.privateKey, {
    format: 'rifada.receipt',
    batchId,
    digest,
    hubId: HubId.parse(hub.hubId),
    deviceId: DeviceId.parse(deviceId),
    epoch,
    throughSeq: manifest.lastSeq,
    hashAfter: manifest.hashAfter,
    receivedAt,
    parked,
  });
  await followScans(writer, added, device.branchOfficeId);
  for (const lane of restoredLanes(added)) await moveToLane(writer, device, lane);
  const accepted = {
    manifest,
    manifestText,
    signature,
    digest,
    branchOfficeId: device.branchOfficeId,
    receipt,
    packedBytes,
    cases: new Set(events.flatMap(({ header }) => header.caseId ?? [])).size,
    parked,
    receivedAt,
  };
  if (added.length > 0) await takeInBatch(writer, accepted, added);
  else {
    await noteContact(writer, deviceId, receivedAt, null);
    await insertBatch(writer, { ...accepted, firstPosition: null });
  }
  return receipt;
}

/**
 * The events that are not held yet. A laptop that never saw a receipt cuts its batches anew, so that
 * a batch may begin with what came before: where that ends, the hashes must be the same, and by the
 * chain everything before them is.
 */
async function eventsToAdd(
  writer: HubWriter,
  { manifest }: OpenedBatch,
  events: readonly ReceivedEvent[],
  chain: { readonly seq: number; readonly headerHash: string },
): Promise<readonly ReceivedEvent[]> {
  const { deviceId, epoch, firstSeq, lastSeq } = manifest;
  if (firstSeq > chain.seq + 1) throw new Refused('sequenceGap', null, chain.seq + 1);
  const lastHeld = Math.min(chain.seq, lastSeq);
  const held =
    lastHeld === chain.seq
      ? chain.headerHash
      : await findHeaderHash(writer, deviceId, epoch, lastHeld);
  const same = lastHeld < firstSeq ? manifest.hashBefore : events[lastHeld - firstSeq]?.headerHash;
  if (held !== same) throw new Refused('eventConflict', Math.max(lastHeld, 1));
  return events.slice(lastHeld - firstSeq + 1);
}

/** The lanes that a restored desk says it took; what says no such thing rightly is left to the import. */
function restoredLanes(events: readonly ReceivedEvent[]): readonly string[] {
  return events.flatMap(({ header, payload }) => {
    if (header.kind !== 'deskRestored' || payload === null) return [];
    const said = DESK_EVENT_PAYLOADS.deskRestored.safeParse(JSON.parse(payload));
    return said.success ? [said.data.lane] : [];
  });
}

function isKnownKind(kind: string): boolean {
  return Object.hasOwn(CASE_EVENT_PAYLOADS, kind) || Object.hasOwn(DESK_EVENT_PAYLOADS, kind);
}
