import { createCipheriv, createDecipheriv } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { z } from 'zod';
import { Base64Url } from '#shared/domain/identity.ts';
import type { Crypto } from '#shared/ports.ts';
import { base64UrlOf, bytesOfBase64Url, utf8Bytes } from '#shared/protocol/bytes.ts';
import { canonicalBytes } from '#shared/protocol/chain.ts';

/**
 * How a secret that a person keeps in the head or on paper becomes a key: Argon2id. The bounds keep
 * a changed file from asking for all memory of the machine, or for next to none.
 */
export const Argon2Settings = z.strictObject({
  name: z.literal('argon2id'),
  memoryKiB: z.int().min(65_536).max(1_048_576),
  passes: z.int().min(3).max(20),
  lanes: z.int().min(1).max(16),
  salt: Base64Url.length(22),
});
export type Argon2Settings = z.infer<typeof Argon2Settings>;

/** AES-256-GCM: ciphertext with its 16-byte tag behind it. */
export const Sealed = z.strictObject({
  nonce: Base64Url.length(16),
  bytes: Base64Url.min(64).max(200),
});
export type Sealed = z.infer<typeof Sealed>;

const SALT_LENGTH = 16;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;

export function newArgon2Settings(crypto: Crypto): Argon2Settings {
  const salt = base64UrlOf(crypto.randomBytes(SALT_LENGTH));
  return { name: 'argon2id', memoryKiB: 65_536, passes: 3, lanes: 4, salt };
}

/**
 * 32 bytes from a secret; about a tenth of a second, off the main thread.
 * @param pepper mixed in when the secret is a person's password; a recovery code goes without,
 * since it must open the desk on another machine
 */
export async function deriveKey(
  crypto: Crypto,
  settings: Argon2Settings,
  secret: Uint8Array,
  pepper: Uint8Array | null,
): Promise<Uint8Array> {
  const slow = await hashRaw(secret, {
    // Argon2id is the package's default algorithm.
    memoryCost: settings.memoryKiB,
    timeCost: settings.passes,
    parallelism: settings.lanes,
    outputLen: 32,
    salt: bytesOfBase64Url(settings.salt),
  });
  const inner = crypto.hmacSha256(slow, utf8Bytes('rifada.slot.1'));
  return pepper === null ? inner : crypto.hmacSha256(pepper, inner);
}

/** @param bound what the slot says of itself; another slot's content then does not open in it */
export function seal(crypto: Crypto, key: Uint8Array, plain: Uint8Array, bound: unknown): Sealed {
  const nonce = crypto.randomBytes(NONCE_LENGTH);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(canonicalBytes(bound));
  const bytes = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return { nonce: base64UrlOf(nonce), bytes: base64UrlOf(bytes) };
}

/** The plain bytes, or null when the key is not the one that sealed them. */
export function unseal(key: Uint8Array, sealed: Sealed, bound: unknown): Uint8Array | null {
  const bytes = bytesOfBase64Url(sealed.bytes);
  const split = bytes.length - TAG_LENGTH;
  const cipher = createDecipheriv('aes-256-gcm', key, bytesOfBase64Url(sealed.nonce), {
    authTagLength: TAG_LENGTH,
  })
    .setAAD(canonicalBytes(bound))
    .setAuthTag(bytes.subarray(split));
  try {
    return Uint8Array.from(
      Buffer.concat([cipher.update(bytes.subarray(0, split)), cipher.final()]),
    );
  } catch {
    return null;
  }
}
