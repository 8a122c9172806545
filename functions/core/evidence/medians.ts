/** The median survival that a cohort printed: beside landmarks, and never averaged. */
import type { PrintedMedian, SurvivalFamily } from "#data/medians.ts";
import type { Query } from "../question/query.ts";
import { populationObstacle, sourceObstacle } from "./choose.ts";
import { largestFirst } from "./products.ts";

/** The parameters of a query that decide which medians are shown. */
export type MedianRules = Pick<Query, "cut" | "denominator" | "sources">;

/** Whose survival the medians of a family describe. */
const over: Readonly<Record<SurvivalFamily, "all" | "responders">> = {
  pfs: "all",
  os: "all",
  dor: "responders",
};

/**
 * The median of one cohort for a family: of the longest follow-up, because it is never pooled, unless
 * only the primary cut is asked. One that was reached comes before word that it was not. Medians of
 * responders or of a part do not stand for all patients.
 */
export function medianOf<M extends PrintedMedian>(
  medians: readonly M[],
  family: SurvivalFamily,
  { cut, denominator, sources }: MedianRules,
): M | null {
  const usable = medians.filter(
    (one) =>
      one.family === family &&
      (cut !== "primary-only" || one.cut === "primary") &&
      populationObstacle(
        { population: one.population, n: null },
        { n: null },
        { over: over[family] },
        denominator,
      ) === null &&
      sourceObstacle(one, sources) === null,
  );
  // Patients were followed at least until the median, so it stands in for a follow-up not printed.
  const followed = ({ followUpMonths, months }: M) => followUpMonths ?? months;
  const inOrder = usable.sort(
    (a, b) => largestFirst(followed(a), followed(b)) || (a.cut < b.cut ? -1 : 1),
  );
  return inOrder.find(({ months }) => months !== null) ?? inOrder[0] ?? null;
}

/** Shortest first, so that a list of them reads like an axis. */
export function shortestFirst(
  a: { months: number; cohort: string },
  b: { months: number; cohort: string },
): number {
  return a.months - b.months || (a.cohort < b.cohort ? -1 : 1);
}
