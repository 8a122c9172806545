/** Makes the model of a question without a cache; `cache/cached-models.ts` adds one. */
import type { Query } from "../question/query.ts";
import { bayesFitting, widerSpreadFitting } from "./bayes-fitting.ts";
import { type Model, makeSeparateGroupsModel } from "./fit.ts";
import { makeFrequentistModel } from "./frequentist-models.ts";

export interface Models {
  readonly of: (query: Query) => Model;
  /** The default model with a wider prior on the spread between trials, for a sensitivity analysis. */
  readonly ofWiderSpread: Model;
}

export const bayesModel = makeSeparateGroupsModel(bayesFitting);

export const models: Models = {
  of: (query) => (query.model === "bayes" ? bayesModel : makeFrequentistModel(query, bayesFitting)),
  ofWiderSpread: makeSeparateGroupsModel(widerSpreadFitting),
};
