import type { ScoredPairs } from './assignPartners.ts';

/** Log-odds of two records that were never brought together: they have nothing rare in common. */
const NEVER_COMPARED = -6;
/** A pair speaks for or against a cluster with no more than this. */
const LOUDEST = 12;
/** Up to this size all members of two clusters are asked; of larger ones, those that were compared. */
const ASKED_MEMBERS = 40;

/**
 * Groups records into persons: pairs are taken from the surest down, and two groups become one only when the
 * pairs between them speak for it in sum. So a chain (a is b, b is c) does not join a and c when
 * these two differ too much. @returns by record, the least record of its group.
 */
export function clusterRecords(
  pairs: ScoredPairs,
  size: number,
  compare: (a: number, b: number) => number | null,
): Uint32Array {
  const { left, right, logOdds } = pairs;
  const groups = Uint32Array.from({ length: size }, (_, record) => record);
  const members = new Map<number, number[]>();
  const order = Uint32Array.from(logOdds.keys())
    .filter((pair) => (logOdds[pair] ?? 0) > 0)
    .sort((a, b) => (logOdds[b] ?? 0) - (logOdds[a] ?? 0) || a - b);
  for (const pair of order) {
    const one = groups[left[pair] ?? 0] ?? 0;
    const other = groups[right[pair] ?? 0] ?? 0;
    if (one === other) continue;
    const ofOne = members.get(one) ?? [one];
    const ofOther = members.get(other) ?? [other];
    if (!speakForOne(ofOne, ofOther, compare)) continue;
    // The smaller group goes into the larger, so that no record moves more than a few times.
    const isOneLarger = ofOne.length >= ofOther.length;
    const [kept, gone] = isOneLarger ? [ofOne, ofOther] : [ofOther, ofOne];
    const name = isOneLarger ? one : other;
    for (const record of gone) {
      groups[record] = name;
      kept.push(record);
    }
    members.delete(isOneLarger ? other : one);
    members.set(name, kept);
  }
  return leastOfEach(groups);
}

function leastOfEach(groups: Uint32Array): Uint32Array {
  const least = new Map<number, number>();
  for (const [record, group] of groups.entries()) {
    if (!least.has(group)) least.set(group, record);
  }
  return groups.map((group) => least.get(group) ?? group);
}

function speakForOne(
  one: readonly number[],
  other: readonly number[],
  compare: (a: number, b: number) => number | null,
): boolean {
  let sum = 0;
  for (const a of one.slice(0, ASKED_MEMBERS)) {
    for (const b of other.slice(0, ASKED_MEMBERS)) {
      const logOdds = compare(a, b) ?? NEVER_COMPARED;
      sum += Math.max(-LOUDEST, Math.min(LOUDEST, logOdds));
    }
  }
  return sum > 0;
}
