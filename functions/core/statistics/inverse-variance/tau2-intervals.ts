import { chiSquaredQuantile } from "../special/chi-squared-quantile.ts";
import type { Interval } from "../types.ts";
import { tau2AtGeneralisedQ } from "./generalised-q.ts";
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
