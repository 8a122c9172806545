import { pauleMandel } from "../generalised-q.ts";
import type { MixedModelData } from "../weighted-least-squares.ts";
import { derSimonianLaird } from "./dersimonian-laird.ts";
import { likelihoodTau2 } from "./likelihood.ts";

/** Estimators of the variance between studies. Names as in metafor's `rma.uni`. */
export type Tau2Method = "FE" | "DL" | "PM" | "ML" | "REML";

/**
 * Each returns τ² ≥ 0 on the squared scale of the effect sizes. It is 0 if there are no more
 * studies than coefficients, and for `FE`, the model without variance between studies.
 */
export const TAU2_ESTIMATORS: {
  readonly [Method in Tau2Method]: (data: MixedModelData) => number;
} = {
  FE: () => 0,
  DL: derSimonianLaird,
  PM: pauleMandel,
  ML: (data) => likelihoodTau2(data, "ML"),
  REML: (data) => likelihoodTau2(data, "REML"),
};
