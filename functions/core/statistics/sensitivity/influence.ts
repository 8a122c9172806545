import type { FitOptions } from "../inverse-variance/fit.ts";
import {
  type EffectPool,
  type InverseVariancePool,
  interceptModel,
  poolEffects,
  poolInverseVariance,
} from "../inverse-variance/pool.ts";
import { hatValues, weightedLeastSquares } from "../inverse-variance/weighted-least-squares.ts";
import { read } from "../read.ts";
import type { EffectSize } from "../scales.ts";
import type { Study } from "../study.ts";

/** Without `test`: the diagnostics are defined for coefficients tested by `z`. */
export type InfluenceOptions = Omit<FitOptions, "test">;

/** Influence of a study on the pool: (−i) is the pool without it, and w = 1/(v + τ²). */
export interface StudyInfluence {
  /** (yᵢ − μ(−i)) / √(vᵢ + τ²(−i) + se(−i)²): beyond ±1.96 the study does not fit the others. */
  readonly rstudent: number;
  /** (yᵢ − μ) / √(vᵢ + τ² − se²). */
  readonly rstandard: number;
  /** (μ − μ(−i)) / √(hatᵢ (τ²(−i) + vᵢ)). */
  readonly dffits: number;
  /** (μ − μ(−i))² / se². */
  readonly cookDistance: number;
  /** se(−i)² / se²: below 1 means that the pool is more precise without the study. */
  readonly covRatio: number;
  /** wᵢ / Σw. */
  readonly hat: number;
  /** (μ − μ(−i)) / √(1 / Σ 1/(vⱼ + τ²(−i))); the sum is over all studies. */
  readonly dfbetas: number;
  /** Percent. */
  readonly weight: number;
  /** The pool without the study. */
  readonly without: EffectPool;
}

export type Influence =
  | {
      readonly status: "ok";
      readonly pool: EffectPool;
      /** In the order given. */
      readonly studies: readonly StudyInfluence[];
    }
  /** With a single study there is no pool without it. */
  | { readonly status: "one-cohort" }
  | Exclude<InverseVariancePool, EffectPool>;

/**
 * Outlier and influence diagnostics of an inverse-variance pool (Viechtbauer & Cheung 2010), as in
 * metafor's `influence.rma.uni`.
 *
 * @throws RangeError for invalid counts.
 */
export function influence(studies: readonly Study[], options: InfluenceOptions): Influence {
  const fitOptions = { ...options, test: "z" as const };
  const pool = poolInverseVariance(studies, fitOptions);
  if (pool.status === "one-cohort") return { status: pool.status };
  if (!("effects" in pool)) return pool;
  const without = leaveOneOut(pool.effects, (remaining) => poolEffects(remaining, fitOptions));
  return { status: "ok", pool, studies: diagnostics(pool, without) };
}

function diagnostics(pool: EffectPool, without: readonly EffectPool[]): StudyInfluence[] {
  const { effects, mu, se, tau2 } = pool;
  const model = interceptModel(effects);
  const hats = hatValues(model.design, weightedLeastSquares(model, tau2));
  const rstandard = standardisedResiduals(effects, tau2);
  return without.map((rest, i) => {
    const { yi, vi } = effects[i] as EffectSize;
    const hat = read(hats, i);
    const shift = mu - rest.mu;
    const varianceOfAll = read(weightedLeastSquares(model, rest.tau2).vcov, 0);
    return {
      rstudent: (yi - rest.mu) / Math.sqrt(vi + rest.tau2 + rest.se ** 2),
      rstandard: read(rstandard, i),
      dffits: shift / Math.sqrt(hat * (rest.tau2 + vi)),
      cookDistance: (shift / se) ** 2,
      covRatio: (rest.se / se) ** 2,
      hat,
      dfbetas: shift / Math.sqrt(varianceOfAll),
      weight: read(pool.weights, i),
      without: rest,
    };
  });
}

/**
 * The result of an analysis without each study in turn, in the order of the studies. With a single
 * study it is the result of `analyse` for an empty list.
 *
 * @example leaveOneOut(studies, (rest) => poolProportions(rest).estimate)
 */
export function leaveOneOut<T, Result>(
  studies: readonly T[],
  analyse: (remaining: readonly T[]) => Result,
): Result[] {
  return studies.map((_, index) => analyse(studies.toSpliced(index, 1)));
}

/**
 * (yᵢ − μ) / √(vᵢ + τ² − 1/Σw) with w = 1/(v + τ²): the deviation of every study from the pooled
 * value, divided by the standard error of that deviation. Needs at least two studies.
 */
export function standardisedResiduals(effects: readonly EffectSize[], tau2: number): number[] {
  const { weights, residuals } = weightedLeastSquares(interceptModel(effects), tau2);
  const total = sum([...weights]);
  // 1/wᵢ − 1/Σw without the subtraction, which loses all digits beside a very large study.
  return leaveOneOut([...weights], sum).map(
    (others, i) => read(residuals, i) / Math.sqrt(others / (read(weights, i) * total)),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
