import type { GlmmFailure } from "../glmm/failure.ts";
import { fitMixedModel, isFit } from "../glmm/fit.ts";
import { mixedData } from "../glmm/marginal-likelihood.ts";
import { checkLevel } from "../level.ts";
import { interceptOnly } from "../linear/design.ts";
import {
  type PredictionIntervals,
  predictionIntervals,
  predictionIntervalsOn,
} from "../prediction-intervals.ts";
import { read } from "../read.ts";
import { NORMAL, studentT, waldInterval } from "../reference-distribution.ts";
import { chiSquaredTail } from "../special/chi-squared-tail.ts";
import type { Interval } from "../types.ts";
import { approximation } from "./hazard-likelihood.ts";
import { integrateRate } from "./rate-integral.ts";
import { checkRateStudies, type RateStudy } from "./rate-study.ts";

/** A rate by maximum likelihood. `mu` and `se` are logs; estimates are events per patient-year. */
export interface GlmmRatePool {
  /** `boundary`: the likelihood is largest at τ = 0. */
  readonly status: "ok" | "boundary";
  readonly k: number;
  readonly estimate: number;
  readonly mu: number;
  readonly se: number;
  readonly waldInterval: Interval;
  /** Interval with t(k − 1), for few studies. */
  readonly tInterval: Interval;
  readonly tau: number;
  readonly tau2: number;
  readonly logLikelihood: number;
  /** Test of τ = 0; the statistic is 0 with probability ½, else χ²(1) (Self & Liang 1987). */
  readonly lrtTau2: { readonly statistic: number; readonly pValue: number };
  /** Without variance between studies. */
  readonly fixed: { readonly mu: number; readonly se: number; readonly logLikelihood: number };
  readonly predictionIntervals: PredictionIntervals;
}

export type GlmmRateResult = GlmmRatePool | { readonly status: GlmmFailure };

export function isGlmmRatePool(result: GlmmRateResult): result is GlmmRatePool {
  return result.status === "ok" || result.status === "boundary";
}

/**
 * The model of `pool.ts` by maximum likelihood, without priors: yᵢ ~ Bin(nᵢ, pᵢ), cloglog pᵢ =
 * log(yearsᵢ) + θᵢ, θᵢ ~ N(μ, τ²) (Dias et al., NICE DSU Technical Support Document 2; Stijnen,
 * Hamza & Özdemir 2010). There is no maximum without events, without non-events, and for one cohort.
 *
 * @throws RangeError for invalid counts, years or level.
 */
export function poolRatesGlmm(
  studies: readonly RateStudy[],
  { level = 0.95 }: { readonly level?: number } = {},
): GlmmRateResult {
  checkLevel(level);
  checkRateStudies(studies);
  const k = studies.length;
  const data = mixedData(
    studies,
    interceptOnly(k),
    studies.map((study) => (eta, tau, into) => integrateRate(study, eta, tau, into)),
    studies.map((study) => {
      const { theta, variance } = approximation(study);
      return { yi: theta, vi: variance };
    }),
  );
  const fit = fitMixedModel(data);
  if (!isFit(fit)) return { status: fit.status };
  const { fixed, tau } = fit;
  const [mu, se] = [read(fit.beta, 0), read(fit.se, 0)];
  const statistic = Math.max(0, 2 * (fit.logLikelihood - fixed.logLikelihood));
  return {
    status: fit.status,
    k,
    estimate: Math.exp(mu),
    mu,
    se,
    waldInterval: rates(waldInterval(mu, se, NORMAL.quantile(level))),
    tInterval: rates(waldInterval(mu, se, studentT(k - 1).quantile(level))),
    tau,
    tau2: tau * tau,
    logLikelihood: fit.logLikelihood,
    lrtTau2: { statistic, pValue: statistic === 0 ? 1 : 0.5 * chiSquaredTail(statistic, 1) },
    fixed: {
      mu: read(fixed.beta, 0),
      se: read(fixed.se, 0),
      logLikelihood: fixed.logLikelihood,
    },
    predictionIntervals: predictionIntervalsOn(
      predictionIntervals(mu, se, tau * tau, k, level),
      rates,
    ),
  };
}

/** Limits of the log of a rate as limits of the rate; the largest number where it has none. */
function rates([lower, upper]: Interval): Interval {
  return [Math.exp(lower), Math.min(Math.exp(upper), Number.MAX_VALUE)];
}
