/**
 * `beyond` with models that cache their latest fits. Used by the Worker, and in a browser for
 * questions that need more than the usual rules.
 */
import { bayesFitting } from "../comparison/bayes-fitting.ts";
import { type Beyond, beyond } from "../comparison/beyond.ts";
import { type Fitting, type Model, modelOf } from "../comparison/fit.ts";
import { frequentistModel } from "../comparison/frequentist-models.ts";
import type { Query } from "../question/query.ts";
import { rememberingFitting, usualFitting } from "./remembering-model.ts";

export function beyondWith(usual: Fitting): Beyond {
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
    ...beyond,
    model: (query) => (query.model === "bayes" ? byDefault : other(query)),
    withPrior: (prior) =>
      kept(JSON.stringify(prior), () => modelOf(rememberingFitting(bayesFitting({ prior })))),
  };
}

export const beyondRemembering = beyondWith(usualFitting);
