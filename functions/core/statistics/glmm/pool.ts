import { expit, expitInterval } from "../expit.ts";
import { checkLevel } from "../level.ts";
import { interceptOnly } from "../linear/design.ts";
import { predictionInterval } from "../prediction-intervals.ts";
import { read } from "../read.ts";
import { NORMAL, studentT } from "../reference-distribution.ts";
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
  readonly waldInterval: Interval;
  /** Interval with t(k − 1), for few studies. */
  readonly tInterval: Interval;
  readonly tau2: number;
  readonly heterogeneity: GlmmHeterogeneity;
  readonly predictionInterval: Interval | null;
  /** Needed to compute profile intervals. */
  readonly fit: GlmmFit;
}

/** Why there is no pool. */
export interface GlmmPoolFailure {
  readonly status: GlmmFailure;
}

/** Whether the result is a pool, and not the reason why there is none. */
export function isGlmmPool(result: GlmmPool | GlmmPoolFailure): result is GlmmPool {
  return result.status === "ok" || result.status === "boundary";
}

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
  if (!isFit(fit)) return { status: fit.status };
  const mu = read(fit.beta, 0);
  const se = read(fit.se, 0);
  const tau2 = fit.tau * fit.tau;
  const limits = (quantile: number) => expitInterval(waldInterval(mu, se, quantile));
  const prediction = predictionInterval(mu, se, tau2, k, level);
  return {
    status: fit.status,
    k,
    estimate: expit(mu),
    mu,
    se,
    waldInterval: limits(NORMAL.quantile(level)),
    tInterval: limits(studentT(k - 1).quantile(level)),
    tau2,
    heterogeneity: glmmHeterogeneity(fit),
    predictionInterval: prediction && expitInterval(prediction),
    fit,
  };
}
