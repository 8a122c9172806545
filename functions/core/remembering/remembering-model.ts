/**
 * The default model with a cache of its latest fits. Questions differ in their filters, but most of
 * their pools, especially those of single products, have the same figures. Equal figures always
 * give the same fit, so results do not depend on earlier questions.
 */
import { contrastFits, eachAgainst, pool } from "../comparison/bayes-model.ts";
import type { ContrastFigures, Figures, Fit, FitOptions, Model } from "../comparison/fit.ts";
import { memo } from "./memo.ts";

/** Number of fits; each takes a few kilobytes. */
const most = 1000;

export function rememberingModel(): Model {
  const fits = memo<Fit>(most, () => 1);
  const contrasts = new WeakMap<Fit, WeakMap<Fit, ContrastFigures | null>>();

  function rememberedPool(of: Figures, options: FitOptions = {}): Fit {
    const key = of.kind + figuresText(of);
    const known = fits.get(key);
    if (known && (known.predictionInterval || options.predictive === false)) return known;
    const fit = pool(of, options);
    fits.set(key, fit);
    return fit;
  }

  function rememberedContrast(a: Fit, b: Fit): ContrastFigures | null {
    const ofA = contrasts.get(a) ?? new WeakMap<Fit, ContrastFigures | null>();
    contrasts.set(a, ofA);
    if (!ofA.has(b)) ofA.set(b, contrastFits(a, b));
    return ofA.get(b) ?? null;
  }

  return {
    pool: rememberedPool,
    compare: (groups, reference, options) =>
      eachAgainst(groups, reference, (of) => rememberedPool(of, options), rememberedContrast),
  };
}

/** The cache key: everything that the model reads of the figures, in their order. */
function figuresText(of: Figures): string {
  return of.kind === "count"
    ? of.figures.map(({ events, n }) => `${events}/${n}`).join()
    : of.figures.map(({ hazard: { y, se } }) => `${y}/${se}`).join();
}

/** One cache for all questions: in the isolate of the Worker, or in the page in a browser. */
export const remembering = rememberingModel();
