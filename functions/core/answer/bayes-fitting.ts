/** The default model. Every row uses it unless the question asks for another one. */
import { type BayesContrast, contrastPools } from "../statistics/bayes/contrast.ts";
import { poolLandmarks, poolProportions } from "../statistics/bayes/pool.ts";
import { CLOGLOG, LOGIT } from "../statistics/scales.ts";
import type { ContrastFigures, Figures, Fitting } from "./fit.ts";

export const bayesFitting: Fitting = {
  pool: (of: Figures, purpose) => {
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
  contrast: (a, b) =>
    figuresOf(a.posterior && b.posterior && contrastPools(a.posterior, b.posterior)),
};

/** A contrast of two posteriors as all models give theirs. */
function figuresOf(contrast: BayesContrast | null): ContrastFigures | null {
  if (contrast === null) return null;
  const { difference, differenceInterval, probabilityHigher } = contrast;
  return {
    ratio: contrast.oddsRatio,
    ratioInterval: contrast.oddsRatioInterval,
    difference,
    differenceInterval,
    probabilityHigher,
    pValue: null,
  };
}
