import type { Interval } from "../interval.ts";
import type { Link } from "../scales.ts";
import {
  findIncreasingRoot,
  makeZeros,
  readElement,
  sumNumbers,
  type ValueAndSlope,
} from "../special/arithmetic.ts";
import { normalQuantile } from "../special/normal.ts";
import { axisValue, type Density, sumWeightedCdfAndDensity } from "./density.ts";
import type { BayesPool } from "./pool.ts";
import { choosePosteriorLink, type Posterior } from "./posterior.ts";

/** Describes the difference of two independent posteriors, a against b. */
export interface BayesContrast {
  /**
   * `ratio` is the posterior median of exp(μ_a − μ_b): an odds ratio, or for landmarks a ratio of cumulative
   * hazards.
   */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  readonly logRatioMean: number;
  readonly logRatioSd: number;
  /** `difference` is the posterior median of p_a − p_b; its mean and equal-tailed interval follow. */
  readonly difference: number;
  readonly differenceMean: number;
  readonly differenceInterval: Interval;
  /** `probabilityHigher` is P(p_a > p_b). */
  readonly probabilityHigher: number;
}

/**
 * Returns the contrast of two pools; `null` if either has no posterior.
 *
 * @throws RangeError when one pool is of proportions and the other of landmarks.
 */
export function contrastPools(
  a: BayesPool,
  b: BayesPool,
  { level = 0.95 }: { level?: number } = {},
): BayesContrast | null {
  if (a.posterior === null || b.posterior === null) return null;
  if (a.posterior.link !== b.posterior.link) {
    throw new RangeError("a pool of proportions cannot be contrasted with a pool of landmarks");
  }
  return contrastPosteriors(a.posterior, b.posterior, level);
}

/**
 * Returns the contrast of two posteriors that have the same link, with equal-tailed intervals at `level`. The ratio and
 * the probability are computed when they are first read, because most sensitivity analyses need the difference alone.
 */
function contrastPosteriors(a: Posterior, b: Posterior, level: number): BayesContrast {
  const tail = (1 - level) / 2;
  const [differences, difference] = makeScaleDifference(a, b, "proportion");
  let ratioFields: RatioFields | undefined;
  const readRatio = (): RatioFields => {
    ratioFields ??= computeRatioFields(a, b, tail);
    return ratioFields;
  };
  return {
    difference: differences.quantile(0.5, difference.mean),
    differenceMean: difference.mean,
    differenceInterval: computeTailInterval(differences, tail, difference),
    get ratio() {
      return readRatio().ratio;
    },
    get ratioInterval() {
      return readRatio().ratioInterval;
    },
    get logRatioMean() {
      return readRatio().logRatioMean;
    },
    get logRatioSd() {
      return readRatio().logRatioSd;
    },
    get probabilityHigher() {
      return readRatio().probabilityHigher;
    },
  };
}

type RatioFields = Omit<BayesContrast, "difference" | "differenceMean" | "differenceInterval">;

function computeRatioFields(a: Posterior, b: Posterior, tail: number): RatioFields {
  const [logRatios, { mean, sd }] = makeScaleDifference(a, b, "mu");
  const [lower, upper] = computeTailInterval(logRatios, tail, { mean, sd });
  const below = logRatios.below(0);
  return {
    ratio: Math.exp(logRatios.quantile(0.5, mean)),
    ratioInterval: [Math.exp(lower), Math.exp(upper)],
    logRatioMean: mean,
    logRatioSd: sd,
    probabilityHigher: choosePosteriorLink(a).increasing ? 1 - below : below,
  };
}

/** Returns the distribution of the difference on one scale, with its mean and standard deviation. */
function makeScaleDifference(
  a: Posterior,
  b: Posterior,
  scale: keyof Posterior["moments"],
): [DifferenceDistribution, { mean: number; sd: number }] {
  const makeVariable = (of: Posterior) =>
    scale === "mu"
      ? makePredictorVariable(of.mu)
      : makeProportionVariable(of.mu, choosePosteriorLink(of));
  const moments = {
    mean: a.moments[scale].mean - b.moments[scale].mean,
    sd: Math.hypot(a.moments[scale].sd, b.moments[scale].sd),
  };
  return [makeDifferenceDistribution(makeVariable(a), makeVariable(b)), moments];
}

function computeTailInterval(
  { quantile }: DifferenceDistribution,
  tail: number,
  { mean, sd }: { mean: number; sd: number },
): Interval {
  const z = normalQuantile(1 - tail);
  return [quantile(tail, mean - z * sd), quantile(1 - tail, mean + z * sd)];
}

/** Describes the distribution of X − Y for independent X and Y. */
interface DifferenceDistribution {
  /** Returns P(X − Y ≤ d). */
  readonly below: (d: number) => number;
  /** Returns the d with P(X − Y ≤ d) = `probability`; the search begins at `start`. */
  readonly quantile: (probability: number, start: number) => number;
}

/** Computes P(X − Y ≤ d) and its slope by one quadrature rule. */
type Rule = (d: number) => ValueAndSlope;

/**
 * Lists the distances between the points used, in points of the table: 8 uses the original grid, smaller ones serve
 * sharp distributions.
 */
