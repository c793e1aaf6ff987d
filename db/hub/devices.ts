import type { HubReader, HubWriter } from './connection.ts';

export interface HubDevice {
  readonly deviceId: string;
  readonly branchOfficeId: string;
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array;
  readonly lane: string;
  readonly state: 'enrolled' | 'revoked';
}

export interface DeviceRow {
  readonly device_id: string;
  readonly branch_office_id: string;
  readonly public_key: Buffer;
  readonly lane: string;
  readonly state: 'enrolled' | 'revoked';
}

export async function findHubDevice(db: HubReader, deviceId: string): Promise<HubDevice | null> {
  const [row] = await db.query<DeviceRow>(
    'SELECT device_id, branch_office_id, public_key, lane, state FROM device WHERE device_id = $1',
    [deviceId],
  );
  return row ? deviceOf(row) : null;
}

/** The branch that a laptop belongs to. */
export async function findBranchOfDevice(
  db: HubReader,
  deviceId: string,
): Promise<{ readonly code: string; readonly name: string } | null> {
  const [row] = await db.query<{ readonly code: string; readonly name: string }>(
    `SELECT b.code, b.name FROM device JOIN branch b USING (branch_office_id) WHERE device_id = $1`,
    [deviceId],
  );
  return row ?? null;
}

export async function insertDevice(
  writer: HubWriter,
  device: HubDevice,
  enrolledAt: string,
): Promise<void> {
  await writer.query(
    `INSERT INTO device (device_id, branch_office_id, public_key, lane, state, enrolled_at)
     VALUES ($1,$2,$3,$4,$5,$6)`,
    [
      device.deviceId,
      device.branchOfficeId,
      Buffer.from(device.publicKey),
      device.lane,
      device.state,
      enrolledAt,
    ],
  );
}

/** A laptop that was restored says which lane it took; it stays with its old one where that is another's. */
export async function moveToLane(
  writer: HubWriter,
  { deviceId, branchOfficeId }: Pick<HubDevice, 'deviceId' | 'branchOfficeId'>,
  lane: string,
): Promise<void> {
  await writer.query(
    `UPDATE device SET lane = $3 WHERE device_id = $1 AND NOT EXISTS (
       SELECT 1 FROM device AS other WHERE other.branch_office_id = $2 AND other.lane = $3)`,
    [deviceId, branchOfficeId, lane],
  );
}

/** @returns false where there is no such laptop, or it was revoked before */
export async function markDeviceRevoked(
  writer: HubWriter,
  deviceId: string,
  reason: string,
  at: string,
): Promise<boolean> {
  const rows = await writer.query(
    `UPDATE device SET state = 'revoked', revoked_at = $3, revoked_reason = $2
     WHERE device_id = $1 AND state = 'enrolled' RETURNING device_id`,
    [deviceId, reason, at],
  );
  return rows.length > 0;
}

/** @returns false where there is no such laptop, or it is in use */
export async function markDeviceReadmitted(writer: HubWriter, deviceId: string): Promise<boolean> {
  const rows = await writer.query(
    `UPDATE device SET state = 'enrolled', revoked_at = NULL, revoked_reason = NULL
     WHERE device_id = $1 AND state = 'revoked' RETURNING device_id`,
    [deviceId],
  );
  return rows.length > 0;
}

/** @param skewMs the laptop's clock less headquarters', as the laptop said it; null when it did not */
export async function noteContact(
  db: HubReader,
  deviceId: string,
  at: string,
  skewMs: number | null,
): Promise<void> {
  await db.query(
    `UPDATE device SET last_contact_at = $2, clock_skew_ms = coalesce($3, clock_skew_ms)
     WHERE device_id = $1`,
    [deviceId, at, skewMs],
  );
}

export function deviceOf(row: DeviceRow): HubDevice {
  return {
    deviceId: row.device_id,
    branchOfficeId: row.branch_office_id,
    publicKey: Uint8Array.from(row.public_key),
    lane: row.lane,
    state: row.state,
  };
}

/** Pinned public keys of these laptops, revoked ones too: what was signed before stays signed. */
export async function listDeviceKeys(
  db: HubReader,
  deviceIds: readonly string[],
): Promise<readonly Pick<HubDevice, 'deviceId' | 'publicKey'>[]> {
  const rows = await db.query<Pick<DeviceRow, 'device_id' | 'public_key'>>(
    'SELECT device_id, public_key FROM device WHERE device_id = ANY($1::uuid[])',
    [deviceIds],
  );
  return rows.map((row) => ({
    deviceId: row.device_id,
    publicKey: Uint8Array.from(row.public_key),
  }));
}
