import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { findHubDevice, type HubDevice } from '#db/hub/devices.ts';
import { LABEL_BYTES, labelOf, unsealStream } from '#ports/sealedFile.ts';
import type { ActorId, Sha256Hex } from '#shared/domain/identity.ts';
import { LARGEST_PAGE } from '#shared/domain/scans/scan.ts';
import { hexOf } from '#shared/protocol/bytes.ts';
import { canonicalText } from '#shared/protocol/chain.ts';
import { SignedStatement } from '#shared/protocol/sync/hubStatement.ts';
import {
  type ParcelEntry,
  type ParcelFault,
  type ParcelLabel,
  readSignedEntry,
  readSignedLabel,
} from '#shared/protocol/sync/parcel.ts';
import type { Receipt } from '#shared/protocol/sync/receipt.ts';
import type { Refusal } from '#shared/protocol/sync/refusal.ts';
import { BATCH_LIMITS, PROTOCOL_VERSION } from '#shared/protocol/sync/version.ts';
import type { HubContext } from '../context.ts';
import { acceptBatch } from './acceptBatch.ts';
import { storeChunk } from './attachments.ts';
import { leaveAnswer } from './leaveAnswer.ts';
import { ParcelDamaged, ParcelReader } from './parcelReader.ts';
import { Refused } from './refusal.ts';

/** Nothing of the file was taken. */
export class ParcelRefused extends Error {
  override readonly name = 'ParcelRefused';
  readonly fault: ParcelFault;

  constructor(fault: ParcelFault) {
    super(fault);
    this.fault = fault;
  }
}

/** How far the reading of a parcel has come. */
export interface ParcelProgress {
  batches: number;
  events: number;
  pages: number;
  bytesRead: number;
}

export interface TakenParcel {
  readonly label: ParcelLabel;
  readonly device: HubDevice;
  readonly refusal: Refusal | null;
  readonly fault: ParcelFault | null;
}

/** Whose file it says to be, and that there is a point in reading it. @throws ParcelRefused */
export function checkLabel(hub: HubContext, beginning: Uint8Array): ParcelLabel {
  const label = labelOf(beginning);
  if (label === null) throw new ParcelRefused('notAParcel');
  if (label.format !== 'rifada.parcel') throw new ParcelRefused('otherKind');
  if (label.hubId !== hub.hubId) throw new ParcelRefused('otherHub');
  if (label.protocol > PROTOCOL_VERSION) throw new ParcelRefused('protocolTooNew');
  if (Date.parse(label.expiresAt) <= hub.clock.now()) throw new ParcelRefused('expired');
  return label;
}

/**
 * Reads a file from a stick: its batches and pages go the way of those that come over the network, so
 * that whatever arrives twice counts once. Each was signed by its laptop, hence what stands before a
 * damaged place counts. Leaves a sealed answer, and an event that says who read it.
 * @throws ParcelRefused when nothing of it was taken
 */
export async function takeParcel(
  hub: HubContext,
  file: string,
  readBy: ActorId,
  progress: ParcelProgress,
): Promise<TakenParcel> {
  const label = checkLabel(hub, await beginningOf(file));
  const device = await findHubDevice(hub.db, label.deviceId);
  if (device === null) throw new ParcelRefused('deviceUnknown');
  const sealed = createReadStream(file);
  sealed.on('data', (piece) => {
    progress.bytesRead += piece.length;
  });
  const opened = await unsealStream(
    Readable.toWeb(sealed) as ReadableStream<Uint8Array>,
    hub.stickKeys.identities(),
  );
  if (!opened.ok) {
    sealed.destroy();
    throw new ParcelRefused('keyMissing');
  }
  const reader = new ParcelReader(opened.plain);
  const work = new ParcelWork(hub, label, device, progress);
  try {
    const inside = readSignedLabel(hub.crypto, device.publicKey, await firstLine(reader));
    // The outside was not written by this laptop, or belongs to another file.
    if (inside === null || canonicalText(inside) !== canonicalText(label)) {
      throw new ParcelRefused('damaged');
    }
    if (device.state === 'revoked') await work.keepRefused(reader);
    else await work.readEntries(reader);
  } finally {
    await reader.close();
    sealed.destroy();
  }
  await leaveAnswer(hub, work, readBy);
  return { label, device, refusal: work.refusal, fault: work.fault };
}

