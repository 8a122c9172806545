/**
 * The models with a cache of their latest fits, for the Worker and for a page that answers more than
 * one question.
 */
import { bayesFitting } from "../comparison/bayes-fitting.ts";
import { type Fitting, type Model, modelOf } from "../comparison/fit.ts";
import { frequentistModel } from "../comparison/frequentist-models.ts";
import type { Models } from "../comparison/models.ts";
import type { Query } from "../question/query.ts";
import { rememberingFitting, usualFitting } from "./remembering-model.ts";

export function modelsWith(usual: Fitting): Models {
  const byDefault = modelOf(usual);
  const others = new Map<string, Model>();

  /** There are no more than some dozen. */
  function kept(key: string, make: () => Model): Model {
    const made = others.get(key) ?? make();
    others.set(key, made);
    return made;
  }

  function other({ model, interval, tau }: Query): Model {
    return kept([model, interval, tau].join(), () =>
      frequentistModel({ model, interval, tau }, usual, rememberingFitting),
    );
  }

  return {
    of: (query) => (query.model === "bayes" ? byDefault : other(query)),
    withPrior: (prior) =>
      kept(JSON.stringify(prior), () => modelOf(rememberingFitting(bayesFitting({ prior })))),
  };
}

export const rememberingModels = modelsWith(usualFitting);
