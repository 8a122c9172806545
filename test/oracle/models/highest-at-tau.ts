import { listCoefficientIndices } from "#core/statistics/glmm/fit.ts";
import type { GlmmData, Parameters } from "#core/statistics/glmm/marginal-likelihood.ts";
import { maximiseLikelihood } from "#core/statistics/glmm/maximise.ts";

/** Highest log-likelihood at the given τ: its shape over τ, which a fit must not fall below. */
export function highestAtTau(data: GlmmData, tau: number, start: Parameters): number {
  const parameters = Float64Array.from(start);
  parameters[data.design.p] = tau;
  return maximiseLikelihood(data, parameters, listCoefficientIndices(data)).value;
}