async function firstLine(reader: ParcelReader): Promise<string> {
  try {
    return await reader.line();
  } catch (error) {
    throw error instanceof ParcelDamaged ? new ParcelRefused('damaged') : error;
  }
}

class ParcelWork {
  readonly hub: HubContext;
  readonly label: ParcelLabel;
  readonly device: HubDevice;
  readonly progress: ParcelProgress;
  readonly receipts = new Map<number, Receipt>();
  readonly pagesHeld: Sha256Hex[] = [];
  refusal: Refusal | null = null;
  fault: ParcelFault | null = null;

  constructor(hub: HubContext, label: ParcelLabel, device: HubDevice, progress: ParcelProgress) {
    this.hub = hub;
    this.label = label;
    this.device = device;
    this.progress = progress;
  }

  async readEntries(reader: ParcelReader): Promise<void> {
    try {
      for (let index = 1; ; index += 1) {
        const entry = await this.#next(reader, index);
        if (entry.kind === 'end') return;
        const bytes = await this.#content(reader, entry);
        if (entry.kind === 'batch') await this.#takeBatch(bytes);
        else await this.#takePage(entry.hash, bytes);
      }
    } catch (error) {
      if (error instanceof ParcelDamaged) this.fault = 'damaged';
      else if (isDatabaseAway(error)) this.fault = 'unavailable';
      else throw error;
    }
  }

  /** A revoked laptop's first batch goes to quarantine by the way of all batches; the rest is not read. */
  async keepRefused(reader: ParcelReader): Promise<void> {
    this.fault = 'deviceRevoked';
    try {
      const entry = await this.#next(reader, 1);
      if (entry.kind === 'batch') await this.#takeBatch(await this.#content(reader, entry));
    } catch (error) {
      if (!(error instanceof ParcelDamaged)) throw error;
    }
  }

  async #next(reader: ParcelReader, index: number): Promise<ParcelEntry> {
    const entry = readSignedEntry(this.hub.crypto, this.device.publicKey, await reader.line());
    if (entry === null || entry.parcelId !== this.label.parcelId || entry.index !== index) {
      throw new ParcelDamaged();
    }
    return entry;
  }

  async #content(reader: ParcelReader, { kind, bytes: length, hash }: ParcelEntry) {
    const most = kind === 'batch' ? BATCH_LIMITS.packedBytes : LARGEST_PAGE;
    if (length > most) throw new ParcelDamaged();
    const bytes = await reader.bytes(length);
    if (hexOf(this.hub.crypto.sha256(bytes)) !== hash) throw new ParcelDamaged();
    return bytes;
  }

  async #takeBatch(bytes: Uint8Array): Promise<void> {
    // What follows a refused batch builds on it.
    if (this.refusal !== null) return;
    const { body, events = 0 } = await acceptBatch(this.hub, bytes);
    const { statement } = SignedStatement.parse(JSON.parse(body));
    if (statement.format === 'rifada.receipt') {
      this.receipts.set(statement.epoch, statement);
      this.progress.batches += 1;
      this.progress.events += events;
    } else if (statement.format === 'rifada.refusal') this.refusal = statement;
  }

  async #takePage(hash: Sha256Hex, bytes: Uint8Array): Promise<void> {
    try {
      const { device } = this;
      const chunk = { device, hash, firstByte: 0, size: bytes.length, bytes };
      const taken = await storeChunk(this.hub, chunk);
      if (taken?.complete !== true) return;
      this.pagesHeld.push(hash);
      this.progress.pages += 1;
    } catch (error) {
      // Removed meanwhile, or named by an event that was not taken: it comes again, or never has to.
      if (!(error instanceof Refused)) throw error;
    }
  }
}

async function beginningOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(LABEL_BYTES), 0, LABEL_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
