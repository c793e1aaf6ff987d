import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { readFeedHead } from '#db/desk/feedEvents.ts';
import { findHubLink } from '#db/desk/hubLink.ts';
import { findParcel, latestParcel, type Parcel, putParcel } from '#db/desk/parcels.ts';
import { writeDesk } from '#db/desk/store.ts';
import { storeProblemOf } from '#db/desk/storeError.ts';
import { DeskError } from '#electron/dispatcher/deskError.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { refusalOfStore, written } from '#electron/services/storeRefusal.ts';
import { sealStream } from '#ports/sealedFile.ts';
import type { AnswerOutcome, StickState, WrittenParcel } from '#shared/contracts/stick.ts';
import { CHUNK } from '#shared/domain/scans/scan.ts';
import { base64UrlOf, bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { HubId } from '#shared/protocol/sync/batchManifest.ts';
import { PARCEL_LIFE_MS, ParcelId, ParcelLabel } from '#shared/protocol/sync/parcel.ts';
import { PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import { type ParcelCount, ParcelInterrupted, parcelContents } from './parcelContents.ts';
import { takeParcelAnswer } from './takeParcelAnswer.ts';

export interface StickDeskOptions {
  /** Null while the desk is locked, is being founded, or may only be read. */
  readonly desk: () => OpenDesk | null;
  readonly profileFolder: string;
}

const FOLDER = 'outbox';

/** Files for headquarters, written beside the database and taken from there by the screen. */
export class StickDesk {
  readonly #options: StickDeskOptions;
  #making: ParcelCount | null = null;
  #answer: { readonly bytes: Uint8Array; received: number } | null = null;

  constructor(options: StickDeskOptions) {
    this.#options = options;
  }

  /** How it stands, for the screen. */
  state(desk: OpenDesk): StickState {
    const link = findHubLink(desk.store.reader);
    const latest = latestParcel(desk.store.reader);
    return {
      canWrite: link?.state === 'enrolled' && link.stickRecipients !== null,
      making:
        this.#making === null
          ? null
          : { events: this.#making.events, pages: this.#making.pages, bytes: this.#making.bytes },
      latest:
        latest === null
          ? null
          : { ...summaryOf(desk, latest), isHere: existsSync(this.#fileOf(latest.parcelId)) },
    };
  }

  /**
   * Writes everything that headquarters lacks into one file, sealed to its two keys.
   * @throws DeskError `notEnrolled`, `stickKeysUnknown`, `stickBusy`, `diskFull`, `diskFailed`, `notUnlocked`
   */
  async write(desk: OpenDesk): Promise<WrittenParcel> {
    const { store, device } = desk;
    const link = findHubLink(store.reader);
    if (link?.state !== 'enrolled' || link.hubId === null) throw new DeskError('notEnrolled');
    if (link.stickRecipients === null) throw new DeskError('stickKeysUnknown');
    if (!store.writable) throw refusalOfStore('readOnly');
    if (this.#making !== null) throw new DeskError('stickBusy');
    const count: ParcelCount = { events: 0, pages: 0, bytes: 0, lastBatch: link.lastBatch };
    this.#making = count;
    try {
      const replyIdentity = await generateX25519Identity();
      const now = store.clock.now() - (link.clockSkewMs ?? 0);
      const label = ParcelLabel.parse({
        format: 'rifada.parcel',
        protocol: PROTOCOL_VERSION,
        parcelId: ParcelId.parse(store.ids.uuid()),
        hubId: HubId.parse(link.hubId),
        deviceId: device.deviceId,
        madeAt: new Date(now).toISOString(),
        expiresAt: new Date(now + PARCEL_LIFE_MS).toISOString(),
        replyTo: await identityToRecipient(replyIdentity),
        feedAfter: readFeedHead(store.reader).cursor,
        epoch: device.epoch,
      });
      const isOpen = () => this.#options.desk()?.store === store;
      const contents = parcelContents({ desk, label, lastBatch: link.lastBatch, isOpen, count });
      const bytes = await this.#toDisk(label, contents, link.stickRecipients);
      if (!isOpen()) throw new ParcelInterrupted();
      const parcel: Parcel = {
        parcelId: label.parcelId,
        madeAt: label.madeAt,
        expiresAt: label.expiresAt,
        replyIdentity,
        events: count.events,
        pages: count.pages,
        bytes,
        lastBatch: count.lastBatch,
        answeredAt: null,
      };
      written(writeDesk(store, (writer) => putParcel(writer, parcel, label.madeAt)));
      return summaryOf(desk, parcel);
    } catch (error) {
      if (error instanceof ParcelInterrupted) throw new DeskError('notUnlocked');
      const problem = storeProblemOf(error);
      throw problem === null ? error : refusalOfStore(problem);
    } finally {
      this.#making = null;
    }
  }

  /** A piece of the file. @throws DeskError `stickFileGone` */
  async read(
    desk: OpenDesk,
    { parcelId, offset }: { readonly parcelId: ParcelId; readonly offset: number },
  ): Promise<{ data: string }> {
    if (findParcel(desk.store.reader, parcelId) === null) throw new DeskError('stickFileGone');
    const handle = await open(this.#fileOf(parcelId)).catch(() => {
      throw new DeskError('stickFileGone');
    });
    try {
      const { buffer, bytesRead } = await handle.read(new Uint8Array(CHUNK), 0, CHUNK, offset);
      return { data: base64UrlOf(buffer.subarray(0, bytesRead)) };
    } finally {
      await handle.close();
    }
  }

  /**
   * The next piece of headquarters' answer; with the last one it is read.
   * @throws DeskError `stickAnswerInterrupted` for a piece out of turn, and those of reading it
   */
  async takeAnswer(
    desk: OpenDesk,
    piece: { readonly offset: number; readonly size: number; readonly data: string },
  ): Promise<{ outcome: AnswerOutcome | null }> {
    const { offset, size } = piece;
    if (offset === 0) this.#answer = { bytes: new Uint8Array(size), received: 0 };
    const answer = this.#answer;
    const bytes = bytesOf(piece.data);
    const isInTurn =
      answer !== null &&
      bytes !== null &&
      answer.received === offset &&
      answer.bytes.length === size &&
      offset + bytes.length <= size;
    if (!isInTurn) {
      this.#answer = null;
      throw new DeskError('stickAnswerInterrupted');
    }
    answer.bytes.set(bytes, offset);
    answer.received += bytes.length;
    if (answer.received < size) return { outcome: null };
    this.#answer = null;
    const isOpen = () => this.#options.desk()?.store === desk.store;
    return { outcome: await takeParcelAnswer(desk, answer.bytes, isOpen) };
  }

  /** The desk is locked: what was half handed over is forgotten. */
  release(): void {
    this.#answer = null;
  }

  async #toDisk(
    label: ParcelLabel,
    contents: AsyncIterable<Uint8Array>,
    recipients: readonly string[],
  ): Promise<number> {
    const folder = join(this.#options.profileFolder, FOLDER);
    // Only the newest is kept: it holds all that the ones before it held and was not taken yet.
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const part = join(folder, 'unfinished');
    const handle = await open(part, 'w', 0o600);
    let bytes = 0;
    try {
      const plain = ReadableStream.from(contents) as ReadableStream<Uint8Array>;
      for await (const piece of await sealStream(plain, label, recipients)) {
        await handle.write(piece);
        bytes += piece.length;
        // A save never waits for it: sealing a piece takes about a millisecond.
        await nextTurn();
      }
      await handle.sync();
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    await rename(part, this.#fileOf(label.parcelId));
    return bytes;
  }

  #fileOf(parcelId: string): string {
    return join(this.#options.profileFolder, FOLDER, `${parcelId}.age`);
  }
}

function bytesOf(data: string): Uint8Array | null {
  try {
    return bytesOfBase64Url(data);
  } catch {
    return null;
  }
}

function summaryOf({ device }: OpenDesk, parcel: Parcel): WrittenParcel {
  const { madeAt, expiresAt, events, pages, bytes, answeredAt } = parcel;
  return {
    parcelId: ParcelId.parse(parcel.parcelId),
    fileName: `rifada-${device.branchCode}-${device.lane}-${madeAt.slice(0, 10)}.to-hq.age`,
    madeAt,
    expiresAt,
    events,
    pages,
    bytes,
    answeredAt,
  };
}
