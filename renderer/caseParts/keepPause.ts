/** A pause this long after the last key keeps what was typed. */
const PAUSE_MS = 350;
/** Whoever types on without a pause has no more than this to lose. */
const LONGEST_MS = 2_000;

/** Calls back at a pause of the typing, and now and then where there is none. */
export class KeepPause {
  readonly #onPause: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #since: number | null = null;

  constructor(onPause: () => void) {
    this.#onPause = onPause;
  }

  /** Something was typed that is not kept yet. */
  typed(): void {
    const now = performance.now();
    this.#since ??= now;
    clearTimeout(this.#timer);
    const left = this.#since + LONGEST_MS - now;
    this.#timer = setTimeout(
      () => {
        this.#since = null;
        this.#onPause();
      },
      Math.max(0, Math.min(PAUSE_MS, left)),
    );
  }

  /** It is being kept, or is not to be. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#since = null;
  }
}
