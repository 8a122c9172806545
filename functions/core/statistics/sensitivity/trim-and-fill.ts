import type { FitOptions } from "../inverse-variance/fit.ts";
import { interceptModel, type ProportionPool, poolEffects } from "../inverse-variance/pool.ts";
import { TAU2_ESTIMATORS, type Tau2Method } from "../inverse-variance/tau2.ts";
import { weightedLeastSquares } from "../inverse-variance/weighted-least-squares.ts";
import { read } from "../read.ts";
import { type EffectSize, expit, expitInterval } from "../scales.ts";
import type { Study } from "../study.ts";
import { averageRanks } from "./ranks.ts";
import {
  assess,
  regressOn,
  type SmallStudyAssessment,
  standardErrors,
} from "./small-study-tests.ts";

/**
 * The side on which studies are assumed to be missing: low effects (left) or high effects (right).
 */
export type Side = "left" | "right";

export interface TrimAndFillOptions extends FitOptions {
  /** Default `auto`: left if effects increase with their standard errors, otherwise right. */
  readonly side?: Side | "auto";
}

/** The mirror image of a study, on the scale of the analysis. */
export interface FilledStudy extends EffectSize {
  /** Index of the mirrored study. */
  readonly mirrors: number;
}

/** The pool of the studies together with those filled in. */
export interface TrimAndFill
  extends Pick<ProportionPool, "mu" | "se" | "muInterval" | "tau2" | "estimate" | "interval"> {
  readonly side: Side;
  /** Estimated number of missing studies. */
  readonly k0: number;
  readonly filled: readonly FilledStudy[];
}

const MAX_STEPS = 100;
/** Deviations that are a smaller share of the largest effect are only rounding errors. */
const ROUNDING = 1e-10;

/**
 * Trim and fill with the estimator L₀ (Duval & Tweedie 2000; metafor's `trimfill`). The k₀ most
 * extreme studies of the other side are left out, and the rest is pooled. k₀ is estimated from the
 * ranks of the deviations from that pooled value. This is repeated until k₀ does not change. Then
 * the mirror images of those k₀ studies are added.
 *
 * The result shows how much a pool depends on studies that may not exist. It is not an unbiased
 * estimate, and it performs poorly if studies are heterogeneous (Peters et al. 2007). It needs
 * three studies, not ten, because it is not a test.
 *
 * Deviations of equal size get the mean of their ranks. Of equal effects the last one in the given
 * order is trimmed first, as in metafor, whose sort is stable. Only in that case does the order of
 * the studies matter.
 *
 * @throws RangeError for invalid counts.
 */
export function trimAndFill(
  studies: readonly Study[],
  { side: wanted = "auto", ...options }: TrimAndFillOptions,
): SmallStudyAssessment<TrimAndFill> {
  const { method } = options;
  return assess(studies, { minimumStudies: 3 }, (effects) => {
    const side = wanted === "auto" ? sideOf(effects, method) : wanted;
    if (side === null) return "no-variation-in-precision";
    const filled = fill(effects, side, method);
    if (filled === null) return "not-converged";
    const pool = poolEffects([...effects, ...filled], options);
    if (pool.status === "no-residual-variation") return pool.status;
    const { mu, se, muInterval, tau2 } = pool;
    return {
      side,
      k0: filled.length,
      filled,
      mu,
      se,
      muInterval,
      tau2,
      estimate: expit(mu),
      interval: expitInterval(muInterval),
    };
  });
}

/** The side by the slope of Egger's line with the same τ²; `null` if there is no line. */
function sideOf(effects: readonly EffectSize[], method: Tau2Method): Side | null {
  const line = regressOn(standardErrors(effects), effects, { method, test: "z" });
  if (typeof line === "string") return null;
  // A slope within rounding error counts as 0.
  return line.statistic < -1e-9 ? "right" : "left";
}

/** The studies missing on one side; `null` if their number does not converge. */
function fill(
  effects: readonly EffectSize[],
  side: Side,
  method: Tau2Method,
): FilledStudy[] | null {
  const sign = side === "left" ? 1 : -1;
  // Effects are mirrored if needed, so that low ones are missing and the last ones are trimmed.
  const sorted = effects
    .map(({ yi, vi }, mirrors) => ({ yi: sign * yi, vi, mirrors }))
    .sort((a, b) => a.yi - b.yi);
  const k = sorted.length;
  let missing = 0;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const model = interceptModel(sorted.slice(0, k - missing));
    const centre = read(weightedLeastSquares(model, TAU2_ESTIMATORS[method](model)).beta, 0);
    const estimated = missingStudies(sorted, centre);
    if (estimated === missing) {
      return sorted
        .slice(k - missing)
        .map(({ yi, vi, mirrors }) => ({ yi: sign * (2 * centre - yi), vi, mirrors }));
    }
    missing = estimated;
  }
  return null;
}

/** L₀ = (4T − k(k + 1)) / (2k − 1), T the sum of the ranks of |yᵢ − centre| for yᵢ > centre. */
function missingStudies(effects: readonly EffectSize[], centre: number): number {
  const k = effects.length;
  const tolerance = ROUNDING * Math.max(...effects.map(({ yi }) => Math.abs(yi)));
  const deviations = effects.map(({ yi }) => yi - centre);
  const ranks = averageRanks(deviations.map(Math.abs), tolerance);
  const above = deviations.reduce(
    (sum, deviation, i) => (deviation > tolerance ? sum + read(ranks, i) : sum),
    0,
  );
  return Math.max(0, Math.round((4 * above - k * (k + 1)) / (2 * k - 1)));
}
