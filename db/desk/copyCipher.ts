import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';
import type { Crypto } from '#shared/ports.ts';
import { concatBytes, equalBytes, utf8Bytes } from '#shared/protocol/bytes.ts';

/**
 * Closes the files of copies with a key of their own, made from the database's (HKDF, RFC 5869), each
 * bound to its name: one that was put in another's place does not open.
 */
export interface CopyCipher {
  seal(name: string, plain: Uint8Array): Uint8Array;
  /** Null for what was not sealed with this key under this name, or not as it now is. */
  open(name: string, sealed: Uint8Array): Uint8Array | null;
  close(): void;
}

const MAGIC = utf8Bytes('RFDCOPY1');
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const HEAD = MAGIC.length + NONCE_LENGTH;

/** @param databaseKey 32 bytes; not kept */
export function createCopyCipher(databaseKey: Uint8Array, crypto: Crypto): CopyCipher {
  const key = new Uint8Array(
    hkdfSync('sha256', databaseKey, new Uint8Array(), utf8Bytes('rifada.copies.1'), 32),
  );
  return {
    seal: (name, plain) => {
      const nonce = crypto.randomBytes(NONCE_LENGTH);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(boundTo(name));
      const body = [cipher.update(plain), cipher.final()];
      return concatBytes(MAGIC, nonce, ...body, cipher.getAuthTag());
    },
    open: (name, sealed) => {
      if (sealed.length < HEAD + TAG_LENGTH) return null;
      if (!equalBytes(sealed.subarray(0, MAGIC.length), MAGIC)) return null;
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(MAGIC.length, HEAD), {
        authTagLength: TAG_LENGTH,
      });
      decipher.setAAD(boundTo(name));
      decipher.setAuthTag(sealed.subarray(-TAG_LENGTH));
      try {
        return concatBytes(decipher.update(sealed.subarray(HEAD, -TAG_LENGTH)), decipher.final());
      } catch {
        return null;
      }
    },
    close: () => key.fill(0),
  };
}

function boundTo(name: string): Uint8Array {
  return concatBytes(MAGIC, utf8Bytes(name));
}
