import {
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hash,
  type KeyObject,
  randomBytes,
  sign,
  verify,
} from 'node:crypto';
import type { Crypto } from '#shared/ports.ts';

/** Node reads raw Ed25519 keys only inside their DER envelopes (RFC 8410): these bytes stand before the key. */
const PRIVATE_KEY_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_KEY_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const KEY_LENGTH = 32;
const SIGNATURE_LENGTH = 64;

const MOST_BYTES_A_CHARACTER = 3;
/** Bytes and a text are joined here, to be hashed by one call: a hash of two parts takes three times as long. */
const room = Buffer.allocUnsafe(64 * 1024);

export const nodeCrypto: Crypto = {
  sha256: (bytes) => plain(hash('sha256', bytes, 'buffer')),
  sha256Text: (text, before) => {
    if (!text.isWellFormed()) throw new RangeError('lone surrogate');
    if (before === undefined) return hash('sha256', text);
    const most = before.length + text.length * MOST_BYTES_A_CHARACTER;
    if (most > room.length) return createHash('sha256').update(before).update(text).digest('hex');
    room.set(before);
    return hash('sha256', room.subarray(0, before.length + room.write(text, before.length)));
  },
  hmacSha256: (key, bytes) => plain(createHmac('sha256', key).update(bytes).digest()),
  hmacSha256With: (key) => {
    const prepared = createSecretKey(key);
    return (bytes) => plain(createHmac('sha256', prepared).update(bytes).digest());
  },
  randomBytes: (length) => plain(randomBytes(length)),
  generateKeyPair: () => {
    const privateKey = plain(randomBytes(KEY_LENGTH));
    const der = createPublicKey(privateKeyObject(privateKey)).export({
      format: 'der',
      type: 'spki',
    });
    return { privateKey, publicKey: plain(der.subarray(PUBLIC_KEY_PREFIX.length)) };
  },
  sign: (privateKey, bytes) => plain(sign(null, bytes, privateKeyObject(privateKey))),
  verify: (publicKey, bytes, signature) =>
    publicKey.length === KEY_LENGTH &&
    signature.length === SIGNATURE_LENGTH &&
    verify(null, bytes, publicKeyObject(publicKey), signature),
};

function privateKeyObject(raw: Uint8Array): KeyObject {
  if (raw.length !== KEY_LENGTH) throw new RangeError('an Ed25519 private key has 32 bytes');
  return createPrivateKey({
    key: Buffer.concat([PRIVATE_KEY_PREFIX, raw]),
    format: 'der',
    type: 'pkcs8',
  });
}

/** Reading a key costs as much as verifying with it, and the same few laptops come again and again. */
const publicKeys = new Map<string, KeyObject>();
const MOST_KEYS = 1_000;

function publicKeyObject(raw: Uint8Array): KeyObject {
  const name = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  const known = publicKeys.get(name);
  if (known !== undefined) return known;
  if (publicKeys.size >= MOST_KEYS) publicKeys.clear();
  const key = createPublicKey({
    key: Buffer.concat([PUBLIC_KEY_PREFIX, raw]),
    format: 'der',
    type: 'spki',
  });
  publicKeys.set(name, key);
  return key;
}

/** A copy of its own: a Buffer may be a window on a shared pool and prints itself otherwise. */
function plain(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}
