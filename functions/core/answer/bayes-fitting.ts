/** Fits the default model. Every row uses it unless the question asks for another one. */
import { contrastPools } from "../statistics/bayes/contrast.ts";
import { poolLandmarks, poolProportions } from "../statistics/bayes/pool.ts";
import { CLOGLOG, LOGIT } from "../statistics/scales.ts";
import type { Fitting } from "./fit.ts";

export const bayesFitting: Fitting = {
  pool: (of, purpose) => {
    const options = { predictive: purpose === "prediction" };
    const posterior =
      of.kind === "count"
        ? poolProportions(of.figures, options)
        : poolLandmarks(
            of.figures.map(({ hazard }) => hazard),
            options,
          );
    return {
      ...posterior,
      tau: posterior.tau?.median ?? null,
      link: of.kind === "count" ? LOGIT : CLOGLOG,
      fallbackReason: null,
      posterior,
    };
  },
  contrast: (a, b) => {
    const contrast = a.posterior && b.posterior && contrastPools(a.posterior, b.posterior);
    return contrast && { ...contrast, pValue: null };
  },
};
