import { differenceDistribution } from "../bayes/difference-distribution.ts";
import { linearPredictor } from "../bayes/variable.ts";
import { normalQuantile } from "../special/normal-quantile.ts";
import type { Interval } from "../types.ts";
import { rateVariable } from "./log-link.ts";
import type { FittedRatePool } from "./pool.ts";

/** Difference of two independent posteriors of a rate, a against b. */
export interface RateContrast {
  /** Posterior median and equal-tailed interval of exp(μ_a − μ_b). */
  readonly ratio: number;
  readonly ratioInterval: Interval;
  /** Posterior median and equal-tailed interval of e^μ_a − e^μ_b, per patient-year. */
  readonly difference: number;
  readonly differenceInterval: Interval;
  /** P(μ_a > μ_b). */
  readonly probabilityHigher: number;
}

export function contrastRates(
  a: FittedRatePool,
  b: FittedRatePool,
  { level = 0.95 }: { readonly level?: number } = {},
): RateContrast {
  const tail = (1 - level) / 2;
  const z = normalQuantile(1 - tail);
  const [muA, muB] = [a.posterior.mu, b.posterior.mu];

  const logRatio = { mean: a.mu.mean - b.mu.mean, sd: Math.hypot(a.mu.sd, b.mu.sd) };
  const logRatios = differenceDistribution(linearPredictor(muA), linearPredictor(muB));
  const ratioAt = (probability: number, score: number): number =>
    Math.exp(logRatios.quantile(probability, logRatio.mean + score * logRatio.sd));

  // Rates have long upper tails, so that their standard deviations would be bad starting points.
  const differences = differenceDistribution(rateVariable(muA), rateVariable(muB));
  const start = {
    middle: a.estimate - b.estimate,
    lower: a.interval[0] - b.interval[1],
    upper: a.interval[1] - b.interval[0],
  };
  return {
    ratio: ratioAt(0.5, 0),
    ratioInterval: [ratioAt(tail, -z), ratioAt(1 - tail, z)],
    difference: differences.quantile(0.5, start.middle),
    differenceInterval: [
      differences.quantile(tail, start.lower),
      differences.quantile(1 - tail, start.upper),
    ],
    probabilityHigher: 1 - logRatios.below(0),
  };
}
