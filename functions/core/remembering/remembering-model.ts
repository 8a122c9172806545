/**
 * The default model with its latest fits kept. Questions differ in their filters, but most of the
 * pools behind them, those of single products above all, rest on the same figures. The fit of the
 * same figures is the same fit, so no digit depends on what was asked before.
 */
import { contrastFits, eachAgainst, pool } from "../comparison/bayes-model.ts";
import type { ContrastFigures, Figures, Fit, Model } from "../comparison/fit.ts";
import { memo } from "./memo.ts";

/** Fits; each takes some kilobytes. */
const most = 1000;

export function rememberingModel(): Model {
  const fits = memo<Fit>(most, () => 1);
  const contrasts = new WeakMap<Fit, WeakMap<Fit, ContrastFigures | null>>();

  function rememberedPool(of: Figures, options: { readonly predictive?: boolean } = {}): Fit {
    const key = `${of.kind};${options.predictive ?? true};${figuresText(of)}`;
    const known = fits.get(key);
    if (known) return known;
    const fit = pool(of, options);
    fits.set(key, fit);
    return fit;
  }

  function rememberedContrast(a: Fit, b: Fit): ContrastFigures | null {
    const ofA = contrasts.get(a) ?? new WeakMap<Fit, ContrastFigures | null>();
    contrasts.set(a, ofA);
    const known = ofA.get(b);
    if (known !== undefined) return known;
    const contrast = contrastFits(a, b);
    ofA.set(b, contrast);
    return contrast;
  }

  return {
    pool: rememberedPool,
    compare: (groups, reference) =>
      eachAgainst(groups, reference, rememberedPool, rememberedContrast),
  };
}

/** All that the model reads of them, in their order. */
function figuresText(of: Figures): string {
  return of.kind === "count"
    ? of.figures.map(({ events, n }) => `${events}/${n}`).join()
    : of.figures.map(({ hazard: { y, se } }) => `${y}/${se}`).join();
}

/** One for everything that is asked here: the isolate at the edge, the page in a browser. */
export const remembering = rememberingModel();
