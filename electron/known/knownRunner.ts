import type { CallsUnderWay } from '#electron/dispatcher/callsUnderWay.ts';
import type { Log } from '#electron/dispatcher/log.ts';
import type { OpenDesk } from '#electron/services/openDesk.ts';
import { describeFailure } from '#ports/describeFailure.ts';

const LOOK_EVERY_MS = 1_000;
/** Longer nothing else of the desk is held up. */
const SLICE_MS = 6;
/** Between two slices, so that an old laptop's processor is the screen's as much as the desk's. */
const REST_MS = 6;
/** A screen asks several things in a row: only after so long without a call nobody is waiting. */
const QUIET_MS = 250;

export interface KnownRunnerParts {
  readonly desk: () => OpenDesk | null;
  readonly calls: CallsUnderWay;
  readonly log: Log;
}

/** Reads the people of the desk in while nobody waits for an answer, from its opening on. */
export class KnownRunner {
  readonly #parts: KnownRunnerParts;
  #timer: NodeJS.Timeout | null = null;
  #isReading = false;

  constructor(parts: KnownRunnerParts) {
    this.#parts = parts;
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
    this.#isReading = false;
    const { calls, log } = this.#parts;
    // Asked anew before each slice: the desk may have been locked meanwhile.
    const desk = this.#timer === null ? null : this.#parts.desk();
    if (desk === null) return;
    const quiet = calls.quietFor();
    if (quiet < QUIET_MS) {
      this.#readAfter(QUIET_MS - quiet);
      return;
    }
    try {
      if (desk.known.catchUp(SLICE_MS) && desk.matchIndex.catchUp(SLICE_MS)) return;
    } catch (error) {
      log.failure(describeFailure('known', error));
      return;
    }
    this.#readAfter(REST_MS);
  }

  #readAfter(milliseconds: number): void {
    this.#isReading = true;
    setTimeout(() => this.#read(), milliseconds).unref();
  }
}
