import { percentWeights } from "../heterogeneity.ts";
import { type Interval, waldInterval } from "../interval.ts";
import { interceptOnly } from "../linear/design.ts";
import { predictionInterval } from "../prediction-intervals.ts";
import { read } from "../read.ts";
import {
  CLOGLOG,
  type EffectSize,
  type LandmarkStudy,
  type Link,
  LOGIT,
  logHazards,
  logits,
  orderedLimits,
} from "../scales.ts";
import { checkStudies, type Study } from "../study.ts";
import {
  type FitOptions,
  fitMixedModel,
  type Heterogeneity,
  type MixedModelFit,
  type NoResidualVariation,
} from "./fit.ts";
import { type MixedModelData, mixedModel } from "./weighted-least-squares.ts";

/** A pool of effect sizes, on the scale of the analysis. */
export interface EffectPool {
  readonly status: "ok" | "one-cohort";
  readonly mu: number;
  readonly se: number;
  readonly muInterval: Interval;
  readonly tau2: number;
  readonly heterogeneity: Heterogeneity;
  /** Percent, in the order of the studies. */
  readonly weights: readonly number[];
  readonly effects: readonly EffectSize[];
  readonly muPredictionInterval: Interval | null;
}

/** The same with estimate and intervals as proportions, 0–1: rates, or survival at one time. */
export interface ProportionPool extends EffectPool {
  readonly estimate: number;
  readonly interval: Interval;
  readonly predictionInterval: Interval | null;
}

export type InverseVariancePool =
  | ProportionPool
  | { readonly status: "no-cohorts" }
  | NoResidualVariation;

/**
 * Two-step pooling of proportions: logits are weighted by the inverse of their variances, and the
 * result is transformed back (metafor's `rma(measure = "PLO")`).
 *
 * The variances are treated as known. With few events that is wrong and gives biased results; the
 * binomial models avoid it. It is here because most published results were computed like this.
 *
 * @throws RangeError for invalid counts.
 */
export function poolInverseVariance(
  studies: readonly Study[],
  options: FitOptions,
): InverseVariancePool {
  checkStudies(studies);
  return poolOnScale(logits(studies), LOGIT, options);
}

/**
 * The same of survival at one time on the scale log(−log S); see `landmark.ts` for the source of the
 * variances. The default model for landmarks is Bayesian (`bayes/pool.ts`); this one is for
 * comparison with published results.
 */
export function poolLandmarksInverseVariance(
  landmarks: readonly LandmarkStudy[],
  options: FitOptions,
): InverseVariancePool {
  return poolOnScale(logHazards(landmarks), CLOGLOG, options);
}

function poolOnScale(
  effects: readonly EffectSize[],
  link: Link,
  options: FitOptions,
): InverseVariancePool {
  if (effects.length === 0) return { status: "no-cohorts" };
  const pool = poolEffects(effects, options);
  if (pool.status === "no-residual-variation") return pool;
  return {
    ...pool,
    estimate: link.inverse(pool.mu),
    interval: orderedLimits(link, pool.muInterval),
    predictionInterval: pool.muPredictionInterval && orderedLimits(link, pool.muPredictionInterval),
  };
}

/** Pools at least one estimate with known variance, on the scale of the estimates. */
function poolEffects(
  effects: readonly EffectSize[],
  options: FitOptions & { readonly test: "z" | "adhoc" },
): EffectPool;
function poolEffects(
  effects: readonly EffectSize[],
  options: FitOptions,
): EffectPool | NoResidualVariation;
function poolEffects(
  effects: readonly EffectSize[],
  options: FitOptions,
): EffectPool | NoResidualVariation {
  const { level = 0.95 } = options;
  const model = interceptModel(effects);
  const fit = fitMixedModel(model, options);
  if (fit.status !== "ok") return fit;
  return { ...pooled(fit, level), effects, weights: percentWeights(model.vi, fit.tau2) };
}

/** Effect sizes with one common mean. */
export function interceptModel(effects: readonly EffectSize[]): MixedModelData {
  return mixedModel(effects, interceptOnly(effects.length));
}

function pooled(fit: MixedModelFit, level: number): Omit<EffectPool, "effects" | "weights"> {
  const mu = read(fit.beta, 0);
  const se = read(fit.se, 0);
  return {
    status: fit.k === 1 ? "one-cohort" : "ok",
    mu,
    se,
    muInterval: waldInterval(mu, se, fit.reference.quantile(level)),
    tau2: fit.tau2,
    heterogeneity: fit.heterogeneity,
    muPredictionInterval: predictionInterval(mu, se, fit.tau2, fit.k, level),
  };
}
