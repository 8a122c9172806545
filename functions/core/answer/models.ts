/** Makes the model of a question without a cache; `cache/cached-models.ts` adds one. */
import type { Query } from "../question/query.ts";
import { bayesFitting, widerSpreadFitting } from "./bayes-fitting.ts";
import { type Model, modelOf } from "./fit.ts";
import { frequentistModel } from "./frequentist-models.ts";

export interface Models {
  readonly of: (query: Query) => Model;
  /** The default model with a wider prior on the spread between trials, for a sensitivity analysis. */
  readonly ofWiderSpread: Model;
}

export const bayesModel = modelOf(bayesFitting);

export const models: Models = {
  of: (query) => (query.model === "bayes" ? bayesModel : frequentistModel(query, bayesFitting)),
  ofWiderSpread: modelOf(widerSpreadFitting),
};
