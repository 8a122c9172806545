import { tau2AtGeneralisedQ } from "../generalised-q.ts";
import type { MixedModelData } from "../weighted-least-squares.ts";

/** τ² at which the generalised Q equals its degrees of freedom, k − p (Paule & Mandel 1982). */
export function pauleMandel(data: MixedModelData): number {
  const { k, p } = data.design;
  return k <= p ? 0 : tau2AtGeneralisedQ(data, k - p);
}
