import { eq } from 'drizzle-orm';
import type { Instant } from '#shared/domain/identity.ts';
import { StickRecipients } from '#shared/protocol/sync/ageRecipient.ts';
import type { DeskReader, DeskWriter } from './connection.ts';
import { device, hubLink } from './schema.ts';

/** Headquarters as this laptop knows it. */
export interface HubLink {
  /** Null where only files go to and fro. */
  readonly url: string | null;
  /** The signed request, canonical; null once it was answered. */
  readonly request: string | null;
  readonly hubId: string | null;
  /** Raw Ed25519; pinned, so that nobody else can give a receipt. */
  readonly hubPublicKey: Uint8Array | null;
  readonly state: 'asking' | 'refused' | 'enrolled';
  readonly askedAt: Instant;
  readonly enrolledAt: Instant | null;
  /** The number of the last batch that was receipted. */
  readonly lastBatch: number;
  /** This laptop's clock less headquarters', in milliseconds, as last measured. */
  readonly clockSkewMs: number | null;
  readonly lastContactAt: Instant | null;
  /** Public keys to which files for headquarters are sealed; null where none were given. */
  readonly stickRecipients: StickRecipients | null;
}

export function findHubLink(db: DeskReader): HubLink | null {
  const row = db.orm.select().from(hubLink).get();
  if (!row) return null;
  const { singleton: _singleton, hubPublicKey, stickRecipients, ...rest } = row;
  return {
    ...rest,
    hubPublicKey: hubPublicKey === null ? null : Uint8Array.from(hubPublicKey),
    stickRecipients:
      stickRecipients === null ? null : StickRecipients.parse(JSON.parse(stickRecipients)),
  };
}

export function putHubLink(writer: DeskWriter, link: HubLink): void {
  const values = {
    ...link,
    singleton: 1,
    hubPublicKey: link.hubPublicKey === null ? null : Buffer.from(link.hubPublicKey),
    stickRecipients: link.stickRecipients === null ? null : JSON.stringify(link.stickRecipients),
  };
  writer.orm
    .insert(hubLink)
    .values(values)
    .onConflictDoUpdate({ target: hubLink.singleton, set: values })
    .run();
}

export function dropHubLink(writer: DeskWriter): void {
  writer.orm.delete(hubLink).where(eq(hubLink.singleton, 1)).run();
}

/** The branch and the lane that headquarters gave; cases that are open keep their reference. */
export function adoptBranch(
  writer: DeskWriter,
  adopted: {
    readonly branchOfficeId: string;
    readonly branchCode: string;
    readonly branchName: string;
    readonly lane: string;
  },
): void {
  writer.orm.update(device).set(adopted).where(eq(device.singleton, 1)).run();
}
