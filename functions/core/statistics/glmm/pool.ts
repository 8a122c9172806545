import { h2, i2 } from "../heterogeneity.ts";
import { type Interval, predictionInterval, waldInterval } from "../interval.ts";
import { makeInterceptModel } from "../inverse-variance/pool.ts";
import { fitWeightedLeastSquares, traceP } from "../inverse-variance/weighted-least-squares.ts";
import { makeInterceptDesign } from "../linear/design.ts";
import { expit, expitInterval, makeLogitEffectSizes } from "../scales.ts";
import { readElement } from "../special/arithmetic.ts";
import { chiSquaredTail } from "../special/chi-squared.ts";
import { logChoose } from "../special/gamma.ts";
import { NORMAL, studentT } from "../special/reference-distribution.ts";
import { hasInfiniteLogit, type Study } from "../study.ts";
import { fitGlmm, type GlmmFailure, type GlmmFit, isGlmmFit } from "./fit.ts";

/** Describes one pooled rate. `mu` and `se` are logits; estimates and intervals are proportions, 0–1. */
export interface GlmmPool {
  /** `boundary`: the likelihood is largest at τ = 0. */
  readonly status: "ok" | "boundary";
  readonly k: number;
  /** `estimate` is expit(μ), the rate of a typical study. */
  readonly estimate: number;
  readonly mu: number;
  readonly se: number;
  readonly waldInterval: Interval;
  /** Holds the interval with t(k − 1), for few studies. */
  readonly tInterval: Interval;
  readonly tau2: number;
  readonly heterogeneity: GlmmHeterogeneity;
  readonly predictionInterval: Interval | null;
  /** `fit` is needed to compute profile intervals. */
  readonly fit: GlmmFit;
}

export interface GlmmPoolFailure {
  readonly status: GlmmFailure;
}

/** Returns whether the result is a pool, and not the reason why there is none. */
export function isGlmmPool(result: GlmmPool | GlmmPoolFailure): result is GlmmPool {
  return result.status === "ok" || result.status === "boundary";
}

/**
 * Pools proportions by the binomial–normal model with one common mean; see {@link fitGlmm}.
 *
 * With 3 to 6 studies the coverage of a nominal 95 % Wald interval is far lower; see the table in
 * the guide for statisticians.
 *
 * @throws RangeError for invalid counts.
 */
export function poolGlmm(
  studies: readonly Study[],
  { level = 0.95 }: { readonly level?: number } = {},
): GlmmPool | GlmmPoolFailure {
  const k = studies.length;
  const fit = fitGlmm(studies, makeInterceptDesign(k));
  if (!isGlmmFit(fit)) return { status: fit.status };
  const mu = readElement(fit.beta, 0);
  const se = readElement(fit.se, 0);
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
    heterogeneity: summariseGlmmHeterogeneity(fit),
    predictionInterval: prediction && expitInterval(prediction),
    fit,
  };
}

/** Holds a test that all studies have one rate, against χ². */
export interface HomogeneityTest {
  readonly q: number;
  readonly df: number;
  readonly pValue: number;
}

/** Describes the heterogeneity between the studies: two tests, and shares of the variance. */
export interface GlmmHeterogeneity {
  /** `likelihoodRatio` tests by twice the gain in log-likelihood of one rate per study over the model with τ = 0. */
  readonly likelihoodRatio: HomogeneityTest;
  /**
   * `wald` tests by Σ w (logit − mean)² without correction, of the studies with some events and some patients
   * without: the others have no logit, and count in no degree of freedom. `null` with fewer than two such studies.
   * metafor prints the same Q and counts all studies.
   */
  readonly wald: HomogeneityTest | null;
  /**
   * `typicalVariance` is the typical sampling variance v of the logits; 0.5 is added only to studies with 0 or n
   * events.
   */
  readonly typicalVariance: number;
  /** `i2` is I² in percent, from τ² and `typicalVariance`. */
  readonly i2: number | null;
  readonly h2: number | null;
}

function summariseGlmmHeterogeneity({ data, tau, fixed }: GlmmFit): GlmmHeterogeneity {
  const { studies, effects } = data;
  const df = studies.length - 1;
  const saturated = studies.reduce((sum, study) => sum + computeSaturatedLogLikelihood(study), 0);
  const model = makeInterceptModel(effects);
  const v = df / traceP(model.design, fitWeightedLeastSquares(model, 0));
  return {
    likelihoodRatio: makeHomogeneityTest(Math.max(0, 2 * (saturated - fixed.logLikelihood)), df),
    wald: testHomogeneityByWald(studies),
    typicalVariance: v,
    i2: i2(tau * tau, v),
    h2: h2(tau * tau, v),
  };
}

/** Returns the log-likelihood of a study at its own rate. */
function computeSaturatedLogLikelihood({ events, n }: Study): number {
  const term = (count: number) => (count === 0 ? 0 : count * Math.log(count / n));
  return logChoose(n, events) + term(events) + term(n - events);
}

function testHomogeneityByWald(studies: readonly Study[]): HomogeneityTest | null {
  const effects = makeLogitEffectSizes(studies.filter((study) => !hasInfiniteLogit(study)));
  if (effects.length < 2) return null;
  return makeHomogeneityTest(
    fitWeightedLeastSquares(makeInterceptModel(effects), 0).rss,
    effects.length - 1,
  );
}

function makeHomogeneityTest(q: number, df: number): HomogeneityTest {
  return { q, df, pValue: chiSquaredTail(q, df) };
}
