import { BranchOfficeId, DeviceId } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { device } from './schema.ts';

/** This laptop: who it is to headquarters and in references. */
export interface Device {
  readonly deviceId: DeviceId;
  /** The life of the journal, from 1; greater after each restore. */
  readonly epoch: number;
  /** Two characters that headquarters gives to each device and epoch. */
  readonly lane: string;
  readonly branchOfficeId: BranchOfficeId;
  readonly branchCode: string;
  readonly branchName: string;
  readonly training: boolean;
  /** Raw Ed25519, 32 bytes each. */
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

/** @throws TypeError in a database without its device, which `createDeskDatabase` cannot leave behind */
export function getDevice(db: DeskReader): Device {
  const row = db.orm.select().from(device).get();
  if (!row) throw new TypeError('a desk without its device');
  const { singleton: _singleton, ...rest } = row;
  return {
    ...rest,
    deviceId: DeviceId.parse(rest.deviceId),
    branchOfficeId: BranchOfficeId.parse(rest.branchOfficeId),
    publicKey: Uint8Array.from(rest.publicKey),
    privateKey: Uint8Array.from(rest.privateKey),
  };
}

/** Whose journal this is and in which of its lives: what every event carries. */
export function getJournalOwner(db: DeskReader): {
  readonly deviceId: string;
  readonly epoch: number;
} {
  const row = db
    .statement<{ readonly deviceId: string; readonly epoch: number }>(
      'SELECT device_id AS deviceId, epoch FROM device',
    )
    .get();
  if (!row) throw new TypeError('a desk without its device');
  return row;
}

export function insertDevice(writer: DeskWriter, made: Device): void {
  writer.orm
    .insert(device)
    .values({
      ...made,
      singleton: 1,
      publicKey: Buffer.from(made.publicKey),
      privateKey: Buffer.from(made.privateKey),
    })
    .run();
}
