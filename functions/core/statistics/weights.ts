/**
 * Weight of each study in percent, proportional to 1 / (vᵢ + τ²) with vᵢ its sampling variance on
 * the scale of the linear predictor (DerSimonian & Laird 1986). The Bayesian pool is not a weighted
 * mean. There the weight is the approximate share of a study in the information about μ, at the
 * posterior mean or median of τ.
 */
export function percentWeights(variances: readonly number[], tau2: number): number[] {
  const weights = variances.map((variance) => 1 / (variance + tau2));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => (100 * weight) / sum);
}
