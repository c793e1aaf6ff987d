/** What takes longer than this is too much for this network; less than a third, and it may grow. */
const LONG_MS = 6_000;

/** How much is sent at once: as much as this network carries without a long wait, learnt from what was sent before. */
export class NetworkPace {
  readonly #least: number;
  readonly #most: number;
  #atOnce: number;

  /** Both in whatever is counted: events, bytes. It begins with the most. */
  constructor({ least, most }: { readonly least: number; readonly most: number }) {
    this.#least = least;
    this.#most = most;
    this.#atOnce = most;
  }

  get atOnce(): number {
    return this.#atOnce;
  }

  /** What was sent last was answered after so long. */
  answered(tookMs: number): void {
    if (tookMs > LONG_MS) this.lost();
    else if (tookMs < LONG_MS / 3) this.#atOnce = Math.min(this.#most, this.#atOnce * 2);
  }

  /** Nothing came back for what was sent last. */
  lost(): void {
    const half = Math.floor(this.#atOnce / 2);
    this.#atOnce = Math.min(this.#atOnce, Math.max(this.#least, half));
  }

  /** So much was refused as too large, whatever the network carries: half of it, and even less than the least. */
  refused(sent: number): void {
    this.#atOnce = Math.max(1, Math.floor(Math.min(this.#atOnce, sent) / 2));
  }
}
