import { crossProduct } from "../linear/design.ts";
import { invertPositiveDefinite } from "../linear/positive-definite.ts";
import { type MixedModelData, weightedLeastSquares } from "./weighted-least-squares.ts";

/** Likelihood of the estimates (ML), or of their residual contrasts (REML). */
export type Likelihood = "ML" | "REML";

/**
 * Log-likelihood of τ² ≥ 0 with all constants, maximised over β. REML includes −(k − p)/2 · log 2π
 * + ½ log|X′X| − ½ log|X′WX| (Viechtbauer 2005), as in metafor.
 */
export function logLikelihood(data: MixedModelData, tau2: number, likelihood: Likelihood): number {
  const { vi, design } = data;
  const fit = weightedLeastSquares(data, tau2);
  const logVariances = vi.reduce((sum, v) => sum + Math.log(v + tau2), 0);
  const core = -0.5 * (logVariances + fit.rss);
  if (likelihood === "ML") return core - 0.5 * design.k * Math.log(2 * Math.PI);
  const ones = new Float64Array(design.k).fill(1);
  const constant = invertPositiveDefinite(crossProduct(design, ones), design.p)?.logDeterminant;
  return (
    core -
    0.5 * (design.k - design.p) * Math.log(2 * Math.PI) +
    0.5 * ((constant ?? 0) - fit.logDeterminant)
  );
}
