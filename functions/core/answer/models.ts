/** Makes the model of a question without a cache; `cache/cached-models.ts` adds one. */
import type { Query } from "../question/query.ts";
import { bayesFitting } from "./bayes-fitting.ts";
import { type Model, modelOf } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";

export interface Models {
  readonly of: (query: Query) => Model;
}

export const bayesModel = modelOf(bayesFitting);

export const models: Models = {
  of: (query) => (query.model === "bayes" ? bayesModel : frequentistModel(query, bayesFitting)),
};
