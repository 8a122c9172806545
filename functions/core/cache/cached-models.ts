/**
 * Makes models with caches of their latest fits and of the latest differences, for a process that answers more than one
 * question.
 */

import {
  type ContrastFigures,
  type Difference,
  type Figures,
  type Fit,
  type Fittable,
  type Fitting,
  type Model,
  makeSeparateGroupsModel,
} from "../answer/fit.ts";
import { makeFrequentistModel } from "../answer/frequentist-models.ts";
import { bayesFitting, type Models } from "../answer/models.ts";
import { makeLruCacheByTotalSize } from "./memo.ts";

/**
 * The cache holds this many fits of about three kilobytes each, those of all models together. A question about nearly
 * everything has 200; with half of the room such questions, asked at random, take a tenth longer.
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
      // An analysis needs the fit of a part for one difference, which is cached instead.
      if (findPartOf(of) && purpose === "contrast") return pool(of, purpose);
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
  const partOf = findPartOf(of);
  return partOf
    ? `${findPooledFiguresKey(partOf.whole)} without ${partOf.without}`
    : of.figures.map(({ events, n }) => `${events}/${n}`).join();
}

function findPartOf(of: Figures) {
  return of.kind === "count" ? of.partOf : undefined;
}

/**
 * The cache holds the differences of this many rows, of at most four kilobytes each: that of the row, and those without
 * one trial or drug. A question about nearly everything has 35 rows, with those for other regions, doses and sources.
 */
const mostRows = 4000;

/** Holds a difference without the fits that it was computed from; its ratio is added when it is first read. */
type KeptDifference = Pick<Difference, "difference" | "differenceInterval"> & {
  ratio?: Pick<Difference, "ratio" | "ratioInterval">;
};

/** Caches the differences of rows by their parts; `null` where there is none. */
const rows = makeLruCacheByTotalSize<Map<string, KeptDifference | null>>(mostRows, () => 1);

/**
 * Adds the cache of differences to a model. Most rows of different questions have the same figures, and then the same
 * differences without each of their trials and drugs.
 *
 * @param name Names the model with all that its differences depend on besides the figures.
 */
export function addDifferenceCache(model: Model, name: string): Model {
  return {
    ...model,
    difference: (groups, reference) => {
      const ofRow = findOrAddRow(`${name} ${makeRowKey(groups, reference)}`);
      const part = makePartKey(groups);
      const kept = ofRow.get(part);
      const compute = () => model.difference(groups, reference);
      if (kept !== undefined) return kept && addRatioWhenRead(kept, compute);
      const computed = compute();
      const toKeep = computed && pickDifference(computed);
      ofRow.set(part, toKeep);
      return toKeep && addRatioWhenRead(toKeep, () => computed);
    },
  };
}

function pickDifference({
  difference,
  differenceInterval,
}: Omit<KeptDifference, "ratio">): KeptDifference {
  return { difference, differenceInterval };
}

/** Returns the difference with its ratio, which is computed when it is first read, and kept then. */
function addRatioWhenRead(kept: KeptDifference, compute: () => Difference | null): Difference {
  const readRatio = () => {
    const computed = kept.ratio ?? compute();
    if (computed === null) throw new Error("a kept difference has no ratio");
    const { ratio, ratioInterval } = computed;
    kept.ratio = { ratio, ratioInterval };
    return kept.ratio;
  };
  return {
    ...pickDifference(kept),
    get ratio() {
      return readRatio().ratio;
    },
    get ratioInterval() {
      return readRatio().ratioInterval;
    },
  };
}

function findOrAddRow(key: string): Map<string, KeptDifference | null> {
  const cached = rows.get(key);
  if (cached) return cached;
  const row = new Map<string, KeptDifference | null>();
  rows.set(key, row);
  return row;
}

/** Returns the key of the whole figures of the groups. */
function makeRowKey(groups: readonly Fittable[], reference: string): string {
  const texts = groups.map(
    ({ id, figures }) => `${id} ${findPooledFiguresKey(findPartOf(figures)?.whole ?? figures)}`,
  );
  return [reference, ...texts].join("; ");
}

/** Returns the key of what is left out of the whole figures of the groups. */
function makePartKey(groups: readonly Fittable[]): string {
  return groups.map(({ figures }) => findPartOf(figures)?.without.join() ?? "").join(";");
}

const defaultFitting = addFitCache(bayesFitting, "bayes");
const byDefault = addDifferenceCache(makeSeparateGroupsModel(defaultFitting), "bayes");

/** Caches models by name and interval; there are at most a few dozen. */
const byModel = new Map<string, Model>();

export const cachedModels: Models = {
  of: ({ model, interval }) => {
    if (model === "bayes") return byDefault;
    const key = [model, interval].join();
    const makeCachedModel = () =>
      makeFrequentistModel({ model, interval }, defaultFitting, (fitting) =>
        addFitCache(fitting, key),
      );
    const modelOfKey = byModel.get(key) ?? addDifferenceCache(makeCachedModel(), key);
    byModel.set(key, modelOfKey);
    return modelOfKey;
  },
};
