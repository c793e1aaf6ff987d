import { createHash } from 'node:crypto';
import { bytesNamed, lockBytesNamed } from '#db/hub/attachmentPages.ts';
import {
  type AttachmentRow,
  appendChunk,
  completeAttachment,
  emptyAttachment,
  findAttachment,
  lockAttachment,
  readChunks,
} from '#db/hub/attachments.ts';
import { writeHub } from '#db/hub/connection.ts';
import type { HubDevice } from '#db/hub/devices.ts';
import type { Sha256Hex } from '#shared/domain/identity.ts';
import { bytesOfHex, equalBytes } from '#shared/protocol/bytes.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import { type HubContext, nowOf } from '../context.ts';
import { type HubAnswer, Refused } from './refusal.ts';

/**
 * How much of it is here; a file that never began is here with nothing. Asked for what no scan of the
 * laptop's own branch names, headquarters says nothing about it.
 * @throws Refused `attachmentUnknown`
 */
export async function attachmentState(
  hub: HubContext,
  { branchOfficeId }: Pick<HubDevice, 'branchOfficeId'>,
  name: Sha256Hex,
): Promise<HubAnswer> {
  const hash = bytesOfHex(name);
  const size = await bytesNamed(hub.db, hash, branchOfficeId);
  if (size === null) throw new Refused('attachmentUnknown');
  const held = await findAttachment(hub.db, hash);
  return answer(hub, name, held ?? { size, received: 0, complete: false });
}

/**
 * The whole of it, for a laptop of a branch whose standing scan names it.
 * @throws Refused `attachmentUnknown` also while it is on its way
 */
export async function readAttachment(
  hub: HubContext,
  { branchOfficeId }: Pick<HubDevice, 'branchOfficeId'>,
  name: Sha256Hex,
): Promise<Uint8Array> {
  const hash = bytesOfHex(name);
  const isNamed = (await bytesNamed(hub.db, hash, branchOfficeId)) !== null;
  const held = isNamed ? await findAttachment(hub.db, hash) : null;
  if (held?.complete !== true) throw new Refused('attachmentUnknown');
  const pieces: Uint8Array[] = [];
  for await (const piece of readChunks(hub.db, hash)) pieces.push(piece);
  return Buffer.concat(pieces);
}

export interface Chunk {
  readonly device: Pick<HubDevice, 'deviceId' | 'branchOfficeId'>;
  readonly hash: Sha256Hex;
  readonly firstByte: number;
  readonly size: number;
  readonly bytes: Uint8Array;
}

/**
 * Takes the next piece. A piece that begins before what is here is cut to what is new, so that
 * sending it again does no harm; one that begins after it changes nothing, and the answer says where
 * to go on. What turns out to be other bytes than its name says begins anew.
 * @throws Refused
 */
export async function takeChunk(hub: HubContext, chunk: Chunk): Promise<HubAnswer> {
  const taken = await storeChunk(hub, chunk);
  if (taken === null) throw new Refused('attachmentHashWrong');
  return answer(hub, chunk.hash, taken);
}

/** Null when the bytes were whole and are not those that the hash names: nothing of them stays. */
export async function storeChunk(
  hub: HubContext,
  { device, hash: name, firstByte, size, bytes }: Chunk,
): Promise<AttachmentRow | null> {
  const hash = bytesOfHex(name);
  return writeHub(hub.db, async (writer) => {
    const named = await lockBytesNamed(writer, hash, device.branchOfficeId);
    if (named === null) throw new Refused('attachmentUnknown');
    if (size !== named || firstByte + bytes.length > size) throw new Refused('malformed');
    const { deviceId } = device;
    const held = await lockAttachment(writer, { hash, size, deviceId, at: nowOf(hub) });
    if (held.complete || firstByte > held.received) return held;
    const fresh = bytes.subarray(held.received - firstByte);
    if (fresh.length > 0) await appendChunk(writer, hash, held.received, fresh);
    const received = held.received + fresh.length;
    if (received < size) return { ...held, received };
    const whole = createHash('sha256');
    for await (const piece of readChunks(writer, hash)) whole.update(piece);
    if (!equalBytes(whole.digest(), hash)) {
      await emptyAttachment(writer, hash);
      return null;
    }
    await completeAttachment(writer, hash, nowOf(hub));
    return { size, received, complete: true };
  });
}

function answer(
  hub: HubContext,
  hash: string,
  state: { readonly size: number; readonly received: number; readonly complete: boolean },
): HubAnswer {
  const body = signStatement(hub.crypto, hub.privateKey, {
    format: 'rifada.attachment',
    hash,
    size: state.size,
    received: state.received,
    complete: state.complete,
    hubTime: nowOf(hub),
  });
  return { status: 200, body };
}
