/**
 * `beyond` with models that cache their latest fits. Used by the Worker, and in a browser for
 * questions that need more than the usual rules.
 */
import { type Beyond, beyond } from "../comparison/beyond.ts";
import { type Fitting, type Model, modelOf } from "../comparison/fit.ts";
import { frequentistModel } from "../comparison/frequentist-models.ts";
import { fitRates, type RateFit } from "../comparison/rate-fit.ts";
import type { Query } from "../question/query.ts";
import { memo } from "./memo.ts";
import { rememberingFitting, usualFitting } from "./remembering-model.ts";

/** Number of fitted rates; each takes a few kilobytes. */
const most = 500;

export function beyondWith(usual: Fitting): Required<Beyond> {
  const byDefault = modelOf(usual);
  const others = new Map<string, Model>();
  const rates = memo<RateFit>(most, () => 1);

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
    fitRates: (figures, settings, purpose) => {
      const { model, interval } = settings;
      const text = figures.map(({ events, n, years }) => `${events}/${n}/${years}`).join();
      const key = `${model} ${interval} ${text}`;
      const known = rates.get(key);
      if (known && (purpose !== "prediction" || known.predictionInterval)) return known;
      const fit = fitRates(figures, settings, purpose);
      rates.set(key, fit);
      return fit;
    },
  };
}

export const beyondRemembering = beyondWith(usualFitting);
