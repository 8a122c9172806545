/** Makes models with a cache of their latest fits, for a process that answers more than one question. */

import {
  type ContrastFigures,
  type Figures,
  type Fit,
  type Fitting,
  type Model,
  makeSeparateGroupsModel,
} from "../answer/fit.ts";
import { makeFrequentistModel } from "../answer/frequentist-models.ts";
import { bayesFitting, type Models, widerSpreadFitting } from "../answer/models.ts";
import { makeLruCacheByTotalSize } from "./memo.ts";

/**
 * The cache holds this many fits of about three kilobytes each, those of all models together. A question about nearly
 * everything has hundreds: with a third of them it would find few of the last one again.
 */
const mostFits = 6000;

const fits = makeLruCacheByTotalSize<{ fit: Fit; predicts: boolean }>(mostFits, () => 1);

/**
 * Adds the cache of fits to a model. Most pools of different questions have the same figures, and these give the
 * same fit.
 *
 * @param name Names the model with all that its fits depend on besides the figures.
 */
export function addFitCache({ pool, contrast }: Fitting, name: string): Fitting {
  const contrasts = new WeakMap<Fit, WeakMap<Fit, ContrastFigures | null>>();
  return {
    pool: (of, purpose) => {
      const key = `${name} ${findPooledFiguresKey(of)}`;
      const cached = fits.get(key);
      const predicts = purpose === "prediction";
      // A cached fit for `prediction` serves every purpose; any other fit serves all purposes but `prediction`.
      if (cached && (cached.predicts || !predicts)) return cached.fit;
      const fit = pool(of, purpose);
      fits.set(key, { fit, predicts });
      return fit;
    },
    contrast: (a, b) => {
      const ofA = contrasts.get(a) ?? new WeakMap<Fit, ContrastFigures | null>();
      const cached = ofA.get(b);
      if (cached !== undefined) return cached;
      const result = contrast(a, b);
      contrasts.set(a, ofA.set(b, result));
      return result;
    },
  };
}

/** Holds the keys of figures: each analysis that changes one class compares it with the same figures of the other. */
const keys = new WeakMap<Figures, string>();

function findPooledFiguresKey(of: Figures): string {
  const key = keys.get(of) ?? makePooledFiguresKey(of);
  keys.set(of, key);
  return key;
}

/** Returns everything that a model reads of the figures, in their order. */
function makePooledFiguresKey(of: Figures): string {
  if (of.kind === "landmark") return of.figures.map(({ hazard: { y, se } }) => `${y}:${se}`).join();
  if (!of.partOf) return of.figures.map(({ events, n }) => `${events}/${n}`).join();
  const { whole, without } = of.partOf;
  return `${findPooledFiguresKey(whole)} without ${without}`;
}

const defaultFitting = addFitCache(bayesFitting, "bayes");
const byDefault = makeSeparateGroupsModel(defaultFitting);

/** Caches models by name and interval; there are at most a few dozen. */
const byModel = new Map<string, Model>();

export const cachedModels: Models = {
  of: ({ model, interval }) => {
    if (model === "bayes") return byDefault;
    const key = [model, interval].join();
    const modelOfKey =
      byModel.get(key) ??
      makeFrequentistModel({ model, interval }, defaultFitting, (fitting) =>
        addFitCache(fitting, key),
      );
    byModel.set(key, modelOfKey);
    return modelOfKey;
  },
  ofWiderSpread: makeSeparateGroupsModel(addFitCache(widerSpreadFitting, "wider-spread")),
};
