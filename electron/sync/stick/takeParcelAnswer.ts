import { markHeld } from '#db/desk/attachmentQueue.ts';
import type { DeskWriter } from '#db/desk/connection.ts';
import { readFeedHead } from '#db/desk/feedEvents.ts';
import { findHubLink, type HubLink, putHubLink } from '#db/desk/hubLink.ts';
import { readJournal } from '#db/desk/journal.ts';
import { findParcel, markAnswered, type Parcel } from '#db/desk/parcels.ts';
import { moveReceiptHead, positionOfSeq, receiptedPosition } from '#db/desk/receipts.ts';
import { writeDesk } from '#db/desk/store.ts';
import { dropRefusalsThrough, noteContact, noteRefusal } from '#db/desk/syncLog.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { written } from '#electron/services/storeRefusal.ts';
import { readFeedPage } from '#electron/sync/feedClient.ts';
import { takePage } from '#electron/sync/pullFeed.ts';
import { labelOf, unsealStream } from '#ports/sealedFile.ts';
import type { AnswerOutcome } from '#shared/contracts/stick.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import type { AnswerLabel, ParcelFault } from '#shared/protocol/sync/parcel.ts';
import {
  LARGEST_ANSWER,
  type ParcelAnswer,
  readParcelAnswer,
} from '#shared/protocol/sync/parcelAnswer.ts';
import type { Receipt } from '#shared/protocol/sync/receipt.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';

/**
 * Headquarters' answer from a stick: what it holds leaves the queue, in one transaction; whatever the
 * network brought meanwhile stays as it is. The same answer again changes nothing.
 * @throws DeskError `notEnrolled`, and the store's
 */
export async function takeParcelAnswer(
  desk: OpenDesk,
  file: Uint8Array,
  isOpen: () => boolean,
): Promise<AnswerOutcome> {
  const { store } = desk;
  const link = findHubLink(store.reader);
  if (link?.state !== 'enrolled' || link.hubPublicKey === null) throw new DeskError('notEnrolled');
  const label = checkAnswerLabel(desk, link, file);
  if (typeof label === 'string') return { ok: false, fault: label };
  const parcel = findParcel(store.reader, label.parcelId);
  if (parcel === null) return { ok: false, fault: 'parcelUnknown' };
  const text = await openedText(file, parcel);
  if (!isOpen()) throw new DeskError('notUnlocked');
  const answer = text === null ? null : readParcelAnswer(store.crypto, link.hubPublicKey, text);
  if (answer === null || canonicalText(answer.label) !== canonicalText(label)) {
    return { ok: false, fault: 'damaged' };
  }
  const { hubId, hubPublicKey } = link;
  const isWhole = answer.receipts.every((receipt) => placeOf(desk, receipt) !== null);
  if (!isWhole) return { ok: false, fault: 'damaged' };
  const received =
    hubId === null ? 0 : await takeFeedPages(desk, { hubId, hubPublicKey }, answer, isOpen);
  if (!isOpen()) throw new DeskError('notUnlocked');
  return apply(desk, parcel, answer, received);
}

/**
 * What headquarters tells the branch. A page that begins where the laptop stands is taken; one that the
 * network has brought meanwhile is passed over, and what then does not fit comes over the network or with
 * the next answer.
 */
async function takeFeedPages(
  desk: OpenDesk,
  hub: { readonly hubId: string; readonly hubPublicKey: Uint8Array },
  { feed }: ParcelAnswer,
  isOpen: () => boolean,
): Promise<number> {
  const { store, device } = desk;
  let received = 0;
  for (const text of feed) {
    const { cursor } = readFeedHead(store.reader);
    const expected = { after: cursor, hubId: hub.hubId, deviceId: device.deviceId };
    const reading = readFeedPage(store.crypto, hub.hubPublicKey, text, expected);
    if (reading.kind !== 'page') continue;
    const ended = await takePage({ desk, hub, isOpen }, reading, (taken) => {
      received += taken;
    });
    if (ended !== null) break;
  }
  return received;
}

