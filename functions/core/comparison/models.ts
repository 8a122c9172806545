/**
 * The models that an answer asks: that of its question and, for the checks of a difference, the
 * default one with another prior. `remembering/` has the same with a cache of their fits.
 */
import type { Query } from "../question/query.ts";
import type { Prior } from "../statistics/bayes/prior.ts";
import { bayesFitting } from "./bayes-fitting.ts";
import { type Model, modelOf } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";

export interface Models {
  readonly of: (query: Query) => Model;
  readonly withPrior: (prior: Prior) => Model;
}

export const bayesModel = modelOf(bayesFitting());

export const models: Models = {
  of: (query) => (query.model === "bayes" ? bayesModel : frequentistModel(query, bayesFitting())),
  withPrior: (prior) => modelOf(bayesFitting({ prior })),
};
