import { type Interval, waldInterval } from "../interval.ts";
import { type Link, LOGIT, transformIntervalByLink } from "../scales.ts";
import { NORMAL, type ReferenceDistribution, studentT } from "../special/reference-distribution.ts";

/** Describes the pool of a group on the scale of the model. */
export interface GroupPool {
  readonly k: number;
  readonly mu: number;
  readonly se: number;
}

/** Holds the contrast of group a with group b. */
export interface SeparateContrast {
  readonly logOddsRatio: number;
  readonly se: number;
  /** `reference` is the distribution for the odds ratio, its P value and the difference alike. */
  readonly reference: ReferenceDistribution;
  readonly pValue: number;
  /** `oddsRatio` is the ratio of cumulative hazards if the link is that of landmarks. */
  readonly oddsRatio: Ratio;
  /** `difference` is p_a − p_b. */
  readonly difference: number;
  /** Close to no difference, this interval and that of the odds ratio can disagree: see `keepDifferenceIntervalIfRatioAgrees`. */
  readonly differenceInterval: Interval;
}

export interface SeparateOptions {
  readonly level?: number;
  readonly test?: "t" | "z";
  readonly link?: Link;
}

/**
 * Contrasts two pools that were fitted separately: se² = se_a² + se_b². It is tested against the normal
 * distribution, or against Student's t with Satterthwaite's (1946) degrees of freedom, where each group has k − 1.
 * If a group has only one study, the normal distribution is used. The limits of the difference are recovered from
 * limits of the two groups by the same distribution, so that ratio, P and difference say the same; the interval of
 * a group by its own k − 1 is wider, and would contradict them.
 */
export function contrastSeparatePools(
  a: GroupPool,
  b: GroupPool,
  { level = 0.95, test = "t", link = LOGIT }: SeparateOptions = {},
): SeparateContrast {
  const reference = test === "t" ? makeSatterthwaiteReference(a, b) : NORMAL;
  const quantile = reference.quantile(level);
  const logOddsRatio = a.mu - b.mu;
  const se = Math.hypot(a.se, b.se);
  const oddsRatio = makeRatioFromLog(logOddsRatio, se, quantile);
  const limitsOf = ({ mu, se: error }: GroupPool) => ({
    estimate: link.inverse(mu),
    interval: transformIntervalByLink(link, waldInterval(mu, error, quantile)),
  });
  const [ofA, ofB] = [limitsOf(a), limitsOf(b)];
  return {
    logOddsRatio,
    se,
    reference,
    pValue: reference.pValue(logOddsRatio / se),
    oddsRatio,
    difference: ofA.estimate - ofB.estimate,
    differenceInterval: recoverDifferenceInterval(ofA, ofB),
  };
}

function makeSatterthwaiteReference(a: GroupPool, b: GroupPool): ReferenceDistribution {
  if (a.k < 2 || b.k < 2) return NORMAL;
  const [va, vb] = [a.se * a.se, b.se * b.se];
  return studentT((va + vb) ** 2 / ((va * va) / (a.k - 1) + (vb * vb) / (b.k - 1)));
}

interface Limits {
  readonly estimate: number;
  readonly interval: Interval;
}

/**
 * Returns the limits of the difference of two estimates from the limits of each, by the method of variance
 * estimates recovery: d − √[(a − l_a)² + (u_b − b)² − 2r(a − l_a)(u_b − b)] and d + √[(u_a − a)² + (b − l_b)² −
 * 2r(u_a − a)(b − l_b)] (Newcombe 1998, method 10; Zou & Donner 2008; with a correlation Zou 2008).
 *
 * @param correlation r of the two estimates, −1 to 1; 0 if they are independent.
 */
export function recoverDifferenceInterval(a: Limits, b: Limits, correlation = 0): Interval {
  const difference = a.estimate - b.estimate;
  const distance = (a: number, b: number): number =>
    Math.sqrt(Math.max(0, a * a + b * b - 2 * correlation * a * b));
  return [
    difference - distance(a.estimate - a.interval[0], b.interval[1] - b.estimate),
    difference + distance(a.interval[1] - a.estimate, b.estimate - b.interval[0]),
  ];
}

export interface Ratio {
  readonly estimate: number;
  /** `interval` is `null` if a limit exceeds the largest number. */
  readonly interval: Interval | null;
}

/** Returns a ratio from its logarithm. Its limits are logRatio ∓ quantile · se, transformed back. */
export function makeRatioFromLog(logRatio: number, se: number, quantile: number): Ratio {
  const [lower, upper] = waldInterval(logRatio, se, quantile);
  const limits: Interval = [Math.exp(lower), Math.exp(upper)];
  return {
    estimate: Math.exp(logRatio),
    interval: Number.isFinite(limits[1]) ? limits : null,
  };
}

/**
 * Returns the interval of a difference if it and the interval of the ratio agree: the one holds 0 where the other
 * holds 1. The two scales bend differently, so close to "no difference" limits by the same quantile can disagree;
 * then the ratio, on whose scale the distribution was assumed, decides, and the difference has no interval.
 */
export function keepDifferenceIntervalIfRatioAgrees(
  ofDifference: Interval,
  { interval }: Ratio,
): Interval | null {
  return isWithinInterval(ofDifference, 0) === (interval === null || isWithinInterval(interval, 1))
    ? ofDifference
    : null;
}

function isWithinInterval([lower, upper]: Interval, value: number): boolean {
  return lower <= value && value <= upper;
}
