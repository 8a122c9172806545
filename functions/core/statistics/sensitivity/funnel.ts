import { type Interval, waldInterval } from "../interval.ts";
import type { FitOptions } from "../inverse-variance/fit.ts";
import {
  type InverseVariancePool,
  type ProportionPool,
  poolInverseVariance,
} from "../inverse-variance/pool.ts";
import { NORMAL } from "../special/reference-distribution.ts";
import type { Study } from "../study.ts";

/** A study in the plot, on the scale of the analysis. */
export interface FunnelPoint {
  readonly estimate: number;
  readonly standardError: number;
  /** Pseudo confidence limits at its standard error. */
  readonly pseudoInterval: Interval;
}

export type Funnel =
  | {
      readonly status: "ok" | "one-cohort";
      /** The pooled value, at which the limits meet for a standard error of 0. */
      readonly mu: number;
      /** In the order given. */
      readonly points: readonly FunnelPoint[];
    }
  | Exclude<InverseVariancePool, ProportionPool>;

/**
 * Data of a funnel plot: effects against their standard errors, with pseudo confidence limits μ ∓ z
 * √vᵢ, which are straight lines from the pooled value (Sterne & Egger 2001). If there is no
 * variation between studies, no bias and no relation of rate and size, a share `level` of the
 * points lies between them.
 *
 * @throws RangeError for invalid counts.
 */
export function funnel(studies: readonly Study[], options: FitOptions): Funnel {
  const pool = poolInverseVariance(studies, options);
  if (!("effects" in pool)) return pool;
  const { status, mu, effects } = pool;
  const z = NORMAL.quantile(options.level ?? 0.95);
  return {
    status,
    mu,
    points: effects.map(({ yi, vi }) => {
      const standardError = Math.sqrt(vi);
      return {
        estimate: yi,
        standardError,
        pseudoInterval: waldInterval(mu, standardError, z),
      };
    }),
  };
}
