import { writeHub } from '#db/hub/connection.ts';
import type { HubDevice } from '#db/hub/devices.ts';
import { appendHubEvents } from '#db/hub/hubEvents.ts';
import { putParcel } from '#db/hub/parcels.ts';
import { sealStream } from '#ports/sealedFile.ts';
import type { ActorId, Sha256Hex } from '#shared/domain/identity.ts';
import { utf8Bytes } from '#shared/protocol/bytes.ts';
import type { FeedCursor } from '#shared/protocol/sync/feedPage.ts';
import {
  PARCEL_LIFE_MS,
  PARCEL_LIMITS,
  type ParcelFault,
  type ParcelLabel,
} from '#shared/protocol/sync/parcel.ts';
import { ANSWER_FEED_CHARACTERS, signParcelAnswer } from '#shared/protocol/sync/parcelAnswer.ts';
import type { Receipt } from '#shared/protocol/sync/receipt.ts';
import type { Refusal } from '#shared/protocol/sync/refusal.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { type HubContext, nowOf } from '../context.ts';
import { feedPageText } from '../feed/feedPage.ts';
import { Refused } from './refusal.ts';

/** What was done with a parcel, for its answer. */
export interface ParcelDone {
  readonly label: ParcelLabel;
  readonly device: HubDevice;
  readonly progress: {
    readonly batches: number;
    readonly events: number;
    readonly pages: number;
  };
  /** The last of each epoch. */
  readonly receipts: ReadonlyMap<number, Receipt>;
  readonly pagesHeld: readonly Sha256Hex[];
  readonly refusal: Refusal | null;
  readonly fault: ParcelFault | null;
}

/** Seals the answer to the laptop alone, and notes with it who read the file and what came of it. */
export async function leaveAnswer(
  hub: HubContext,
  work: ParcelDone,
  readBy: ActorId,
): Promise<void> {
  const { label, progress, refusal, fault } = work;
  const { parcelId, hubId, deviceId, madeAt, replyTo } = label;
  const answerExpiresAt = new Date(hub.clock.now() + PARCEL_LIFE_MS).toISOString();
  const answerLabel = {
    format: 'rifada.answer' as const,
    protocol: PROTOCOL_VERSION,
    parcelId,
    hubId,
    deviceId,
    answeredAt: nowOf(hub),
    expiresAt: answerExpiresAt,
  };
  const text = signParcelAnswer(hub.crypto, hub.privateKey, {
    label: answerLabel,
    receipts: [...work.receipts.values()],
    refusal,
    pagesHeld: work.pagesHeld.slice(0, PARCEL_LIMITS.entries),
    feed: await feedFor(hub, work),
  });
  const plain = new Blob([Uint8Array.from(utf8Bytes(text))]).stream();
  const answer = await wholeOf(await sealStream(plain, answerLabel, [replyTo]));
  const { batches, events, pages } = progress;
  const refused = refusal?.code ?? fault;
  await writeHub(hub.db, async (writer) => {
    await putParcel(writer, {
      parcelId,
      deviceId,
      madeAt,
      readAt: nowOf(hub),
      readBy,
      batches,
      events,
      pages,
      refused,
      answer,
      answerExpiresAt,
    });
    await appendHubEvents(writer, hub, [
      {
        kind: 'parcelRead',
        actorId: readBy,
        payload: { parcelId, deviceId, events, pages, refused },
      },
    ]);
  });
}

/** What the branch has not heard, from where its laptop stands; nothing for one that was revoked. */
async function feedFor(hub: HubContext, { label, device }: ParcelDone): Promise<string[]> {
  const pages: string[] = [];
  if (device.state === 'revoked') return pages;
  const { deviceId, branchOfficeId } = device;
  const reader = { deviceId, branchOfficeId, epoch: label.epoch };
  let after: FeedCursor | null = label.feedAfter;
  let characters = 0;
  while (after !== null && characters < ANSWER_FEED_CHARACTERS) {
    try {
      const { text, through, more } = await feedPageText(hub, reader, after);
      pages.push(text);
      characters += text.length;
      after = more ? through : null;
    } catch (error) {
      // This journal is another than the one that the laptop knows: it is told so over the network.
      if (!(error instanceof Refused)) throw error;
      after = null;
    }
  }
  return pages;
}

async function wholeOf(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
