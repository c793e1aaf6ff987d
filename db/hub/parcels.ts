import type { HubReader, HubWriter } from './connection.ts';

export interface ReadParcel {
  readonly parcelId: string;
  readonly deviceId: string;
  readonly madeAt: string;
  readonly readAt: string;
  readonly readBy: string;
  readonly batches: number;
  readonly events: number;
  readonly pages: number;
  readonly refused: string | null;
  readonly answer: Uint8Array;
  readonly answerExpiresAt: string;
}

/** Notes a file that was read; the same one again has its newest answer. */
export async function putParcel(writer: HubWriter, parcel: ReadParcel): Promise<void> {
  await writer.query(
    `INSERT INTO parcel (parcel_id, device_id, made_at, read_at, read_by, times, batches, events,
       pages, refused, answer, answer_expires_at) VALUES ($1,$2,$3,$4,$5,1,$6,$7,$8,$9,$10,$11)
     ON CONFLICT (parcel_id) DO UPDATE SET read_at = excluded.read_at, read_by = excluded.read_by,
       times = parcel.times + 1, batches = excluded.batches, events = excluded.events,
       pages = excluded.pages, refused = excluded.refused, answer = excluded.answer,
       answer_expires_at = excluded.answer_expires_at`,
    [
      parcel.parcelId,
      parcel.deviceId,
      parcel.madeAt,
      parcel.readAt,
      parcel.readBy,
      parcel.batches,
      parcel.events,
      parcel.pages,
      parcel.refused,
      Buffer.from(parcel.answer),
      parcel.answerExpiresAt,
    ],
  );
}

export interface ParcelRow {
  readonly parcelId: string;
  readonly deviceId: string;
  readonly branchCode: string;
  readonly branchName: string;
  readonly madeAt: string;
  readonly readAt: string;
  readonly times: number;
  readonly events: number;
  readonly pages: number;
  readonly refused: string | null;
  /** Null once the answer is gone. */
  readonly answerExpiresAt: string | null;
}

export async function listParcels(db: HubReader, limit: number): Promise<readonly ParcelRow[]> {
  const rows = await db.query<
    Omit<ParcelRow, 'madeAt' | 'readAt' | 'answerExpiresAt'> & {
      readonly madeAt: Date;
      readonly readAt: Date;
      readonly answerExpiresAt: Date | null;
    }
  >(
    `SELECT p.parcel_id AS "parcelId", p.device_id AS "deviceId", b.code AS "branchCode",
       b.name AS "branchName", p.made_at AS "madeAt", p.read_at AS "readAt", p.times, p.events,
       p.pages, p.refused,
       CASE WHEN p.answer IS NOT NULL THEN p.answer_expires_at END AS "answerExpiresAt"
     FROM parcel p JOIN device USING (device_id) JOIN branch b USING (branch_office_id)
     ORDER BY p.read_at DESC LIMIT $1`,
    [limit],
  );
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    readAt: row.readAt.toISOString(),
    answerExpiresAt: row.answerExpiresAt?.toISOString() ?? null,
  }));
}

/** The sealed answer to a parcel, with whose laptop wrote it; null where there is none any more. */
export async function findParcelAnswer(
  db: HubReader,
  parcelId: string,
): Promise<{
  readonly answer: Uint8Array;
  readonly branchCode: string;
  readonly lane: string;
  readonly readAt: Date;
} | null> {
  const [row] = await db.query<{
    readonly answer: Buffer | null;
    readonly code: string;
    readonly lane: string;
    readonly read_at: Date;
  }>(
    `SELECT p.answer, b.code, d.lane, p.read_at FROM parcel p
     JOIN device d USING (device_id) JOIN branch b USING (branch_office_id)
     WHERE p.parcel_id = $1`,
    [parcelId],
  );
  if (!row || row.answer === null) return null;
  return { answer: row.answer, branchCode: row.code, lane: row.lane, readAt: row.read_at };
}

/** Answers that have had their day go; that the file was read stays. */
export async function dropExpiredAnswers(db: HubReader, now: string): Promise<void> {
  await db.query(
    'UPDATE parcel SET answer = NULL WHERE answer IS NOT NULL AND answer_expires_at <= $1',
    [now],
  );
}
