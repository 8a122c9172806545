import { type Design, linearPredictors } from "../linear/design.ts";
import { read } from "../read.ts";
import { type EffectSize, makeLogitEffectSizes } from "../scales.ts";
import { logChoose } from "../special/gamma.ts";
import type { Study } from "../study.ts";
import { integrateStudy, makeEmptyStudyIntegral } from "./study-integral.ts";

/** Counts, and the design of their linear predictors. */
export interface GlmmData {
  readonly studies: readonly Study[];
  /** Holds the normal approximations, from which the search starts. */
  readonly effects: readonly EffectSize[];
  /** Holds a design of full column rank. */
  readonly design: Design;
  /** Holds the sum of the logs of the binomial coefficients. */
  readonly logCoefficients: number;
  /** Log-likelihoods that differ by less than this differ only by rounding. */
  readonly rounding: number;
}

/** Returns the data of the model yᵢ ~ Bin(nᵢ, pᵢ), logit pᵢ ~ N(xᵢβ, τ²). */
export function makeGlmmData(studies: readonly Study[], design: Design): GlmmData {
  return {
    studies,
    design,
    effects: makeLogitEffectSizes(studies),
    rounding: 1e-12 + 1e-15 * studies.reduce((sum, { n }) => sum + n, 0),
    logCoefficients: studies.reduce((sum, { events, n }) => sum + logChoose(n, events), 0),
  };
}

/** Holds the coefficients, with τ as the last entry. */
export type Parameters = Float64Array;

/** Holds the log-likelihood with binomial coefficients, its gradient and Hessian in (β, τ). */
export interface MarginalLikelihood {
  readonly value: number;
  readonly gradient: Float64Array;
  /** `hessian` is (p + 1) × (p + 1), row-major. */
  readonly hessian: Float64Array;
}

/**
 * Returns the log-likelihood of (β, τ) and its derivatives, with the random effects integrated out (Stijnen et al.
 * 2010).
 */
export function evaluateMarginalLikelihood(
  data: GlmmData,
  parameters: Parameters,
): MarginalLikelihood {
  const { studies, design } = data;
  const { p, values } = design;
  const size = p + 1;
  const tau = read(parameters, p);
  const etas = linearPredictors(design, parameters);
  const gradient = new Float64Array(size);
  const hessian = new Float64Array(size * size);
  const integral = makeEmptyStudyIntegral();
  let value = data.logCoefficients;
  for (let i = 0; i < design.k; i += 1) {
    const { events, n } = studies[i] as Study;
    integrateStudy(events, n, read(etas, i), tau, integral);
    value += integral.value;
    for (let a = 0; a < p; a += 1) {
      const xa = read(values, i * p + a);
      gradient[a] = read(gradient, a) + xa * integral.eta;
      for (let b = 0; b <= a; b += 1) {
        hessian[a * size + b] =
          read(hessian, a * size + b) + xa * read(values, i * p + b) * integral.etaEta;
      }
      hessian[p * size + a] = read(hessian, p * size + a) + xa * integral.etaTau;
    }
    gradient[p] = read(gradient, p) + integral.tau;
    hessian[p * size + p] = read(hessian, p * size + p) + integral.tauTau;
  }
  for (let a = 0; a < size; a += 1) {
    for (let b = a + 1; b < size; b += 1) hessian[a * size + b] = read(hessian, b * size + a);
  }
  return { value, gradient, hessian };
}
