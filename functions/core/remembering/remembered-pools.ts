/**
 * `beyond` with models that cache their latest fits. Used by the Worker, and in a browser for
 * questions that need more than the usual rules.
 */
import { type Beyond, beyond } from "../comparison/beyond.ts";
import { type Fitting, type Model, modelOf } from "../comparison/fit.ts";
import { frequentistModel } from "../comparison/frequentist-models.ts";
import type { Query } from "../question/query.ts";
import { rememberingFitting, usualFitting } from "./remembering-model.ts";

export function beyondWith(usual: Fitting): Beyond {
  const byDefault = modelOf(usual);
  const others = new Map<string, Model>();

  /** There are no more than some dozen. */
  function other({ model, interval, tau }: Query): Model {
    const key = [model, interval, tau].join();
    const known = others.get(key);
    if (known) return known;
    const made = frequentistModel({ model, interval, tau }, usual, rememberingFitting);
    others.set(key, made);
    return made;
  }

  return {
    ...beyond,
    model: (query) => (query.model === "bayes" ? byDefault : other(query)),
  };
}

export const beyondRemembering = beyondWith(usualFitting);
