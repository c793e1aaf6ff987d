/** The secret that makes a stolen copy of the profile folder useless without this machine. */
export interface PepperStore {
  /**
   * Null when none was ever written. Throws `DeskError('keyStoreUnavailable')` when the system's
   * store cannot be asked: that is not the same as "none", and must never lead to a new one.
   */
  read(): Uint8Array | null;
  /** Replaces what was there; returns only when it is on disk. Throws `keyStoreUnavailable`. */
  write(pepper: Uint8Array): void;
}

/** All that differs between Electron and the loopback host, as far as the desk needs to know. */
export interface Host {
  readonly name: 'electron' | 'loopback';
  readonly pepper: PepperStore;
  /** True where the renderer prints by the browser's own dialog on the print route. */
  readonly printsInBrowser: boolean;
  /**
   * Calls the listener when the system locks its screen or goes to sleep; answers with the function
   * that stops it. A host that cannot know of this calls nothing.
   */
  onLockRequest(listener: () => void): () => void;
}
