import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { CaseId, Sha256Hex } from '#shared/domain/identity.ts';
import { ScanId } from '#shared/domain/scans/scan.ts';
import type { Crypto } from '#shared/ports.ts';
import { concatBytes, equalBytes, hexOf, utf8Bytes } from '#shared/protocol/bytes.ts';
import { canonicalBytes } from '#shared/protocol/chain.ts';

/** What a file beside the database is: one page of one scan of one case. */
export const AttachmentPlace = z.strictObject({
  caseId: CaseId,
  scanId: ScanId,
  page: z.int().min(0),
  hash: Sha256Hex,
});
export type AttachmentPlace = z.infer<typeof AttachmentPlace>;

/** A file as it lies in the folder. */
export interface AttachmentFile {
  /** Says nothing without the key, and is the same before and after the event. */
  readonly name: string;
  readonly path: string;
}

export type AttachmentContent =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly problem: 'missing' | 'damaged' };

/**
 * Encrypted files beside the database. A file is *in transit* from before the event that names or
 * removes it until after that event: what is found in transit at the next opening was cut off, and
 * the journal says what becomes of it. All calls throw the file system's error.
 */
export interface Attachments {
  /** Writes a page, in transit, and waits for the disk. */
  write(place: AttachmentPlace, bytes: Uint8Array): void;
  read(place: AttachmentPlace): AttachmentContent;
  /** The event that names these pages is committed. */
  keep(places: readonly AttachmentPlace[]): void;
  /** An event that removes these pages is about to be committed. */
  release(places: readonly AttachmentPlace[]): void;
  destroy(places: readonly AttachmentPlace[]): void;
  /** What was in transit when the desk last ended; unfinished files are cleared away by this. */
  inTransit(): readonly AttachmentPlace[];
  /** Every whole file, in transit or not: for copies, which take them as they are. */
  files(): readonly AttachmentFile[];
  /** Whose file this is, and whether its content is whole; null when it was not written with this key. */
  inspect(file: Uint8Array): { readonly place: AttachmentPlace; readonly isWhole: boolean } | null;
  close(): void;
}

export const ATTACHMENTS_FOLDER = 'attachments';
export const KEPT = '.scan';
const TRANSIT = '.transit';
const UNFINISHED = '.part';
const MAGIC = utf8Bytes('RFDSCAN1');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const LENGTH_BYTES = 4;

