/**
 * Fits the models that statisticians ask for and that published meta-analyses used: binomial–normal by maximum
 * likelihood, and two-step pooling of logits (½ added only where a cohort has no or only events) or of log
 * cumulative hazards. If one of them has no answer, for instance because every count is 0 or every patient had the
 * event, the default model is used instead and `fallbackReason` says why.
 */
import type { CountedFigure } from "../evidence/choose.ts";
import { sumPatients } from "../evidence/grouping.ts";
import type { Query } from "../question/query.ts";
import {
  contrastSeparatePools,
  type GroupPool,
  keepDifferenceIntervalIfRatioAgrees,
} from "../statistics/contrast/pools.ts";
import { profileTauInterval } from "../statistics/glmm/fit.ts";
import { type GlmmPool, isGlmmPool, poolGlmm } from "../statistics/glmm/pool.ts";
import { i2Limits } from "../statistics/heterogeneity.ts";
import type { CoefficientTest } from "../statistics/inverse-variance/fit.ts";
import {
  type EffectPool,
  makeInterceptModel,
  poolInverseVariance,
  poolLandmarksInverseVariance,
} from "../statistics/inverse-variance/pool.ts";
import { qProfileInterval, type Tau2Method } from "../statistics/inverse-variance/tau2.ts";
import { CLOGLOG, type Link, LOGIT } from "../statistics/scales.ts";
import type { Heterogeneity } from "./answer.ts";
import {
  type Compared,
  type ContrastFigures,
  type Figures,
  type Fit,
  type Fittable,
  type Fitting,
  type Model,
  makeModel,
  makeSeparateGroupsModel,
  type Purpose,
} from "./fit.ts";

type Settings = Pick<Query, "model" | "interval">;

const level = 0.95;

/**
 * Returns the model that the settings name. A group for which it has no answer has the fit of `usual`; if that group
 * is the reference, another one may stand in for it.
 *
 * @param usual The fitting of the default model.
 * @param withCache Adds a cache to a way of fitting; by default there is none.
 */
export function makeFrequentistModel(
  settings: Settings,
  usual: Fitting,
  withCache = (fitting: Fitting) => fitting,
): Model {
  const fitting = withCache(makeFrequentistFitting(settings, usual));
  const separately = makeSeparateGroupsModel(fitting);
  return makeModel(separately.pool, (groups, reference, purpose = "prediction") =>
    replaceReferenceThatFellBack(
      separately.compare(groups, reference, purpose),
      reference,
      fitting.contrast,
    ),
  );
}

function makeFrequentistFitting(settings: Settings, usual: Fitting): Fitting {
  return {
    pool: (of, purpose) => {
      if (of.figures.length === 0) return usual.pool(of, purpose);
      const fit =
        of.kind === "count" && settings.model === "glmm"
          ? poolCounts(of.figures, settings, purpose)
          : poolEffects(of, settings, purpose);
      if (typeof fit !== "string") return fit;
      return { ...usual.pool(of, purpose), status: "fallback", fallbackReason: fit };
    },
    contrast: (a, b) =>
      a.status === "fallback" && b.status === "fallback"
        ? usual.contrast(a, b)
        : contrastFits(a, b, settings),
  };
}

/** Holds a fit, or the status code that explains why there is none. */
type Attempt = Fit | string;

function poolCounts(
  studies: readonly CountedFigure[],
  { interval }: Settings,
  purpose: Purpose,
): Attempt {
  const result = poolGlmm(studies, { level });
  if (!isGlmmPool(result)) return result.status;
  const { status, k, mu, se, tau2, estimate } = result;
  return {
    ...makeBaseFit(k, mu, se, tau2, LOGIT),
    status,
    estimate,
    interval: interval === "wald" ? result.waldInterval : result.tInterval,
    predictionInterval: result.predictionInterval,
    heterogeneity: purpose === "prediction" ? summariseHeterogeneityOfCounts(result) : undefined,
  };
}

/** Returns the spread between two or more trials by the binomial–normal model. */
function summariseHeterogeneityOfCounts({ fit, tau2, heterogeneity }: GlmmPool): Heterogeneity {
  const { likelihoodRatio, wald, h2, typicalVariance } = heterogeneity;
  const tau = profileTauInterval(fit, { level });
  const tau2Interval = tau && ([tau[0] ** 2, tau[1] ** 2] as const);
  return {
    tests: [
      { name: "likelihood-ratio", ...likelihoodRatio },
      ...(wald === null ? [] : [{ name: "wald" as const, ...wald }]),
    ],
    tau2,
    tau2Interval,
    i2Interval: i2Limits(tau2Interval, typicalVariance),
    h2,
  };
}

const methods: Readonly<Record<Exclude<Settings["model"], "bayes" | "glmm">, Tau2Method>> = {
  reml: "REML",
  dl: "DL",
};

/**
 * Returns the method for effect sizes. Landmarks have no binomial likelihood, so `glmm` becomes the same model
 * with a normal likelihood, ML.
 */
export function chooseTau2MethodForModel(model: Settings["model"]): Tau2Method {
  return model === "bayes" || model === "glmm" ? "ML" : methods[model];
}

