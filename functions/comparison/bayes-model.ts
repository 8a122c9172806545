/** The default model behind every row. */
import { contrastPools } from "../statistics/bayes/contrast.ts";
import {
  type BayesPool,
  type PoolOptions,
  poolLandmarks,
  poolProportions,
} from "../statistics/bayes/pool.ts";
import type { ContrastFigures, Figures, Fit, Model } from "./fit.ts";

export const bayesModel: Model = {
  pool,
  compare(carT, bsab) {
    const fits = { carT: pool(carT), bsab: pool(bsab) };
    return { ...fits, contrast: contrastFits(fits.carT, fits.bsab) };
  },
};

/** Pools of either kind of outcome, by the default prior of the kind unless another is given. */
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
