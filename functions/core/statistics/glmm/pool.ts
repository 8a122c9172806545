import { expit, expitInterval } from "../expit.ts";
import { checkLevel } from "../level.ts";
import { interceptOnly } from "../linear/design.ts";
import {
  type PredictionIntervals,
  predictionIntervals,
  predictionIntervalsOn,
} from "../prediction-intervals.ts";
import { read } from "../read.ts";
import { NORMAL, studentT } from "../reference-distribution.ts";
import { chiSquaredTail } from "../special/chi-squared-tail.ts";
import type { Study } from "../study.ts";
import type { Interval } from "../types.ts";
import { waldInterval } from "../wald-interval.ts";
import type { GlmmFailure } from "./failure.ts";
import { fitGlmm, type GlmmFit, isFit } from "./fit.ts";
import { type GlmmHeterogeneity, glmmHeterogeneity } from "./heterogeneity.ts";

/** One pooled rate. `mu` and `se` are logits; estimates and intervals are proportions, 0–1. */
export interface GlmmPool {
  /** `boundary`: the likelihood is largest at τ = 0. */
  readonly status: "ok" | "boundary";
  readonly k: number;
  /** expit μ, the rate of a typical study. */
  readonly estimate: number;
  readonly mu: number;
  readonly se: number;
  readonly seTauFixed: number;
  /** Test of μ = 0, i.e. of a rate of one half. */
  readonly statistic: number;
  readonly pValue: number;
  readonly muInterval: Interval;
  readonly waldInterval: Interval;
  /** Interval with t(k − 1), for few studies. */
  readonly tInterval: Interval;
  readonly tau: number;
  readonly tau2: number;
  /** `null` on the boundary. */
  readonly seTau2: number | null;
  readonly logLikelihood: number;
  readonly aic: number;
  readonly bic: number;
  /**
   * Test of τ = 0. Under that hypothesis the statistic is 0 with probability ½, else χ²(1) (Self &
   * Liang 1987).
   */
  readonly lrtTau2: { readonly statistic: number; readonly pValue: number };
  readonly fixed: FixedPool;
  readonly heterogeneity: GlmmHeterogeneity;
  readonly predictionIntervals: PredictionIntervals;
  /** Needed to compute profile intervals. */
  readonly fit: GlmmFit;
}

/** The common rate in the model without variance between studies. */
export interface FixedPool {
  readonly estimate: number;
  readonly mu: number;
  readonly se: number;
  readonly waldInterval: Interval;
  readonly logLikelihood: number;
}

export interface GlmmPoolFailure {
  readonly status: GlmmFailure;
  readonly fixed: FixedPool | null;
  /**
   * The value that the log-likelihood approaches if it has no maximum; otherwise its value without
   * variance between studies. `null` without studies.
   */
  readonly supremum: number | null;
}

/** Whether the result is a pool, and not the reason why there is none. */
export function isGlmmPool(result: GlmmPool | GlmmPoolFailure): result is GlmmPool {
  return result.status === "ok" || result.status === "boundary";
}

const PARAMETERS = 2;

/**
 * Pools proportions by the binomial–normal model with one common mean; see {@link fitGlmm}.
 *
 * With 3 to 6 studies the coverage of a nominal 95 % Wald interval is far lower; see the table in
 * the README of `statistics/`.
 *
 * @throws RangeError for invalid counts or level.
 */
export function poolGlmm(
  studies: readonly Study[],
  { level = 0.95 }: { readonly level?: number } = {},
): GlmmPool | GlmmPoolFailure {
  checkLevel(level);
  const k = studies.length;
  const fit = fitGlmm(studies, interceptOnly(k));
  if (!isFit(fit)) {
    const fixed = fit.fixed && fixedPool(fit.fixed, level);
    return { status: fit.status, fixed, supremum: supremum(studies, fixed) };
  }
  const mu = read(fit.beta, 0);
  const se = read(fit.se, 0);
  const tau2 = fit.tau * fit.tau;
  const muInterval = waldInterval(mu, se, NORMAL.quantile(level));
  const lrt = Math.max(0, 2 * (fit.logLikelihood - fit.fixed.logLikelihood));
  return {
    status: fit.status,
    k,
    estimate: expit(mu),
    mu,
    se,
    seTauFixed: read(fit.seTauFixed, 0),
    statistic: mu / se,
    pValue: NORMAL.pValue(mu / se),
    muInterval,
    waldInterval: expitInterval(muInterval),
    tInterval: expitInterval(waldInterval(mu, se, studentT(k - 1).quantile(level))),
    tau: fit.tau,
    tau2,
    seTau2: fit.seTau === null ? null : 2 * fit.tau * fit.seTau,
    logLikelihood: fit.logLikelihood,
    aic: -2 * fit.logLikelihood + 2 * PARAMETERS,
    bic: -2 * fit.logLikelihood + Math.log(k) * PARAMETERS,
    lrtTau2: { statistic: lrt, pValue: lrt === 0 ? 1 : 0.5 * chiSquaredTail(lrt, 1) },
    fixed: fixedPool(fit.fixed, level),
    heterogeneity: glmmHeterogeneity(fit),
    predictionIntervals: predictionIntervalsOn(
      predictionIntervals(mu, se, tau2, k, level),
      expitInterval,
    ),
    fit,
  };
}

function fixedPool(fixed: GlmmFit["fixed"], level: number): FixedPool {
  const mu = read(fixed.beta, 0);
  const se = read(fixed.se, 0);
  return {
    estimate: expit(mu),
    mu,
    se,
    waldInterval: expitInterval(waldInterval(mu, se, NORMAL.quantile(level))),
    logLikelihood: fixed.logLikelihood,
  };
}

/**
 * If τ is not identified, the fit without it is as likely as any other. If τ diverges, every study
 * has either no or only events, and the probability of each is its share of the studies.
 */
function supremum(studies: readonly Study[], fixed: FixedPool | null): number | null {
  const k = studies.length;
  if (k === 0) return null;
  const full = studies.filter(({ events, n }) => events === n).length;
  const empty = studies.filter(({ events }) => events === 0).length;
  if (full + empty < k || studies.every(({ n }) => n === 1)) return fixed?.logLikelihood ?? null;
  const term = (count: number) => (count === 0 ? 0 : count * Math.log(count / k));
  return term(full) + term(empty);
}
