import { cpus } from 'node:os';

/** One figure of a benchmark, as it is printed and written. */
export interface Figure {
  readonly name: string;
  /** The median over the rounds. */
  readonly value: number;
  readonly unit: string;
  /** `value` divided by the limit, or by the peer's: then the median of the rounds' own ratios. */
  readonly ratio: number;
  /** The limit, or the peer that was measured in turn in the same run. */
  readonly reference: string;
  readonly goal: string;
  readonly run: Run;
}

export interface Run {
  readonly rounds: number;
  readonly samplesPerRound: number;
  /** The least and the greatest of the rounds' medians, in the figure's unit. */
  readonly spread: readonly [least: number, greatest: number];
  /** The same of the rounds' ratios. */
  readonly ratioSpread: readonly [least: number, greatest: number];
  readonly at: string;
  readonly node: string;
  readonly platform: string;
  readonly processor: string;
}

export interface Comparison {
  readonly name: string;
  readonly goal: string;
  readonly rounds: number;
  readonly samplesPerRound: number;
  /** One sample; what it returns is thrown away. */
  readonly ours: () => unknown;
  /** What it is measured against: a peer's sample, or a limit in the figure's unit. */
  readonly against: Peer | Limit;
}

export interface Peer {
  readonly name: string;
  readonly sample: () => unknown;
}

export interface Limit {
  readonly limit: number;
}

/**
 * Measures both sides in turn, sample by sample and beginning now with the one, now with the other,
 * so that what else the machine does falls on both alike. In milliseconds.
 */
export function compareInTurn(comparison: Comparison): Figure {
  const { rounds, samplesPerRound, against } = comparison;
  const peer = 'sample' in against ? against : null;
  const medians: number[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let sample = 0; sample < samplesPerRound; sample += 1) {
      if (sample % 2 === 1) ours.push(timed(comparison.ours));
      if (peer) theirs.push(timed(peer.sample));
      if (sample % 2 === 0) ours.push(timed(comparison.ours));
    }
    medians.push(median(ours));
    ratios.push(median(ours) / ('limit' in against ? against.limit : median(theirs)));
  }
  return figureOf(comparison, medians, ratios);
}

export interface Rate extends Omit<Comparison, 'against'> {
  readonly unit: string;
  /** So many a second at the least. */
  readonly limit: number;
  readonly casesPerSample: number;
}

/** How many of `ours` are done in a second; the ratio is above 1 where the limit is kept. */
export function rateInTurn({ unit, limit, casesPerSample, ours, ...comparison }: Rate): Figure {
  const rates: number[] = [];
  for (let round = 0; round < comparison.rounds; round += 1) {
    const samples = Array.from({ length: comparison.samplesPerRound }, () =>
      timed(() => {
        for (let count = 0; count < casesPerSample; count += 1) ours();
      }),
    );
    rates.push((casesPerSample * 1000) / median(samples));
  }
  const ratios = rates.map((rate) => rate / limit);
  return figureOf({ ...comparison, unit, against: { limit } }, rates, ratios);
}

export interface Measured extends Omit<Comparison, 'ours'> {
  /** Of the values and of the limit; milliseconds unless said. */
  readonly unit?: string;
}

/** One figure out of the medians and ratios of its rounds. */
export function figureOf(
  { name, goal, rounds, samplesPerRound, against, unit = 'ms' }: Measured,
  medians: readonly number[],
  ratios: readonly number[],
): Figure {
  return {
    name,
    value: median(medians),
    unit,
    ratio: median(ratios),
    reference: 'limit' in against ? `the limit of ${against.limit} ${unit}` : against.name,
    goal,
    run: {
      rounds,
      samplesPerRound,
      spread: spreadOf(medians),
      ratioSpread: spreadOf(ratios),
      at: new Date().toISOString(),
      node: process.version,
      platform: `${process.platform} ${process.arch}`,
      processor: cpus()[0]?.model ?? '',
    },
  };
}

/** `name: value unit, ratio R to REFERENCE (goal G)`, with the spread in brackets behind each. */
export function lineOf(figure: Figure): string {
  const { run } = figure;
  const value = `${round(figure.value)} ${figure.unit} [${run.spread.map(round).join('-')}]`;
  const ratio = `${round(figure.ratio)} [${run.ratioSpread.map(round).join('-')}]`;
  return `${figure.name}: ${value}, ratio ${ratio} to ${figure.reference} (goal ${figure.goal})`;
}

/** Of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('no values');
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const [below = 0, above = below] = sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1);
  return (below + above) / 2;
}

function timed(sample: () => unknown): number {
  const begun = performance.now();
  sample();
  return performance.now() - begun;
}

function spreadOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

function round(value: number): string {
  return value.toFixed(2);
}
