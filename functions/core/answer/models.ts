/** Makes the model of a question without a cache; `cache/cached-models.ts` adds one. */
import type { Query } from "../question/query.ts";
import { contrastPools } from "../statistics/bayes/contrast.ts";
import {
  type BayesPool,
  makePartPooler,
  poolLandmarks,
  poolProportions,
} from "../statistics/bayes/pool.ts";
import { CLOGLOG, LOGIT } from "../statistics/scales.ts";
import { type CountFigures, type Fitting, type Model, makeSeparateGroupsModel } from "./fit.ts";
import { makeFrequentistModel } from "./frequentist-models.ts";

/** Fits the default model, Bayesian for counts and for landmarks, unless the question asks for another one. */
export const bayesFitting = makeBayesFitting();

function makeBayesFitting(): Fitting {
  const partPoolers = new WeakMap<CountFigures, ReturnType<typeof makePartPooler>>();
  const poolPart = ({ whole, without }: NonNullable<CountFigures["partOf"]>): BayesPool => {
    const pool = partPoolers.get(whole) ?? makePartPooler(whole.figures, { predictive: false });
    partPoolers.set(whole, pool);
    return pool(without);
  };
  return {
    pool: (of, purpose) => {
      const predictive = purpose === "prediction";
      const posterior =
        of.kind === "landmark"
          ? poolLandmarks(
              of.figures.map(({ hazard }) => hazard),
              { predictive },
            )
          : of.partOf && !predictive
            ? poolPart(of.partOf)
            : poolProportions(of.figures, { predictive });
      return {
        ...posterior,
        tau: posterior.tau?.median ?? null,
        link: of.kind === "count" ? LOGIT : CLOGLOG,
        fallbackReason: null,
        posterior,
      };
    },
    contrast: (a, b) => a.posterior && b.posterior && contrastPools(a.posterior, b.posterior),
  };
}

export interface Models {
  readonly of: (query: Query) => Model;
}

export const bayesModel = makeSeparateGroupsModel(bayesFitting);

export const models: Models = {
  of: (query) => (query.model === "bayes" ? bayesModel : makeFrequentistModel(query, bayesFitting)),
};
