import type { HubReader } from './connection.ts';

export interface DeviceHealth {
  readonly deviceId: string;
  readonly branchOfficeId: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly lane: string;
  readonly state: 'enrolled' | 'revoked';
  readonly enrolledAt: string;
  readonly revokedAt: string | null;
  readonly revokedReason: string | null;
  /** Whoever asked for it to be taken in. */
  readonly personName: string | null;
  readonly lastContactAt: string | null;
  readonly clockSkewMs: number | null;
  readonly eventsHeld: number;
  readonly lastBatch: {
    readonly number: number;
    readonly events: number;
    readonly receivedAt: string;
  } | null;
  readonly gapSince: string | null;
  readonly refused: number;
}

type Row = Omit<
  DeviceHealth,
  'enrolledAt' | 'revokedAt' | 'lastContactAt' | 'lastBatch' | 'gapSince'
> & {
  readonly enrolledAt: Date;
  readonly revokedAt: Date | null;
  readonly lastContactAt: Date | null;
  readonly batchNumber: number | null;
  readonly batchEvents: number | null;
  readonly batchAt: Date | null;
  readonly gapSince: Date | null;
};

/**
 * Every laptop that was ever taken in, and how its sync is. A gap is open while a batch that came early
 * waits for what is before it.
 */
export async function listDeviceHealth(db: HubReader): Promise<readonly DeviceHealth[]> {
  const rows = await db.query<Row>(
    `SELECT d.device_id AS "deviceId", d.branch_office_id AS "branchOfficeId", b.code AS "branchCode",
       b.name AS "branchName", d.lane, d.state, d.enrolled_at AS "enrolledAt",
       d.revoked_at AS "revokedAt", d.revoked_reason AS "revokedReason",
       d.last_contact_at AS "lastContactAt", d.clock_skew_ms AS "clockSkewMs",
       (SELECT coalesce(sum(c.seq), 0)::int FROM device_chain c WHERE c.device_id = d.device_id)
         AS "eventsHeld",
       (SELECT e.request::jsonb #>> '{request,personName}' FROM enrolment_request e
         WHERE e.state = 'granted' AND e.request::jsonb #>> '{request,deviceId}' = d.device_id::text
         LIMIT 1) AS "personName",
       last.number AS "batchNumber", last.events AS "batchEvents", last.received_at AS "batchAt",
       (SELECT min(e.received_at) FROM early_batch e
         LEFT JOIN device_chain c ON c.device_id = e.device_id AND c.epoch = e.epoch
         WHERE e.device_id = d.device_id AND coalesce(c.seq, 0) + 1 < e.first_seq) AS "gapSince",
       (SELECT count(*)::int FROM quarantine q WHERE q.device_id = d.device_id) AS refused
     FROM device d JOIN branch b USING (branch_office_id)
     LEFT JOIN LATERAL (
       SELECT number, last_seq - first_seq + 1 AS events, received_at FROM batch
       WHERE batch.device_id = d.device_id ORDER BY received_at DESC, number DESC LIMIT 1
     ) last ON true
     ORDER BY b.code, d.lane`,
  );
  return rows.map(({ batchNumber, batchEvents, batchAt, ...row }) => ({
    ...row,
    enrolledAt: row.enrolledAt.toISOString(),
    revokedAt: row.revokedAt?.toISOString() ?? null,
    lastContactAt: row.lastContactAt?.toISOString() ?? null,
    gapSince: row.gapSince?.toISOString() ?? null,
    lastBatch:
      batchNumber === null || batchEvents === null || batchAt === null
        ? null
        : { number: batchNumber, events: batchEvents, receivedAt: batchAt.toISOString() },
  }));
}