function checkAnswerLabel(
  { store, device }: OpenDesk,
  link: HubLink,
  file: Uint8Array,
): AnswerLabel | ParcelFault {
  const label = labelOf(file);
  if (label === null) return 'notAParcel';
  if (label.format !== 'rifada.answer') return 'otherKind';
  if (label.hubId !== link.hubId) return 'otherHub';
  if (label.deviceId !== device.deviceId) return 'otherLaptop';
  if (label.protocol > PROTOCOL_VERSION) return 'protocolTooNew';
  const now = store.clock.now() - (link.clockSkewMs ?? 0);
  return Date.parse(label.expiresAt) <= now ? 'expired' : label;
}

/** Null where it is not what headquarters sealed to this laptop. */
async function openedText(file: Uint8Array, { replyIdentity }: Parcel): Promise<string | null> {
  const sealed = new Blob([Uint8Array.from(file)]).stream();
  const opened = await unsealStream(sealed, [replyIdentity]);
  if (!opened.ok) return null;
  try {
    const bytes = await new Response(opened.plain).arrayBuffer();
    return bytes.byteLength > LARGEST_ANSWER ? null : new TextDecoder().decode(bytes);
  } catch {
    return null;
  }
}

function apply(
  desk: OpenDesk,
  parcel: Parcel,
  answer: ParcelAnswer,
  received: number,
): AnswerOutcome {
  const { store } = desk;
  const before = receiptedPosition(store.reader);
  const at = new Date(store.clock.now()).toISOString();
  const pages = written(
    writeDesk(store, (writer) => {
      for (const receipt of answer.receipts) {
        const position = placeOf(desk, receipt);
        if (position !== null) takeReceipt(writer, receipt, position, parcel);
      }
      noteHubRefusal(desk, writer, answer, at);
      const held = answer.pagesHeld.reduce((sum, hash) => sum + markHeld(writer, hash, at), 0);
      markAnswered(writer, parcel.parcelId, at);
      const events = receiptedPosition(writer) - before;
      noteContact(writer, { at, outcome: 'stickAnswer', events, bytes: 0, files: held, received });
      const after = findHubLink(writer);
      if (after !== null) putHubLink(writer, { ...after, lastContactAt: answer.label.answeredAt });
      return held;
    }),
  );
  const events = receiptedPosition(store.reader) - before;
  return { ok: true, events, pages, received, refusal: answer.refusal?.code ?? null };
}

/** Where the receipt leads to; null where this laptop's journal says otherwise than it. */
function placeOf({ store, device }: OpenDesk, receipt: Receipt): number | null {
  if (receipt.deviceId !== device.deviceId) return null;
  const position = positionOfSeq(store.reader, receipt.epoch, receipt.throughSeq);
  if (position === null) return null;
  const [event] = readJournal(store.reader, position - 1, 1);
  return event?.headerHash === receipt.hashAfter ? position : null;
}

function takeReceipt(
  writer: DeskWriter,
  receipt: Receipt,
  position: number,
  { lastBatch }: Parcel,
): void {
  moveReceiptHead(
    writer,
    { position, headerHash: receipt.hashAfter, receiptedAt: receipt.receivedAt },
    lastBatch,
  );
  dropRefusalsThrough(writer, position);
}

/** The one event at fault is kept back from the next file or batch on, as over the network. */
function noteHubRefusal(
  { store, device }: OpenDesk,
  writer: DeskWriter,
  { refusal }: ParcelAnswer,
  at: string,
): void {
  if (refusal === null || refusal.seq === null) return;
  const position = positionOfSeq(store.reader, device.epoch, refusal.seq);
  if (position === null || position <= receiptedPosition(writer)) return;
  noteRefusal(writer, {
    position,
    code: refusal.code,
    at,
    withheld: true,
    quarantineId: refusal.quarantineId,
  });
}
