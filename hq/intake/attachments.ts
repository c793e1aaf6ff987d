import { createHash } from 'node:crypto';
import {
  appendChunk,
  completeAttachment,
  emptyAttachment,
  findAttachment,
  lockAttachment,
  readChunks,
} from '#db/hub/attachments.ts';
import { writeHub } from '#db/hub/connection.ts';
import { bytesOfHex, equalBytes } from '#shared/protocol/bytes.ts';
import { signStatement } from '#shared/protocol/sync/hubStatement.ts';
import { type HubContext, nowOf } from '../context.ts';
import { type HubAnswer, Refused } from './refusal.ts';

/** One file; scans are far below. */
const LARGEST = 64 * 1024 * 1024;

/** How much of it is here; a file that never began is here with nothing. */
export async function attachmentState(hub: HubContext, hash: string): Promise<HubAnswer> {
  const held = await findAttachment(hub.db, bytesOfHex(hash));
  return answer(hub, hash, held ?? { size: 0, received: 0, complete: false });
}

/**
 * Takes the next piece. A piece that begins before what is here is cut to what is new, so that
 * sending it again does no harm; one that begins after it is refused with the place to go on from.
 * @throws Refused
 */
export async function takeChunk(
  hub: HubContext,
  chunk: {
    readonly deviceId: string;
    readonly hash: string;
    readonly firstByte: number;
    readonly size: number;
    readonly bytes: Uint8Array;
  },
): Promise<HubAnswer> {
  const { hash: name, firstByte, size, bytes, deviceId } = chunk;
  if (size > LARGEST) throw new Refused('tooLarge');
  if (firstByte + bytes.length > size) throw new Refused('malformed');
  const hash = bytesOfHex(name);
  const taken = await writeHub(hub.db, async (writer) => {
    const held = await lockAttachment(writer, { hash, size, deviceId, at: nowOf(hub) });
    if (held.complete) return held;
    if (held.size !== size) throw new Refused('malformed');
    if (firstByte > held.received) return held;
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
  if (taken === null) throw new Refused('attachmentHashWrong');
  return answer(hub, name, taken);
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
  });
  return { status: 200, body };
}
