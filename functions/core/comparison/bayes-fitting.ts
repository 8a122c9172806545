/** The default model. Every row uses it unless the question asks for another one. */
import { contrastPools } from "../statistics/bayes/contrast.ts";
import { type PoolOptions, poolLandmarks, poolProportions } from "../statistics/bayes/pool.ts";
import type { Figures, Fitting } from "./fit.ts";

/** @param rules Without a prior, counts and landmarks have default priors of their own. */
export function bayesFitting(rules: Pick<PoolOptions, "prior"> = {}): Fitting {
  return {
    pool: (of: Figures, purpose) => {
      const options = { ...rules, predictive: purpose === "prediction" };
      const posterior =
        of.kind === "count"
          ? poolProportions(of.figures, options)
          : poolLandmarks(
              of.figures.map(({ hazard }) => hazard),
              options,
            );
      return { ...posterior, tau: posterior.tau?.median ?? null, because: null, posterior };
    },
    contrast: (a, b) => {
      const result = a.posterior && b.posterior && contrastPools(a.posterior, b.posterior);
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
    },
  };
}
