import { type Interval, predictionInterval, waldInterval } from "../interval.ts";
import { makeInterceptDesign } from "../linear/design.ts";
import {
  CLOGLOG,
  type EffectSize,
  type LandmarkStudy,
  type Link,
  LOGIT,
  makeLogHazardEffectSizes,
  makeLogitEffectSizes,
  transformIntervalByLink,
} from "../scales.ts";
import { readElement } from "../special/arithmetic.ts";
import { assertValidStudies, type Study } from "../study.ts";
import { type FitOptions, fitMixedModel, type Heterogeneity } from "./fit.ts";
import { type MixedModelData, makeMixedModelData } from "./weighted-least-squares.ts";

/** Describes a pool of effect sizes: rates, or survival at one time. */
export interface EffectPool {
  readonly status: "ok" | "one-cohort";
  /** `mu` is the mean on the scale of the analysis. */
  readonly mu: number;
  readonly se: number;
  readonly muInterval: Interval;
  readonly tau2: number;
  readonly heterogeneity: Heterogeneity;
  readonly effects: readonly EffectSize[];
  /** The estimate and its interval are proportions, 0–1. */
  readonly estimate: number;
  readonly interval: Interval;
  readonly predictionInterval: Interval | null;
}

export type InverseVariancePool = EffectPool | { readonly status: "no-cohorts" };

/**
 * Pools proportions in two steps: logits are weighted by the inverse of their variances, and the result is
 * transformed back (metafor's `rma(measure = "PLO")`).
 *
 * The variances are treated as known. With few events that is wrong and gives biased results; the binomial models
 * avoid it. This function exists because most published results were computed like this.
 *
 * @throws RangeError for invalid counts.
 */
export function poolInverseVariance(
  studies: readonly Study[],
  options: FitOptions,
): InverseVariancePool {
  assertValidStudies(studies);
  return poolOnScale(makeLogitEffectSizes(studies), LOGIT, options);
}

/**
 * Pools survival at one time on the scale log(−log S); see `landmark.ts` for the source of the variances. The
 * default model for landmarks is Bayesian (`bayes/pool.ts`); this one is for comparison with published results.
 */
export function poolLandmarksInverseVariance(
  landmarks: readonly LandmarkStudy[],
  options: FitOptions,
): InverseVariancePool {
  return poolOnScale(makeLogHazardEffectSizes(landmarks), CLOGLOG, options);
}

function poolOnScale(
  effects: readonly EffectSize[],
  link: Link,
  options: FitOptions,
): InverseVariancePool {
  if (effects.length === 0) return { status: "no-cohorts" };
  const { level = 0.95 } = options;
  const {
    k,
    beta,
    se: errors,
    reference,
    tau2,
    heterogeneity,
  } = fitMixedModel(makeInterceptModel(effects), options);
  const [mu, se] = [readElement(beta, 0), readElement(errors, 0)];
  const muInterval = waldInterval(mu, se, reference.quantile(level));
  const prediction = predictionInterval(mu, se, tau2, k, level);
  return {
    status: k === 1 ? "one-cohort" : "ok",
    mu,
    se,
    muInterval,
    tau2,
    heterogeneity,
    effects,
    estimate: link.inverse(mu),
    interval: transformIntervalByLink(link, muInterval),
    predictionInterval: prediction && transformIntervalByLink(link, prediction),
  };
}

export function makeInterceptModel(effects: readonly EffectSize[]): MixedModelData {
  return makeMixedModelData(effects, makeInterceptDesign(effects.length));
}