/**
 * Maps each interval of a question to its test; `adhoc` is the Hartung–Knapp test whose adjustment never makes the
 * standard error smaller.
 */
export const coefficientTests: Readonly<Record<Settings["interval"], CoefficientTest>> = {
  t: "t",
  wald: "z",
  "hartung-knapp": "adhoc",
};

/**
 * Returns the fit of logits or log cumulative hazards by inverse variance, or the code of the reason why there is
 * none.
 */
function poolEffects(of: Figures, { model, interval }: Settings, purpose: Purpose): Attempt {
  const poolWithoutLogit = of.kind === "count" ? findLogitObstacle(of.figures) : null;
  if (poolWithoutLogit !== null) return poolWithoutLogit;
  const options = {
    method: chooseTau2MethodForModel(model),
    test: coefficientTests[interval],
    level,
  } as const;
  const link = of.kind === "landmark" ? CLOGLOG : LOGIT;
  const result =
    of.kind === "landmark"
      ? poolLandmarksInverseVariance(
          of.figures.map(({ hazard }) => hazard),
          options,
        )
      : poolInverseVariance(of.figures, options);
  if (result.status === "no-cohorts") return result.status;
  const { status, mu, se, tau2, estimate, predictionInterval } = result;
  return {
    ...makeBaseFit(of.figures.length, mu, se, tau2, link),
    status,
    estimate,
    interval: result.interval,
    predictionInterval,
    // Only the pool of a row reads the heterogeneity, and its interval costs as much as a fit.
    heterogeneity:
      purpose === "prediction" && status === "ok"
        ? summariseHeterogeneityOfEffects(result)
        : undefined,
  };
}

/** Returns the spread between cohorts by inverse variance. */
function summariseHeterogeneityOfEffects(pool: EffectPool): Heterogeneity {
  const { q, df, pQ, h2, typicalVariance } = pool.heterogeneity;
  const tau2Interval = qProfileInterval(makeInterceptModel(pool.effects), level);
  return {
    tests: pQ === null ? [] : [{ name: "cochran", q, df, pValue: pQ }],
    tau2: pool.tau2,
    tau2Interval,
    i2Interval: i2Limits(tau2Interval, typicalVariance),
    h2,
  };
}

/**
 * Returns why counts have no usable logit: all of them are 0, or all patients had the event, so every logit would
 * rest on the ½ that is added. A single count is shown as it is, whatever its fit.
 */
function findLogitObstacle(studies: readonly CountedFigure[]): "all-zero" | "all-events" | null {
  if (studies.length < 2) return null;
  if (studies.every(({ events }) => events === 0)) return "all-zero";
  return studies.every(({ events, n }) => events === n) ? "all-events" : null;
}

function makeBaseFit(k: number, mean: number, sd: number, tau2: number, link: Link) {
  return {
    k,
    mu: { mean, sd },
    link,
    tau: Math.sqrt(tau2),
    fallbackReason: null,
    posterior: null,
  } as const;
}

/** Contrasts two fits; `null` if one of them fell back to the default model, because the two cannot be compared. */
function contrastFits(a: Fit, b: Fit, { interval }: Settings): ContrastFigures | null {
  const [groupA, groupB] = [convertFitToGroupPool(a), convertFitToGroupPool(b)];
  if (groupA === null || groupB === null) return null;
  const test = interval === "wald" ? "z" : "t";
  const { oddsRatio, difference, differenceInterval, pValue } = contrastSeparatePools(
    groupA,
    groupB,
    {
      level,
      test,
      link: groupA.link,
    },
  );
  return {
    ratio: oddsRatio.estimate,
    ratioInterval: oddsRatio.interval,
    difference,
    differenceInterval: keepDifferenceIntervalIfRatioAgrees(differenceInterval, oddsRatio),
    probabilityHigher: null,
    pValue,
  };
}

function convertFitToGroupPool({
  status,
  k,
  mu,
  link,
}: Fit): (GroupPool & { readonly link: Link }) | null {
  if (status === "fallback" || mu === null) return null;
  return { k, mu: mu.mean, se: mu.sd, link };
}

/**
 * Returns the groups with the contrasts to be shown. They stay as they are unless the reference fell back to the
 * default model: it cannot be compared with fits of the requested model. Then, if two or more groups have such a fit,
 * the largest of them stands in for the reference, and every other group is contrasted with it.
 */
function replaceReferenceThatFellBack<T extends Fittable & Compared>(
  groups: readonly T[],
  reference: string | null,
  contrast: Fitting["contrast"],
): readonly T[] {
  const fellBack = groups.some(({ id, fit }) => id === reference && fit.status === "fallback");
  const [largest, ...smaller] = groups
    .filter(({ fit }) => convertFitToGroupPool(fit) !== null)
    .sort((a, b) => sumPatients(b.figures.figures) - sumPatients(a.figures.figures));
  if (!fellBack || largest === undefined || smaller.length === 0) return groups;
  return groups.map((group) =>
    group === largest
      ? { ...group, contrast: null, replacesReference: true }
      : { ...group, contrast: contrast(group.fit, largest.fit) },
  );
}
