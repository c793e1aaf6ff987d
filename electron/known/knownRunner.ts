import type { Log } from '#electron/dispatcher/log.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { describeFailure } from '#ports/describeFailure.ts';

const LOOK_EVERY_MS = 1_000;
/** Longer nothing else of the desk is held up. */
const SLICE_MS = 6;

/** Reads the people of the desk in while nobody waits, from its opening on. */
export class KnownRunner {
  readonly #desk: () => OpenDesk | null;
  readonly #log: Log;
  #timer: NodeJS.Timeout | null = null;
  #isReading = false;

  constructor(options: { readonly desk: () => OpenDesk | null; readonly log: Log }) {
    this.#desk = options.desk;
    this.#log = options.log;
  }

  start(): void {
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS);
    this.#timer.unref();
  }

  stop(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    if (!this.#isReading) this.#read();
  }

  #read(): void {
    // Asked anew before each slice: the desk may have been locked meanwhile.
    const desk = this.#timer === null ? null : this.#desk();
    this.#isReading = false;
    if (desk === null) return;
    try {
      if (desk.known.catchUp(SLICE_MS) && desk.matchIndex.catchUp(SLICE_MS)) return;
    } catch (error) {
      this.#log.failure(describeFailure('known', error));
      return;
    }
    this.#isReading = true;
    setImmediate(() => this.#read());
  }
}
