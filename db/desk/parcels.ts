import { desc, eq, lte } from 'drizzle-orm';
import type { Instant } from '#shared/domain/identity.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { parcel } from './schema.ts';

/** A file that this laptop wrote for headquarters. */
export interface Parcel {
  readonly parcelId: string;
  readonly madeAt: Instant;
  readonly expiresAt: Instant;
  /** The private key of age that opens the answer. */
  readonly replyIdentity: string;
  readonly events: number;
  readonly pages: number;
  /** Of the sealed file. */
  readonly bytes: number;
  /** The number of the last batch in it. */
  readonly lastBatch: number;
  readonly answeredAt: Instant | null;
}

/** Notes a file that lies on the disk; the keys of those whose answers have expired go. */
export function putParcel(writer: DeskWriter, written: Parcel, forgetBefore: Instant): void {
  writer.orm.delete(parcel).where(lte(parcel.expiresAt, forgetBefore)).run();
  writer.orm.insert(parcel).values(written).run();
}

export function findParcel(db: DeskReader, parcelId: string): Parcel | null {
  return db.orm.select().from(parcel).where(eq(parcel.parcelId, parcelId)).get() ?? null;
}

/** The file that was written last; null where there is none, or it was long ago. */
export function latestParcel(db: DeskReader): Parcel | null {
  return db.orm.select().from(parcel).orderBy(desc(parcel.madeAt)).limit(1).get() ?? null;
}

export function markAnswered(writer: DeskWriter, parcelId: string, at: Instant): void {
  writer.orm.update(parcel).set({ answeredAt: at }).where(eq(parcel.parcelId, parcelId)).run();
}
