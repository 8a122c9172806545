import type { EffectSize } from "../effect-size.ts";
import { interceptModel } from "../inverse-variance/pool.ts";
import { weightedLeastSquares } from "../inverse-variance/weighted-least-squares.ts";
import { read } from "../read.ts";
import { leaveOneOut } from "./leave-one-out.ts";

/**
 * (yᵢ − μ) / √(vᵢ + τ² − 1/Σw) with w = 1/(v + τ²): the deviation of every study from the pooled
 * value, divided by the standard error of that deviation. Needs at least two studies.
 */
export function standardisedResiduals(effects: readonly EffectSize[], tau2: number): number[] {
  const { weights, residuals } = weightedLeastSquares(interceptModel(effects), tau2);
  const total = sum([...weights]);
  // Equal to 1/wᵢ − 1/Σw, but without a subtraction, which would lose all digits if one study is
  // very large.
  return leaveOneOut([...weights], sum).map(
    (others, i) => read(residuals, i) / Math.sqrt(others / (read(weights, i) * total)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
