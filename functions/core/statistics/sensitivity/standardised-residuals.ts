import type { EffectSize } from "../effect-size/effect-size.ts";
import { interceptModel } from "../inverse-variance/pool.ts";
import { weightedLeastSquares } from "../inverse-variance/weighted-least-squares.ts";
import { read } from "../read.ts";
import { leaveOneOut } from "./leave-one-out.ts";

/**
 * (yᵢ − μ) / √(vᵢ + τ² − 1/Σw) with w = 1/(v + τ²): every study's deviation from the pooled value
 * over the standard error of that deviation. For at least two studies.
 */
export function standardisedResiduals(effects: readonly EffectSize[], tau2: number): number[] {
  const { weights, residuals } = weightedLeastSquares(interceptModel(effects), tau2);
  const total = sum([...weights]);
  // 1/wᵢ − 1/Σw, written without a difference: next to a very large study nothing would be left.
  return leaveOneOut([...weights], sum).map(
    (others, i) => read(residuals, i) / Math.sqrt(others / (read(weights, i) * total)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
