import type { Interval } from "../interval.ts";
import { normalQuantile } from "../special/normal.ts";
import {
  makeDifferenceDistribution,
  makePredictorVariable,
  makeProportionVariable,
} from "./difference-distribution.ts";
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
  /** Posterior median, mean and equal-tailed interval of p_a − p_b. */
  readonly difference: number;
  readonly differenceMean: number;
  readonly differenceInterval: Interval;
  /** `probabilityHigher` is P(p_a > p_b). */
  readonly probabilityHigher: number;
}

/**
 * Compares two pools. `null` when either has no posterior.
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

/** Compares two posteriors that have the same link. */
function contrastPosteriors(a: Posterior, b: Posterior, level: number): BayesContrast {
  const tail = (1 - level) / 2;
  const z = normalQuantile(1 - tail);
  const moments = (of: "mu" | "proportion") => ({
    mean: a.moments[of].mean - b.moments[of].mean,
    sd: Math.hypot(a.moments[of].sd, b.moments[of].sd),
  });

  const logRatio = moments("mu");
  const logRatios = makeDifferenceDistribution(
    makePredictorVariable(a.mu),
    makePredictorVariable(b.mu),
  );
  const ratioAt = (probability: number, score: number): number =>
    Math.exp(logRatios.quantile(probability, logRatio.mean + score * logRatio.sd));

  const difference = moments("proportion");
  const differences = makeDifferenceDistribution(
    makeProportionVariable(a.mu, choosePosteriorLink(a)),
    makeProportionVariable(b.mu, choosePosteriorLink(b)),
  );
  const differenceAt = (probability: number, score: number): number =>
    differences.quantile(probability, difference.mean + score * difference.sd);

  const lower = logRatios.below(0);
  return {
    ratio: ratioAt(0.5, 0),
    ratioInterval: [ratioAt(tail, -z), ratioAt(1 - tail, z)],
    logRatioMean: logRatio.mean,
    logRatioSd: logRatio.sd,
    difference: differenceAt(0.5, 0),
    differenceMean: difference.mean,
    differenceInterval: [differenceAt(tail, -z), differenceAt(1 - tail, z)],
    probabilityHigher: choosePosteriorLink(a).increasing ? 1 - lower : lower,
  };
}
