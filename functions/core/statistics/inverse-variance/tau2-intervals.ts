import { chiSquaredQuantile } from "../special/chi-squared-quantile.ts";
import type { Interval } from "../types.ts";
import { tau2AtGeneralisedQ } from "./generalised-q.ts";
import { type Likelihood, logLikelihood } from "./log-likelihood.ts";
import { likelihoodTau2 } from "./tau2/likelihood.ts";
import type { MixedModelData } from "./weighted-least-squares.ts";

/**
 * Q-profile interval of τ² (Viechtbauer 2007): the values at which the generalised Q equals the
 * quantiles of χ²(k − p). A limit is 0 if Q is below its quantile at τ² = 0 already. `null` if
 * there are no more studies than coefficients.
 */
export function qProfileInterval(data: MixedModelData, level: number): Interval | null {
  const df = data.design.k - data.design.p;
  if (df < 1) return null;
  const tail = (1 - level) / 2;
  return [
    tau2AtGeneralisedQ(data, chiSquaredQuantile(1 - tail, df)),
    tau2AtGeneralisedQ(data, chiSquaredQuantile(tail, df)),
  ];
}

/**
 * Likelihood-ratio interval of τ²: the values at which twice the drop of the profile (restricted)
 * log-likelihood equals the quantile of χ²(1). The lower limit is 0 if the quantile is not reached
 * above 0 (Hardy & Thompson 1996). `null` if there are no more studies than coefficients.
 */
export function profileLikelihoodInterval(
  data: MixedModelData,
  likelihood: Likelihood,
  level: number,
): Interval | null {
  if (data.design.k <= data.design.p) return null;
  const estimate = likelihoodTau2(data, likelihood);
  const lowest = logLikelihood(data, estimate, likelihood) - chiSquaredQuantile(level, 1) / 2;
  const excess = (tau2: number) => logLikelihood(data, tau2, likelihood) - lowest;
  const typical = data.vi.reduce((sum, v) => sum + v, 0) / data.vi.length;
  let high = 2 * estimate + typical;
  while (excess(high) > 0) high *= 2;
  return [
    excess(0) >= 0 ? 0 : bisect(excess, 0, estimate),
    bisect((tau2) => -excess(tau2), estimate, high),
  ];
}

/** Root of a function that is negative at `low` and positive at `high`. */
function bisect(at: (x: number) => number, low: number, high: number): number {
  let [below, above] = [low, high];
  while (above - below > 1e-13 * above) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (at(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
