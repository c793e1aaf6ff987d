import { ExpressionFault } from './types.ts';

const LONGEST_PATTERN = 200;
/** More ways than this to read one text, and a hostile answer could hold the desk for seconds. */
const MOST_WAYS = 20_000_000;
/** What an unbounded quantifier is worth: it can stop after any character of the longest answer. */
const UNBOUNDED = 4001;

/**
 * Compiles a pattern for `regex()`, anchored at both ends as in ODK's `regex`. A backtracking
 * engine tries at most as many ways as the pattern has choices, so the product of the choices is
 * bounded before the pattern is ever run; lookaround and back references are refused.
 * @throws ExpressionFault unsafePattern
 */
export function safePattern(source: string, position: number): RegExp {
  if (source.length > LONGEST_PATTERN) throw new ExpressionFault('unsafePattern', source, position);
  const reader = new PatternReader(source);
  const ways = reader.alternatives();
  if (!reader.atEnd() || !(ways <= MOST_WAYS)) {
    throw new ExpressionFault('unsafePattern', source, position);
  }
  try {
    return new RegExp(`^(?:${source})$`, 'u');
  } catch {
    throw new ExpressionFault('unsafePattern', source, position);
  }
}

/** Counts the ways in which a pattern can read a text. NaN or Infinity: not of the allowed subset. */
class PatternReader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  atEnd(): boolean {
    return this.#at === this.#source.length;
  }

  alternatives(): number {
    let ways = this.#sequence();
    while (this.#source[this.#at] === '|') {
      this.#at += 1;
      ways += this.#sequence();
    }
    return ways;
  }

  #sequence(): number {
    let ways = 1;
    for (;;) {
      const character = this.#source[this.#at];
      if (character === undefined || character === '|' || character === ')') return ways;
      ways *= this.#quantified();
      if (!Number.isFinite(ways)) return Number.NaN;
    }
  }

  #quantified(): number {
    const atom = this.#atom();
    const quantifier = /^(?:[?*+]|\{(\d{1,4})(,(\d{0,4}))?\})\??/.exec(
      this.#source.slice(this.#at),
    );
    if (!quantifier) return atom;
    this.#at += quantifier[0].length;
    const least = Number(quantifier[1] ?? 0);
    if (quantifier[0].startsWith('?')) return atom + 1;
    if (quantifier[0].startsWith('{') && quantifier[2] === undefined) return atom ** least;
    const bounded = quantifier[3] !== undefined && quantifier[3] !== '';
    const most = bounded ? Number(quantifier[3]) : UNBOUNDED;
    if (atom === 1) return Math.max(1, most - least + 1);
    // A group that can itself be read in several ways multiplies them with every repetition.
    if (!bounded) return Number.POSITIVE_INFINITY;
    let ways = 0;
    for (let times = least; times <= most; times += 1) ways += atom ** times;
    return ways;
  }

  #atom(): number {
    const rest = this.#source.slice(this.#at);
    const single =
      /^(?:\[\^?(?:\\.|[^\]\\])+\]|\\[pP]\{[A-Za-z_=]+\}|\\[^1-9k]|[^\\()[\]{}?*+|])/u.exec(rest);
    if (single) {
      this.#at += single[0].length;
      return 1;
    }
    if (!rest.startsWith('(')) return Number.NaN;
    this.#at += 1;
    if (this.#source.startsWith('?', this.#at)) {
      if (!this.#source.startsWith('?:', this.#at)) return Number.NaN;
      this.#at += 2;
    }
    const ways = this.alternatives();
    if (this.#source[this.#at] !== ')') return Number.NaN;
    this.#at += 1;
    return ways;
  }
}
