import { mkdirSync, rmSync } from 'node:fs';
import { type FileHandle, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDatabaseAway } from '#db/hub/connection.ts';
import { findBranchOfDevice } from '#db/hub/devices.ts';
import { LABEL_BYTES } from '#ports/sealedFile.ts';
import type { TransferState } from '#shared/contracts/hq/parcels.ts';
import type { ActorId } from '#shared/domain/identity.ts';
import { bytesOfBase64Url } from '#shared/protocol/bytes.ts';
import { PARCEL_LIMITS, type ParcelFault } from '#shared/protocol/sync/parcel.ts';
import type { HubContext } from '../context.ts';
import { HqError } from '../dispatcher/hqError.ts';
import { checkLabel, type ParcelProgress, ParcelRefused, takeParcel } from './takeParcel.ts';

/** Files that come in at once. */
const MOST_TRANSFERS = 8;
const IDLE_MS = 60 * 60_000;

interface Transfer {
  readonly file: string;
  readonly size: number;
  readonly personId: ActorId;
  readonly handle: FileHandle;
  received: number;
  touchedAt: number;
  /** One piece after the other, however they arrive. */
  turn: Promise<unknown>;
  progress: ParcelProgress;
  state: 'receiving' | 'reading' | Extract<TransferState, { phase: 'read' | 'refused' }>;
}

export interface Piece {
  readonly transferId: string;
  readonly offset: number;
  readonly size: number;
  /** base64url */
  readonly data: string;
}

/**
 * Files from sticks on their way in: written to headquarters' own disk piece by piece, read when they are
 * whole, and gone from the disk right after, whatever became of them.
 */
export class ParcelTransfers {
  readonly #hub: HubContext;
  readonly #folder: string;
  readonly #transfers = new Map<string, Transfer>();

  constructor(hub: HubContext) {
    this.#hub = hub;
    this.#folder = join(hub.dataFolder, 'incoming');
    // What was under way when the hub ended is sent again.
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @throws HqError `fileTooLarge`, `transferLost`, `tooManyAttempts`, `inputInvalid` */
  async send(personId: ActorId, piece: Piece): Promise<TransferState> {
    const transfer = await this.#transferOf(personId, piece);
    const turn = transfer.turn.then(() => this.#write(transfer, piece));
    transfer.turn = turn.catch(() => undefined);
    await turn;
    return stateOf(transfer);
  }

  /** @throws HqError `transferLost` */
  state(personId: ActorId, transferId: string): TransferState {
    const transfer = this.#transfers.get(transferId);
    if (transfer === undefined || transfer.personId !== personId) throw new HqError('transferLost');
    return stateOf(transfer);
  }

  async #transferOf(personId: ActorId, { transferId, offset, size }: Piece): Promise<Transfer> {
    const known = this.#transfers.get(transferId);
    if (known !== undefined) {
      if (known.personId !== personId || known.size !== size) throw new HqError('transferLost');
      return known;
    }
    if (offset !== 0) throw new HqError('transferLost');
    if (size > PARCEL_LIMITS.fileBytes) throw new HqError('fileTooLarge');
    await this.#dropIdle();
    if (this.#transfers.size >= MOST_TRANSFERS) throw new HqError('tooManyAttempts');
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    const file = join(this.#folder, `${transferId}.age`);
    const transfer: Transfer = {
      file,
      size,
      personId,
      handle: await open(file, 'w', 0o600),
      received: 0,
      touchedAt: this.#hub.clock.now(),
      turn: Promise.resolve(),
      progress: { batches: 0, events: 0, pages: 0, bytesRead: 0 },
      state: 'receiving',
    };
    this.#transfers.set(transferId, transfer);
    return transfer;
  }

  async #write(transfer: Transfer, { offset, data }: Piece): Promise<void> {
    if (transfer.state !== 'receiving' || offset !== transfer.received) return;
    const bytes = bytesOf(data);
    if (offset + bytes.length > transfer.size) throw new HqError('inputInvalid');
    transfer.touchedAt = this.#hub.clock.now();
    await transfer.handle.write(bytes, 0, bytes.length, offset);
    transfer.received += bytes.length;
    const isWhole = transfer.received === transfer.size;
    // A wrong file is said so at its first piece, not after half a gigabyte.
    if (offset === 0 && (isWhole || bytes.length >= LABEL_BYTES)) {
      try {
        checkLabel(this.#hub, bytes);
      } catch (error) {
        return this.#end(transfer, { phase: 'refused', fault: faultOf(this.#hub, error) });
      }
    }
    if (!isWhole) return;
    await transfer.handle.close();
    transfer.state = 'reading';
    void this.#read(transfer);
  }

  async #read(transfer: Transfer): Promise<void> {
    try {
      const taken = await takeParcel(
        this.#hub,
        transfer.file,
        transfer.personId,
        transfer.progress,
      );
      const { batches, events, pages } = transfer.progress;
      const { label, refusal, fault } = taken;
      const branch = await findBranchOfDevice(this.#hub.db, label.deviceId);
      await this.#end(transfer, {
        phase: 'read',
        outcome: {
          parcelId: label.parcelId,
          branchCode: branch?.code ?? '',
          branchName: branch?.name ?? '',
          madeAt: label.madeAt,
          batches,
          events,
          pages,
          refusal: refusal?.code ?? null,
          fault,
        },
      });
    } catch (error) {
      await this.#end(transfer, { phase: 'refused', fault: faultOf(this.#hub, error) });
    }
  }

  async #end(
    transfer: Transfer,
    state: Extract<TransferState, { phase: 'read' | 'refused' }>,
  ): Promise<void> {
    transfer.state = state;
    await transfer.handle.close().catch(() => undefined);
    await rm(transfer.file, { force: true });
  }

  async #dropIdle(): Promise<void> {
    const now = this.#hub.clock.now();
    for (const [transferId, transfer] of this.#transfers) {
      const isOver = typeof transfer.state === 'object';
      const isIdle = now - transfer.touchedAt > IDLE_MS && transfer.state !== 'reading';
      if (!isIdle && !(isOver && this.#transfers.size >= MOST_TRANSFERS)) continue;
      this.#transfers.delete(transferId);
      await transfer.handle.close().catch(() => undefined);
      await rm(transfer.file, { force: true });
    }
  }
}

function stateOf({ state, received, size, progress }: Transfer): TransferState {
  if (typeof state === 'object') return state;
  if (state === 'receiving') return { phase: 'receiving', received, size };
  const { events, pages, bytesRead } = progress;
  return { phase: 'reading', bytesRead, size, events, pages };
}

function faultOf(hub: HubContext, error: unknown): ParcelFault {
  if (error instanceof ParcelRefused) return error.fault;
  if (!isDatabaseAway(error)) hub.log.failure('parcel', error);
  return 'unavailable';
}

function bytesOf(data: string): Uint8Array {
  try {
    return bytesOfBase64Url(data);
  } catch {
    throw new HqError('inputInvalid');
  }
}
