/** The default model. Every row uses it unless the question asks for another one. */
import { contrastPools } from "../statistics/bayes/contrast.ts";
import {
  type BayesPool,
  type PoolOptions,
  poolLandmarks,
  poolProportions,
} from "../statistics/bayes/pool.ts";
import type { Compared, ContrastFigures, Figures, Fit, Measured, Model } from "./fit.ts";

export const bayesModel: Model = {
  pool,
  compare: (groups, reference, options) =>
    eachAgainst(groups, reference, (of) => pool(of, options), contrastFits),
};

/** Fits every group by itself and contrasts each with the reference group. */
export function eachAgainst<T extends Measured>(
  groups: readonly T[],
  reference: string | null,
  poolOne: (of: Figures) => Fit,
  contrast: (a: Fit, b: Fit) => ContrastFigures | null,
): (T & Compared)[] {
  const fitted = groups.map((group) => ({ ...group, fit: poolOne(group.figures) }));
  const against = fitted.find(({ id }) => id === reference);
  return fitted.map((group) => ({
    ...group,
    contrast: against && group !== against ? contrast(group.fit, against.fit) : null,
  }));
}

/** Pools figures of one outcome. Counts and landmarks have different default priors. */
export function pool(of: Figures, options?: PoolOptions): Fit {
  const posterior =
    of.kind === "count"
      ? poolProportions(of.figures, options)
      : poolLandmarks(
          of.figures.map(({ hazard }) => hazard),
          options,
        );
  return fitOf(posterior);
}

function fitOf(posterior: BayesPool): Fit {
  return { ...posterior, tau: posterior.tau?.median ?? null, because: null, posterior };
}

/** `null` where one of the two has no posterior. */
export function contrastFits(a: Fit, b: Fit): ContrastFigures | null {
  if (a.posterior === null || b.posterior === null) return null;
  const result = contrastPools(a.posterior, b.posterior);
  return (
    result && {
      ratio: result.oddsRatio,
      ratioInterval: result.oddsRatioInterval,
      difference: result.difference,
      differenceInterval: result.differenceInterval,
      probabilityHigher: result.probabilityHigher,
      pValue: null,
    }
  );
}
