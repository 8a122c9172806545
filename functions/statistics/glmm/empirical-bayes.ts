import { linearPredictors } from "../linear/design.ts";
import { read } from "../read.ts";
import type { Study } from "../study.ts";
import type { GlmmFit } from "./fit.ts";
import { integrateStudy, studyIntegral } from "./study-integral.ts";

/** What is known about one study's own logit, given its counts and the fitted distribution. */
export interface EmpiricalBayes {
  /** Mean of θᵢ, logit, between the study's own and the fitted one. */
  readonly mean: number;
  readonly sd: number;
}

/**
 * Empirical-Bayes estimates of the studies' logits, β and τ taken as known (best linear unbiased
 * prediction of a linear model). By Tweedie's formula from the derivatives of the marginal
 * likelihood: E θ = η + τ² ∂l/∂η, Var θ = τ² + τ⁴ ∂²l/∂η² (Efron 2011, JASA 106:1602–1614).
 */
export function empiricalBayes({ data, maximum, tau }: GlmmFit): EmpiricalBayes[] {
  const etas = linearPredictors(data.design, maximum.parameters);
  const one = studyIntegral();
  const tau2 = tau * tau;
  return data.studies.map(({ events, n }: Study, i) => {
    const eta = read(etas, i);
    integrateStudy(events, n, eta, tau, one);
    return {
      mean: eta + tau2 * one.eta,
      sd: Math.sqrt(Math.max(0, tau2 + tau2 * tau2 * one.etaEta)),
    };
  });
}
