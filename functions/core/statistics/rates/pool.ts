import type { PoolOptions, PoolStatus } from "../bayes/pool.ts";
import { type Posterior, posteriorSummary } from "../bayes/posterior.ts";
import { checkPrior, type Prior } from "../bayes/prior.ts";
import { checkLevel } from "../level.ts";
import type { Interval } from "../types.ts";
import { LOG } from "./log-link.ts";
import { rateLikelihood } from "./rate-likelihood.ts";
import { checkRateStudies, type RateStudy } from "./rate-study.ts";

/** The median is one event in ten patient-years; 95 % of typical rates are within a factor of 134. */
export const DEFAULT_RATE_PRIOR: Prior = {
  mu: { mean: Math.log(0.1), sd: 2.5 },
  tau: { scale: 1 },
};

/**
 * A pooled rate: first events per patient-year. There is no average over cohorts, because that of
 * e^θ is infinite under this prior.
 */
export interface FittedRatePool {
  /** If several apply, the first of: all-zero or all-events, one-cohort. */
  readonly status: Exclude<PoolStatus, EmptyRatePool["status"]>;
  readonly k: number;
  /** Posterior median of e^μ: the rate of a typical cohort. */
  readonly estimate: number;
  /** Equal-tailed credible interval of e^μ. */
  readonly interval: Interval;
  /** Equal-tailed posterior predictive interval of a new cohort's rate. */
  readonly predictionInterval: Interval | null;
  readonly mu: { readonly mean: number; readonly sd: number; readonly median: number };
  readonly tau: { readonly mean: number; readonly median: number };
  /** log p(data), with all constants. */
  readonly logMarginalLikelihood: number;
  readonly posterior: Posterior;
}

/** Without a posterior there is no number. */
export interface EmptyRatePool {
  readonly status: "no-cohorts" | "prior-conflict";
  readonly k: number;
  readonly posterior: null;
}

export type RatePool = FittedRatePool | EmptyRatePool;

export function isRatePool(pool: RatePool): pool is FittedRatePool {
  return pool.posterior !== null;
}

/**
 * Pools the rate of a first event where cohorts were observed for different times: yᵢ ~ Bin(nᵢ,
 * pᵢ), cloglog pᵢ = log(yearsᵢ) + θᵢ, θᵢ ~ N(μ, τ²), μ ~ N(log 0.1, 2.5²), τ ~ half-normal(1)
 * unless another prior is given. It is the binomial model with cloglog link and log time as offset
 * of Dias, Welton, Sutton & Ades (NICE DSU Technical Support Document 2, 2011, updated 2016, section
 * 3.2), for single arms. It assumes that the hazard is constant, and that every patient of a cohort
 * without an event was observed for the same time. The order of the studies does not change a
 * single bit of the result.
 *
 * @throws RangeError for invalid counts, years, prior or level.
 */
export function poolRates(
  studies: readonly RateStudy[],
  { prior = DEFAULT_RATE_PRIOR, level = 0.95, predictive = true }: PoolOptions = {},
): RatePool {
  checkRateStudies(studies);
  checkPrior(prior);
  checkLevel(level);
  const k = studies.length;
  if (k === 0) return { status: "no-cohorts", k, posterior: null };
  const sorted = [...studies].sort((a, b) => a.n - b.n || a.events - b.events || a.years - b.years);
  const summary = posteriorSummary(sorted.map(rateLikelihood), LOG, prior, level, predictive);
  if (summary === null) return { status: "prior-conflict", k, posterior: null };
  const { mean, marginal, ...finite } = summary;
  return { status: statusOf(studies), k, ...finite };
}

function statusOf(studies: readonly RateStudy[]): FittedRatePool["status"] {
  if (studies.every(({ events }) => events === 0)) return "all-zero";
  if (studies.every(({ events, n }) => events === n)) return "all-events";
  return studies.length === 1 ? "one-cohort" : "ok";
}
