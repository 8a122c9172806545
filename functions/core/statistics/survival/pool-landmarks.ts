import { CLOGLOG, orderedLimits } from "../bayes/link.ts";
import type { LandmarkStudy } from "../bayes/pool.ts";
import type { FitOptions, NoResidualVariation } from "../inverse-variance/fit.ts";
import { type EffectPool, poolEffects } from "../inverse-variance/pool.ts";
import type { Interval } from "../types.ts";

/**
 * A pool of landmarks. `estimate` and its intervals are survival, 0–1; the other numbers are on the
 * scale y = log(−log S).
 */
export interface LandmarkPool extends EffectPool {
  readonly estimate: number;
  readonly interval: Interval;
  readonly predictionInterval: Interval | null;
}

/**
 * Two-step pooling of survival at one time on the scale log(−log S), weighted by the inverse of the
 * variances; see `landmark.ts` for their source. The default model for landmarks is Bayesian
 * (`bayes/pool.ts`); this one is for comparison with published results.
 *
 * @throws RangeError for an invalid level.
 */
export function poolLandmarksInverseVariance(
  landmarks: readonly LandmarkStudy[],
  options: FitOptions,
): LandmarkPool | NoResidualVariation | { readonly status: "no-cohorts" } {
  if (landmarks.length === 0) return { status: "no-cohorts" };
  const effects = landmarks.map(({ y, se }) => ({ yi: y, vi: se * se }));
  const pool = poolEffects(effects, options);
  if (pool.status === "no-residual-variation") return pool;
  const survival = ([lower, upper]: Interval): Interval => orderedLimits(CLOGLOG, lower, upper);
  return {
    ...pool,
    estimate: CLOGLOG.inverse(pool.mu),
    interval: survival(pool.muInterval),
    predictionInterval: pool.muPredictionInterval && survival(pool.muPredictionInterval),
  };
}
