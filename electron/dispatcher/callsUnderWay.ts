/** Calls that somebody waits for, so that work which nobody waits for can step back. */
export class CallsUnderWay {
  readonly #now: () => number;
  #underWay = 0;
  #lastEnded = Number.NEGATIVE_INFINITY;

  /** @param now milliseconds of a clock that is never set back */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  async during<Result>(call: () => Promise<Result>): Promise<Result> {
    this.#underWay += 1;
    try {
      return await call();
    } finally {
      this.#underWay -= 1;
      this.#lastEnded = this.#now();
    }
  }

  /** For how many milliseconds nobody has waited; 0 while somebody does, infinite before the first call. */
  quietFor(): number {
    return this.#underWay > 0 ? 0 : this.#now() - this.#lastEnded;
  }
}
