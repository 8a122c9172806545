/** Fits rates by the default model or by maximum likelihood, and contrasts two of them. */
import type { RatedFigure } from "../evidence/rated.ts";
import type { Query } from "../question/query.ts";
import { contrastSeparate } from "../statistics/contrast/separate.ts";
import { contrastRates } from "../statistics/rates/contrast.ts";
import { isGlmmRatePool, poolRatesGlmm } from "../statistics/rates/glmm.ts";
import { type FittedRatePool, isRatePool, poolRates } from "../statistics/rates/pool.ts";
import type { Interval, PoolStatus, RateContrast } from "./answer.ts";
import type { Purpose } from "./fit.ts";

/** Rates are per patient-year. */
export interface RateFit {
  readonly status: PoolStatus;
  readonly k: number;
  readonly estimate: number | null;
  readonly interval: Interval | null;
  readonly predictionInterval: Interval | null;
  /** Log of the rate of a typical cohort, and its standard deviation or standard error. */
  readonly mu: { readonly mean: number; readonly sd: number } | null;
  readonly tau: number | null;
  /** Why the default model was used instead of the requested one. */
  readonly because: string | null;
  /** Of the default model. */
  readonly posterior: FittedRatePool | null;
}

export type RateSettings = Pick<Query, "model" | "interval">;

const level = 0.95;
/** A limit beyond so many events in a patient-year says nothing. */
const most = 1e6;

/** @param purpose What nobody reads may be `null`. */
export type FitRates = (
  figures: readonly RatedFigure[],
  settings: RateSettings,
  purpose: Purpose,
) => RateFit;

export const fitRates: FitRates = (figures, settings, purpose) => {
  const usual = () => byBayes(figures, purpose);
  if (settings.model !== "glmm" || figures.length === 0) return usual();
  const fit = byLikelihood(figures, settings);
  return typeof fit === "string" ? { ...usual(), status: "fallback", because: fit } : fit;
};

function byBayes(figures: readonly RatedFigure[], purpose: Purpose): RateFit {
  const pool = poolRates(figures, { predictive: purpose === "prediction" });
  const { status, k } = pool;
  if (!isRatePool(pool)) {
    const nothing = { estimate: null, interval: null, predictionInterval: null, mu: null };
    return { status, k, ...nothing, tau: null, because: null, posterior: null };
  }
  const { estimate, interval, predictionInterval, mu, tau } = pool;
  const shown = { estimate, interval, predictionInterval, mu, tau: tau.median };
  return { status, k, ...shown, because: null, posterior: pool };
}

/** A fit, or the status code that explains why there is none. */
function byLikelihood(
  figures: readonly RatedFigure[],
  { interval: asked }: RateSettings,
): RateFit | string {
  const pool = poolRatesGlmm(figures, { level });
  if (!isGlmmRatePool(pool)) return pool.status;
  const interval = asked === "wald" ? pool.waldInterval : pool.tInterval;
  if (!(interval[1] < most)) return "interval-without-end";
  const { status, k, estimate, mu, se, tau } = pool;
  const { tkm2 } = pool.predictionIntervals;
  return {
    status,
    k,
    estimate,
    interval,
    predictionInterval: tkm2 && tkm2[1] < most ? tkm2 : null,
    mu: { mean: mu, sd: se },
    tau,
    because: null,
    posterior: null,
  };
}

/** With one cohort only the prior knows how much cohorts differ. */
const fewestCohorts = 2;

/**
 * `null` if one of the two rests on fewer than two cohorts, or on another model than the other.
 */
export function contrastRateFits(
  a: RateFit,
  b: RateFit,
  { interval }: RateSettings,
): RateContrast | null {
  if (Math.min(a.k, b.k) < fewestCohorts) return null;
  if (a.posterior !== null && b.posterior !== null) {
    const { ratio, ratioInterval, difference, differenceInterval, probabilityHigher } =
      contrastRates(a.posterior, b.posterior, { level });
    return {
      ratio,
      ratioInterval,
      differencePer100: 100 * difference,
      differenceInterval: per100(differenceInterval),
      probabilityHigher,
      pValue: null,
    };
  }
  const [groupA, groupB] = [groupOf(a), groupOf(b)];
  if (groupA === null || groupB === null) return null;
  // Its ratio is e to the power of the difference on the scale of the model: here that of rates.
  const result = contrastSeparate(groupA, groupB, { level, test: interval === "wald" ? "z" : "t" });
  const ratioInterval = result.oddsRatio.interval;
  if (ratioInterval === null) return null;
  return {
    ratio: result.oddsRatio.estimate,
    ratioInterval,
    differencePer100: 100 * result.difference,
    differenceInterval: per100(result.differenceInterval),
    probabilityHigher: null,
    pValue: result.pValue,
  };
}

function groupOf({ posterior, k, mu, estimate, interval }: RateFit) {
  if (posterior !== null || mu === null || estimate === null || interval === null) return null;
  return { k, mu: mu.mean, se: mu.sd, estimate, interval };
}

export function per100([lower, upper]: Interval): Interval {
  return [100 * lower, 100 * upper];
}
