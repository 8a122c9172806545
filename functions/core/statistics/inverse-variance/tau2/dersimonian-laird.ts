import { type MixedModelData, traceP, weightedLeastSquares } from "../weighted-least-squares.ts";

/**
 * Method of moments: τ² = max(0, (Q − (k − p)) / trace P) with weights 1/v (DerSimonian & Laird
 * 1986; with moderators Raudenbush 2009).
 */
export function derSimonianLaird(data: MixedModelData): number {
  const { k, p } = data.design;
  if (k <= p) return 0;
  const fixed = weightedLeastSquares(data, 0);
  return Math.max(0, (fixed.rss - (k - p)) / traceP(data.design, fixed));
}
