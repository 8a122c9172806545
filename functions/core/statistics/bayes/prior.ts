import { readElement } from "../special/arithmetic.ts";

/** Describes the prior on the scale of the linear predictor: μ ~ N(mean, sd²), τ ~ half-normal(scale). */
export interface Prior {
  readonly mu: { readonly mean: number; readonly sd: number };
  readonly tau: { readonly scale: number };
}

/** By this prior for logits, 95 % of typical rates are between 0.7 % and 99.3 %, and τ is mostly below 2. */
export const DEFAULT_PRIOR: Prior = { mu: { mean: 0, sd: 2.5 }, tau: { scale: 1 } };

/** This prior for landmarks, log(−log S), expects a smaller τ, because hazards differ less than odds do. */
export const DEFAULT_LANDMARK_PRIOR: Prior = { mu: { mean: 0, sd: 2.5 }, tau: { scale: 0.5 } };

/** Adds the log of the normal density of μ to the cell of each μ = (first + m) · step. */
export function addLogPriorMu(
  { mu }: Prior,
  { step, first }: { readonly step: number; readonly first: number },
  cells: Float64Array,
): void {
  const constant = Math.log(mu.sd) + 0.5 * Math.log(2 * Math.PI);
  for (let m = 0; m < cells.length; m += 1) {
    const z = ((first + m) * step - mu.mean) / mu.sd;
    cells[m] = readElement(cells, m) - 0.5 * z * z - constant;
  }
}

/** Returns the log of the half-normal density of τ ≥ 0. */
export function logPriorTau({ tau }: Prior, value: number): number {
  const z = value / tau.scale;
  return -0.5 * z * z - Math.log(tau.scale) + 0.5 * Math.log(2 / Math.PI);
}
