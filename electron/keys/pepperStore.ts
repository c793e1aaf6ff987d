/**
 * The system's key store (Keychain, DPAPI, libsecret), as far as the keys need it: one secret of
 * this machine and user, so that a stolen profile folder cannot be tried against a password elsewhere.
 */
export interface PepperStore {
  /** The pepper, or null when none was ever written here. Throws when the key store cannot be asked. */
  read(): Uint8Array | null;
  write(bytes: Uint8Array): void;
}