const STRIDES = [16, 8, 4, 2, 1];
const TOLERANCE = 1e-6;
/** Two results of one kind may differ by `AGREEMENT`, those of both kinds by `CONFIRMATION`. */
const AGREEMENT = 2e-7;
const CONFIRMATION = 4e-6;
const UNTRIED = { value: Number.NaN, change: Number.NaN };
const NEGLIGIBLE = 1e-11;

/**
 * Returns the distribution of X − Y. P(X − Y ≤ d) is the distribution function of one variable averaged over the
 * other, by the trapezoidal rule. The average of either over the other may fail if the averaged function rises
 * between two points. So both are tried in turn, with ever finer spacing, until results agree: two of one kind within
 * 2e-7, those of both kinds within 4e-6, which is the accuracy of a result.
 */
export function makeDifferenceDistribution(x: Variable, y: Variable): DifferenceDistribution {
  const rules = STRIDES.flatMap((stride): Rule[] => {
    const overX = makeDifferenceCdfRule(x, y, stride);
    return [
      makeDifferenceCdfRule(y, x, stride),
      (d) => {
        const { value, slope } = overX(-d);
        return { value: 1 - value, slope };
      },
    ];
  });
  return {
    below: (d) => findAgreedOrSteadiestValue(rules, (rule) => rule(d).value),
    quantile: (probability, start) => {
      let answer = start;
      return findAgreedOrSteadiestValue(rules, (rule) => {
        const excess = (d: number): ValueAndSlope => {
          const { value, slope } = rule(d);
          return { value: value - probability, slope };
        };
        answer = findIncreasingRoot(excess, answer, TOLERANCE);
        return answer;
      });
    },
  };
}

/**
 * Returns the first result that agrees with the previous one of its kind (two rules earlier) and, because coarse
 * results may be wrong alike, with either a steady result of the other kind or one more of its own. If there is none,
 * it returns the steadier of the two finest results.
 */
function findAgreedOrSteadiestValue(
  rules: readonly Rule[],
  attempt: (rule: Rule) => number,
): number {
  let [previous, last] = [UNTRIED, UNTRIED];
  for (const rule of rules) {
    const value = attempt(rule);
    const change = Math.abs(value - previous.value);
    const confirmed =
      previous.change <= AGREEMENT ||
      (last.change <= CONFIRMATION && Math.abs(value - last.value) <= CONFIRMATION);
    if (change <= AGREEMENT && confirmed) return value;
    [previous, last] = [last, { value, change }];
  }
  return (previous.change < last.change ? previous : last).value;
}

/**
 * Returns the rule E P(inner ≤ outer + d), averaged over every `stride`-th point of the table of `outer`. Strides
 * share no points with each other, except the last one, which uses all. So an error caused by a rise between
 * points does not occur twice.
 */
function makeDifferenceCdfRule(outer: Variable, inner: Variable, stride: number): Rule {
  let nodes: Nodes | undefined;
  return (d) => {
    nodes ??= listAveragingNodes(outer, stride);
    return inner.averageCdf(nodes, d);
  };
}

/** Lists values of a random variable with their weights in an average. */
interface Nodes {
  readonly values: Float64Array;
  readonly weights: Float64Array;
}

function listAveragingNodes({ mu, value }: Variable, stride: number): Nodes {
  const values = makeZeros(Math.ceil(mu.densities.length / stride));
  const weights = makeZeros(Math.ceil(mu.densities.length / stride));
  let count = 0;
  for (let i = stride >> 1; i < mu.densities.length; i += stride) {
    const weight = stride * readElement(mu.densities, i);
    if (!(weight > NEGLIGIBLE)) continue;
    values[count] = value(axisValue(mu.axis, mu.first + i));
    weights[count] = weight;
    count += 1;
  }
  return { values: values.subarray(0, count), weights: weights.subarray(0, count) };
}

/** Describes a random variable that is a monotone function of μ: μ itself, or the proportion at μ. */
interface Variable {
  readonly mu: Density;
  readonly value: (mu: number) => number;
  /** Returns the average of the distribution function at value + d over the nodes, and its slope by d. */
  readonly averageCdf: (nodes: Nodes, d: number) => ValueAndSlope;
}

/** Returns μ itself as a random variable. */
function makePredictorVariable(mu: Density): Variable {
  return {
    mu,
    value: (value) => value,
    averageCdf: ({ values, weights }, d) => {
      const mus = makeZeros(values.length);
      for (let i = 0; i < mus.length; i += 1) mus[i] = readElement(values, i) + d;
      return sumWeightedCdfAndDensity(mu, mus, weights, weights);
    },
  };
}

/** Returns the proportion at μ as a random variable. Its distribution lies between 0 and 1. */
export function makeProportionVariable(mu: Density, link: Link): Variable {
  return {
    mu,
    value: link.inverse,
    averageCdf: ({ values, weights }, d) => {
      const mus = makeZeros(values.length);
      // At a proportion of 0 or 1, μ is infinite, and the weight, which is infinite or undefined, is not read.
      const slopeWeights = makeZeros(values.length);
      for (let i = 0; i < mus.length; i += 1) {
        const proportion = Math.min(1, Math.max(0, readElement(values, i) + d));
        mus[i] = link.forward(proportion);
        slopeWeights[i] = readElement(weights, i) / link.slope(proportion);
      }
      const { value, slope } = sumWeightedCdfAndDensity(mu, mus, weights, slopeWeights);
      return { value: link.increasing ? value : sumNumbers(weights) - value, slope };
    },
  };
}
