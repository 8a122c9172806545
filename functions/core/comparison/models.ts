/** Of the question and, for checks, with another prior; `remembering/` has them with a cache. */
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
