import { read } from "../read.ts";
import { NORMAL } from "../special/reference-distribution.ts";

/**
 * Ranks from 1; ties get the mean of their ranks. Sorted neighbours that differ by at most
 * `tolerance` are ties, so that rounding errors do not rank equal values differently.
 */
export function averageRanks(values: readonly number[], tolerance: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => read(values, a) - read(values, b));
  const ranks = new Array<number>(values.length).fill(0);
  let first = 0;
  for (let next = 1; next <= order.length; next += 1) {
    if (next < order.length && gap(values, order, next) <= tolerance) continue;
    for (const index of order.slice(first, next)) ranks[index] = (first + 1 + next) / 2;
    first = next;
  }
  return ranks;
}

/** Difference between the value at a position in the sorted order and the value before it. */
function gap(values: readonly number[], order: readonly number[], position: number): number {
  return read(values, read(order, position)) - read(values, read(order, position - 1));
}

/** Kendall's rank correlation of two columns. */
export interface KendallTest {
  /** τ_b. */
  readonly kendallTau: number;
  /** Number of concordant minus number of discordant pairs. */
  readonly s: number;
  readonly ties: boolean;
  /** Whether the p value is exact. */
  readonly exact: boolean;
  /** Two-sided. */
  readonly pValue: number;
}

/**
 * τ_b = S / √((P − P_x)(P − P_y)) with P = k(k − 1)/2 pairs, of which P_x and P_y are tied. Without
 * ties the p value comes from the distribution of S over all permutations. With ties it comes from
 * the normal approximation without continuity correction, with the variance of S corrected for ties
 * (Kendall & Gibbons 1990, ch. 4–5; R's `cor.test(method = "kendall")`, which is exact up to 49
 * values only). `null` if one of the columns has no variation.
 */
export function kendallTest(x: readonly number[], y: readonly number[]): KendallTest | null {
  const k = x.length;
  const pairs = (k * (k - 1)) / 2;
  const tiedX = tieSizes(x);
  const tiedY = tieSizes(y);
  const untied = (pairs - total(tiedX, pairsOf)) * (pairs - total(tiedY, pairsOf));
  if (untied === 0) return null;
  let s = 0;
  for (let i = 0; i < k; i += 1) {
    for (let j = 0; j < i; j += 1) {
      s += Math.sign(read(x, i) - read(x, j)) * Math.sign(read(y, i) - read(y, j));
    }
  }
  const ties = tiedX.length + tiedY.length > 0;
  return {
    kendallTau: s / Math.sqrt(untied),
    s,
    ties,
    exact: !ties,
    pValue: ties
      ? NORMAL.pValue(s / Math.sqrt(varianceOfS(k, tiedX, tiedY)))
      : exactPValue(k, (pairs - Math.abs(s)) / 2),
  };
}

/** Sizes of the groups of equal values, for groups of two or more. */
function tieSizes(values: readonly number[]): number[] {
  const counts = new Map<number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts.values()].filter((count) => count > 1);
}

/** Only for three values or more. Two values with a tie mean that one column has no variation. */
function varianceOfS(k: number, tiedX: readonly number[], tiedY: readonly number[]): number {
  const spread = (t: number) => t * (t - 1) * (2 * t + 5);
  const ordered = (t: number) => t * (t - 1);
  const triples = (t: number) => t * (t - 1) * (t - 2);
  return (
    (spread(k) - total(tiedX, spread) - total(tiedY, spread)) / 18 +
    (total(tiedX, ordered) * total(tiedY, ordered)) / (2 * ordered(k)) +
    (total(tiedX, triples) * total(tiedY, triples)) / (9 * triples(k))
  );
}

/**
 * Twice the probability that a random permutation of k has at most `inversions` inversions; that
 * number is at most half the pairs. The number of inversions is a sum of independent uniform
 * numbers, each from 0 to size − 1, for every size up to k.
 */
function exactPValue(k: number, inversions: number): number {
  let probabilities = Float64Array.of(1);
  for (let size = 2; size <= k; size += 1) {
    const next = new Float64Array(probabilities.length + size - 1);
    let window = 0;
    for (let count = 0; count < next.length; count += 1) {
      window += (probabilities[count] ?? 0) - (probabilities[count - size] ?? 0);
      next[count] = window / size;
    }
    probabilities = next;
  }
  const tail = probabilities.subarray(0, inversions + 1).reduce((sum, p) => sum + p, 0);
  return Math.min(1, 2 * tail);
}

function pairsOf(t: number): number {
  return (t * (t - 1)) / 2;
}

function total(sizes: readonly number[], term: (size: number) => number): number {
  return sizes.reduce((sum, size) => sum + term(size), 0);
}
