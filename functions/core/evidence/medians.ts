/**
 * The median survival that a cohort printed. Medians stand beside landmarks and are never averaged.
 */
import type { PrintedMedian, SurvivalFamily } from "#data/medians.ts";
import type { Query } from "../question/query.ts";
import { populationObstacle, sourceObstacle } from "./choose.ts";
import { nearestCutFirst } from "./cuts.ts";

/** The parameters of a query that decide which medians are shown. */
export type MedianRules = Pick<Query, "denominator" | "sources">;

/** Whose survival the medians of a family describe. */
const over: Readonly<Record<SurvivalFamily, "all" | "responders">> = {
  pfs: "all",
  os: "all",
  dor: "responders",
};

/**
 * The median of one cohort for a family, from the primary data cut if possible. Medians of
 * responders or of a part of the cohort do not stand for all its patients.
 *
 * @param primary Follow-up of the cohort's primary publication.
 */
export function medianOf<M extends PrintedMedian>(
  medians: readonly M[],
  primary: { followUpMonths: number | null },
  family: SurvivalFamily,
  { denominator, sources }: MedianRules,
): M | null {
  const usable = medians.filter(
    (one) =>
      one.family === family &&
      populationObstacle(
        { population: one.population, n: null },
        { n: null },
        { over: over[family] },
        denominator,
      ) === null &&
      sourceObstacle(one, sources) === null,
  );
  return nearestCutFirst(usable, primary)[0] ?? null;
}

/** Shortest first, so that a list of them reads like an axis. */
export function shortestFirst(
  a: { months: number; cohort: string },
  b: { months: number; cohort: string },
): number {
  return a.months - b.months || (a.cohort < b.cohort ? -1 : 1);
}
