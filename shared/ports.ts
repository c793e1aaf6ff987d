/**
 * What the domain needs from its host. Pure code takes these as parameters, so that the same code
 * runs on the desk, at the hub, in the verifier and under a test's fixed clock.
 */

/** Milliseconds since the Unix epoch, UTC. */
export interface Clock {
  now(): number;
}

/** Makes UUIDv7 strings (RFC 9562), strictly increasing within one process. */
export interface IdGenerator {
  uuid(): string;
}

export interface KeyPair {
  /** Raw 32-byte Ed25519 public key. */
  readonly publicKey: Uint8Array;
  /** Raw 32-byte Ed25519 private key (seed). */
  readonly privateKey: Uint8Array;
}

/** All calls are synchronous and throw only on programming errors. */
export interface Crypto {
  sha256(bytes: Uint8Array): Uint8Array;
  /**
   * Of the UTF-8 of a text, behind these bytes where there are any, as lower-case hexadecimal.
   * @throws RangeError on a lone surrogate: replacing it silently would give two texts one hash
   */
  sha256Text(text: string, before?: Uint8Array): string;
  hmacSha256(key: Uint8Array, bytes: Uint8Array): Uint8Array;
  /** The same for one key that is used again and again: to prepare it takes longer than to use it. */
  hmacSha256With(key: Uint8Array): (bytes: Uint8Array) => Uint8Array;
  randomBytes(length: number): Uint8Array;
  generateKeyPair(): KeyPair;
  /** Ed25519 over exactly these bytes; 64 bytes. */
  sign(privateKey: Uint8Array, bytes: Uint8Array): Uint8Array;
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean;
}
