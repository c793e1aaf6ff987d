/** Two records with the natural logarithm of the odds that they are the same person. */
export interface ScoredPairs {
  readonly left: Uint32Array;
  readonly right: Uint32Array;
  readonly logOdds: Float64Array;
}

/** Odds beyond this are as good as certain, and larger numbers would overflow. */
const GREATEST_LOG_ODDS = 60;
const ROUNDS = 25;
/** Two partners are both taken for sure above these log-odds. */
const SURE = 4;
/** So great a part of the linked records may have two sure partners before both are believed. */
const SHARE_OF_DOUBLES = 0.04;

/** Whether each person stands once in each file, as far as the pairs tell. */
export interface Uniqueness {
  readonly oneToOne: boolean;
  /** Records with two sure partners who are one person as well: copies within a file. */
  readonly doubles: ReadonlySet<number>;
}

/**
 * Looks for records that have two sure partners who are one person by `compare` as well; hardly any has
 * where each person stands once in each file. Two sure partners who are not, brothers perhaps, have to
 * compete.
 */
export function uniquenessOf(
  { left, right, logOdds }: ScoredPairs,
  size: number,
  compare: (a: number, b: number) => number,
): Uniqueness {
  const best = new Int32Array(size).fill(-1);
  const doubles = new Set<number>();
  for (let pair = 0; pair < logOdds.length; pair += 1) {
    if ((logOdds[pair] ?? 0) < SURE) continue;
    const [a, b] = [left[pair] ?? 0, right[pair] ?? 0];
    for (const [record, partner] of [
      [a, b],
      [b, a],
    ] as const) {
      const before = best[record] ?? -1;
      if (before < 0) best[record] = partner;
      else if (!doubles.has(record) && compare(before, partner) > 0) doubles.add(record);
    }
  }
  const linked = best.reduce((sum, partner) => sum + (partner >= 0 ? 1 : 0), 0);
  return { oneToOne: doubles.size <= linked * SHARE_OF_DOUBLES, doubles };
}

/**
 * The probabilities of pairs where a record has one partner at most: partners compete, and one who has a
 * better partner elsewhere competes less (belief propagation for matchings, exact where no cycle of
 * doubtful pairs exists). Pairs of `doubles` take no part and keep their own probability.
 * @returns probabilities in the order of the pairs.
 */
export function assignPartners(
  pairs: ScoredPairs,
  size: number,
  doubles: ReadonlySet<number>,
): Float64Array {
  const { left, right, logOdds } = pairs;
  const count = logOdds.length;
  const odds = Float64Array.from(logOdds, (log) => Math.exp(Math.min(log, GREATEST_LOG_ODDS)));
  const competes = Uint8Array.from(logOdds, (_, pair) =>
    doubles.has(left[pair] ?? 0) || doubles.has(right[pair] ?? 0) ? 0 : 1,
  );
  // How free each end of a pair is of its other partners.
  const leftFree = new Float64Array(count).fill(1);
  const rightFree = new Float64Array(count).fill(1);
  const sums = new Float64Array(size);
  for (let round = 0; round < ROUNDS; round += 1) {
    sums.fill(0);
    for (let pair = 0; pair < count; pair += 1) {
      if (competes[pair] === 0) continue;
      const a = left[pair] ?? 0;
      const b = right[pair] ?? 0;
      sums[a] = (sums[a] ?? 0) + (odds[pair] ?? 0) * (rightFree[pair] ?? 0);
      sums[b] = (sums[b] ?? 0) + (odds[pair] ?? 0) * (leftFree[pair] ?? 0);
    }
    for (let pair = 0; pair < count; pair += 1) {
      if (competes[pair] === 0) continue;
      const own = odds[pair] ?? 0;
      const ofLeft = (sums[left[pair] ?? 0] ?? 0) - own * (rightFree[pair] ?? 0);
      const ofRight = (sums[right[pair] ?? 0] ?? 0) - own * (leftFree[pair] ?? 0);
      const nextLeft = 1 / (1 + Math.max(0, ofLeft));
      const nextRight = 1 / (1 + Math.max(0, ofRight));
      leftFree[pair] = Math.sqrt((leftFree[pair] ?? 1) * nextLeft);
      rightFree[pair] = Math.sqrt((rightFree[pair] ?? 1) * nextRight);
    }
  }
  return odds.map((own, pair) => {
    const free = own * (leftFree[pair] ?? 1) * (rightFree[pair] ?? 1);
    return free / (1 + free);
  });
}
