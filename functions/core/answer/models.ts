/** The model of a question; `cache/cached-models.ts` has it with a cache. */
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
