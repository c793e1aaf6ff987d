import type { PepperStore } from '#electron/keys/pepperStore.ts';
import type { TrainingStarter } from './trainingProgram.ts';

/** All that differs between Electron and the loopback host, as far as the desk needs to know. */
export interface Host {
  readonly name: 'electron' | 'loopback';
  readonly pepper: PepperStore;
  /** True where the renderer prints by the browser's own dialog on the print route. */
  readonly printsInBrowser: boolean;
  /** Asks for a folder in the system's own dialog; null where the host has none, and the path is typed. */
  readonly chooseFolder: (() => Promise<string | null>) | null;
  /**
   * Calls the listener when the system locks its screen or goes to sleep; answers with the function
   * that stops it. A host that cannot know of this calls nothing.
   */
  onLockRequest(listener: () => void): () => void;
  /**
   * Brings up the headquarters of a training desk. `notCarried`: the program has none to start; `apart`:
   * the desk belongs to an office that somebody else started.
   */
  readonly training: TrainingStarter | 'notCarried' | 'apart';
}
