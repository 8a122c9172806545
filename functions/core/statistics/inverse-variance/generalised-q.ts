import { read } from "../read.ts";
import { chiSquaredQuantile } from "../special/chi-squared-quantile.ts";
import { increasingRoot } from "../special/increasing-root.ts";
import type { Interval } from "../types.ts";
import { type MixedModelData, weightedLeastSquares } from "./weighted-least-squares.ts";

/**
 * The τ² at which the generalised Q statistic, Σ (yᵢ − xᵢβ)² / (vᵢ + τ²), has dropped to `target`;
 * 0 if Q is not above it at τ² = 0 (DerSimonian & Kacker 2007; Viechtbauer 2007). Q falls like
 * 1/τ², so Newton's method is applied to 1/Q, which is nearly linear.
 */
function tau2AtGeneralisedQ(data: MixedModelData, target: number): number {
  const at = (tau2: number) => {
    const { weights, residuals, rss } = weightedLeastSquares(data, tau2);
    let fall = 0;
    for (let i = 0; i < residuals.length; i += 1) {
      fall += (read(weights, i) * read(residuals, i)) ** 2;
    }
    return { value: 1 / rss - 1 / target, slope: fall / (rss * rss) };
  };
  if (at(0).value >= 0) return 0;
  // The tolerance is relative: the root may be 1e-6 for huge cohorts and 1e3 for two discordant
  // ones.
  const scale = Math.min(...data.vi);
  return increasingRoot(at, 0, 1e-12 * scale, [0, Number.POSITIVE_INFINITY]);
}

/** τ² at which the generalised Q equals its degrees of freedom, k − p (Paule & Mandel 1982). */
export function pauleMandel(data: MixedModelData): number {
  const { k, p } = data.design;
  return k <= p ? 0 : tau2AtGeneralisedQ(data, k - p);
}

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