/** @param key the database's; two keys of their own are made from it (HKDF, RFC 5869) */
export function openAttachments(profile: string, key: Uint8Array, crypto: Crypto): Attachments {
  const folder = join(profile, ATTACHMENTS_FOLDER);
  const contentKey = derived(key, 'rifada.attachments.content.1');
  const nameKey = derived(key, 'rifada.attachments.name.1');

  function pathOf(place: AttachmentPlace, ending: string): string {
    const name = hexOf(crypto.hmacSha256(nameKey, canonicalBytes(AttachmentPlace.parse(place))));
    return join(folder, `${name}${ending}`);
  }

  function sealed(place: AttachmentPlace, bytes: Uint8Array): Uint8Array {
    const nonce = crypto.randomBytes(NONCE_LENGTH);
    const about = canonicalBytes(AttachmentPlace.parse(place));
    const length = new Uint8Array(LENGTH_BYTES);
    new DataView(length.buffer).setUint32(0, about.length);
    const cipher = createCipheriv('aes-256-gcm', contentKey, nonce);
    cipher.setAAD(MAGIC);
    const body = [cipher.update(concatBytes(length, about, bytes)), cipher.final()];
    return concatBytes(MAGIC, nonce, ...body, cipher.getAuthTag());
  }

  function opened(file: Uint8Array): { place: AttachmentPlace; bytes: Uint8Array } | null {
    const head = MAGIC.length + NONCE_LENGTH;
    if (file.length < head + LENGTH_BYTES + TAG_LENGTH) return null;
    if (!equalBytes(file.subarray(0, MAGIC.length), MAGIC)) return null;
    try {
      const nonce = file.subarray(MAGIC.length, head);
      const decipher = createDecipheriv('aes-256-gcm', contentKey, nonce);
      decipher.setAAD(MAGIC);
      decipher.setAuthTag(file.subarray(-TAG_LENGTH));
      const plain = concatBytes(
        decipher.update(file.subarray(head, -TAG_LENGTH)),
        decipher.final(),
      );
      const length = new DataView(plain.buffer, plain.byteOffset).getUint32(0);
      const about: unknown = JSON.parse(
        new TextDecoder().decode(plain.subarray(LENGTH_BYTES, LENGTH_BYTES + length)),
      );
      return {
        place: AttachmentPlace.parse(about),
        bytes: plain.subarray(LENGTH_BYTES + length),
      };
    } catch {
      // Not written with this key, or not as it was written.
      return null;
    }
  }

  function rename(places: readonly AttachmentPlace[], from: string, to: string): void {
    for (const place of places) {
      const path = pathOf(place, from);
      if (existsSync(path)) renameSync(path, pathOf(place, to));
    }
    syncFolder(folder);
  }

  return {
    write: (place, bytes) => {
      if (!existsSync(folder)) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        syncFolder(profile);
      }
      const unfinished = pathOf(place, UNFINISHED);
      try {
        writeDurably(unfinished, sealed(place, bytes));
      } catch (error) {
        rmSync(unfinished, { force: true });
        throw error;
      }
      renameSync(unfinished, pathOf(place, TRANSIT));
      syncFolder(folder);
    },
    read: (place) => {
      const path = [KEPT, TRANSIT].map((ending) => pathOf(place, ending)).find(existsSync);
      if (path === undefined) return { ok: false, problem: 'missing' };
      const content = opened(readFileSync(path));
      const isWhole =
        content !== null &&
        content.place.caseId === place.caseId &&
        hexOf(crypto.sha256(content.bytes)) === place.hash;
      return isWhole ? { ok: true, bytes: content.bytes } : { ok: false, problem: 'damaged' };
    },
    keep: (places) => rename(places, TRANSIT, KEPT),
    release: (places) => rename(places, KEPT, TRANSIT),
    destroy: (places) => {
      for (const place of places) {
        for (const ending of [KEPT, TRANSIT]) rmSync(pathOf(place, ending), { force: true });
      }
      syncFolder(folder);
    },
    inTransit: () => {
      if (!existsSync(folder)) return [];
      const names = readdirSync(folder);
      for (const name of names) {
        if (name.endsWith(UNFINISHED)) rmSync(join(folder, name), { force: true });
      }
      return names
        .filter((name) => name.endsWith(TRANSIT))
        .flatMap((name) => {
          // One that cannot be read is left where it is: nobody knows whose it was.
          const content = opened(readFileSync(join(folder, name)));
          return content === null ? [] : [content.place];
        });
    },
    files: () =>
      (existsSync(folder) ? readdirSync(folder) : [])
        .filter((file) => file.endsWith(KEPT) || file.endsWith(TRANSIT))
        .map((file) => ({
          name: file.slice(0, file.lastIndexOf('.')),
          path: join(folder, file),
        })),
    inspect: (file) => {
      const content = opened(file);
      if (content === null) return null;
      const isWhole = hexOf(crypto.sha256(content.bytes)) === content.place.hash;
      return { place: content.place, isWhole };
    },
    close: () => {
      contentKey.fill(0);
      nameKey.fill(0);
    },
  };
}

function derived(key: Uint8Array, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(), utf8Bytes(purpose), 32));
}

function writeDurably(path: string, bytes: Uint8Array): void {
  const descriptor = openSync(path, 'w', 0o600);
  try {
    writeFileSync(descriptor, bytes);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names durable. Windows has no such call and keeps names with the file. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32' || !existsSync(folder)) return;
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
