/** Selects the median survival that cohorts printed. Medians are shown with landmarks, and never averaged. */
import type { ComputeCohort, ComputeLandmark } from "#data/compute-set.ts";
import type { Medians, PrintedMedian, SurvivalFamily } from "#data/survival.ts";
import type { Query } from "../question/query.ts";
import { findPopulationRefusal, findSourceRefusal } from "./choose.ts";
import { compareLargestFirst, splitSeriesIntoProductSlugs } from "./grouping.ts";

/** Holds the parameters of a query that decide which survival is shown as printed. */
export type SurvivalRules = Pick<Query, "cut" | "denominator" | "sources">;

const over: Readonly<Record<SurvivalFamily, "all" | "responders">> = {
  pfs: "all",
  os: "all",
  dor: "responders",
};

type MedianPopulation = Pick<ComputeLandmark, "population" | "cut" | "tier"> &
  Partial<Pick<ComputeLandmark, "n">>;

/**
 * Returns whether a printed median may stand for the family: one of responders or of a part does not stand for all
 * patients.
 *
 * @param patients The number of patients of the whole cohort; `null` if unknown.
 */
export function canFigureStandForSurvivalFamily(
  median: MedianPopulation,
  family: SurvivalFamily,
  { cut, denominator, sources }: SurvivalRules,
  patients: number | null = null,
): boolean {
  const { population, n = null } = median;
  return (
    (cut !== "primary-only" || median.cut === "primary") &&
    findPopulationRefusal(
      { population, n },
      { n: patients },
      { over: over[family] },
      denominator,
    ) === null &&
    findSourceRefusal(median, sources) === null
  );
}

/**
 * Returns the median of a cohort for a family. It is that of the newest cut, because medians are never pooled,
 * unless the question asks for the primary cut only. Within a cut, a median that was reached comes before a
 * statement that it was not.
 */
export function findNewestMedian<M extends PrintedMedian>(
  medians: readonly M[],
  family: SurvivalFamily,
  rules: SurvivalRules,
): M | null {
  const usable = medians.filter(
    (median) => median.family === family && canFigureStandForSurvivalFamily(median, family, rules),
  );
  const [newest = null] = usable.sort(
    (a, b) =>
      compareLargestFirst(
        chooseFollowUpElseMedianSurvival(a),
        chooseFollowUpElseMedianSurvival(b),
      ) ||
      compareLargestFirst(a.months, b.months) ||
      (a.cut < b.cut ? -1 : 1),
  );
  return newest;
}

/** Returns the medians of a family that cohorts printed, one for each set of patients. */
export function listMediansPerPatientSet(
  cohorts: readonly ComputeCohort[],
  medians: Medians,
  family: SurvivalFamily,
  rules: SurvivalRules,
): { readonly cohort: ComputeCohort; readonly median: PrintedMedian }[] {
  const lines = cohorts.flatMap((cohort) => {
    const median = findNewestMedian(medians[cohort.id] ?? [], family, rules);
    return median
      ? [{ cohort, median, followUpMonths: chooseFollowUpElseMedianSurvival(median) }]
      : [];
  });
  return chooseOnePerPatientSet(lines);
}

/**
 * Returns the follow-up of a median in months. Patients were followed at least until the median, so the median
 * stands in for a follow-up that is not printed.
 */
export function chooseFollowUpElseMedianSurvival({
  followUpMonths,
  months,
}: Pick<PrintedMedian, "followUpMonths" | "months">): number | null {
  return followUpMonths ?? months;
}

/** Compares medians for sorting, shortest first, so that a list of them reads like an axis. */
export function compareMedians(
  a: { months: number; cohort: string },
  b: { months: number; cohort: string },
): number {
  return a.months - b.months || (a.cohort < b.cohort ? -1 : 1);
}

// Chooses the lines of single trials, so that patients whom several cohorts hold stand in one line only.

type SeriesInTrial = Pick<ComputeCohort, "id" | "product" | "parts" | "overlaps" | "n">;

interface SeriesFollowed {
  readonly cohort: SeriesInTrial;
  /** `followUpMonths` is the median follow-up of the newest cut; `null` if unknown. */
  readonly followUpMonths: number | null;
}

/**
 * Returns one line for each set of patients, in the given order. A pooling of trials, or of products that were not
 * told apart, never stands beside one of its parts; of other cohorts that share patients the larger stands, then
 * the newer cut. Where it is only possible that they share some, both stand: lines are never added up.
 */
export function chooseOnePerPatientSet<L extends SeriesFollowed>(lines: readonly L[]): L[] {
  const chosen = new Set<L>();
  for (const line of [...lines].sort(compareSeriesPreference)) {
    if (![...chosen].some((chosenLine) => areKnownToSharePatients(line.cohort, chosenLine.cohort)))
      chosen.add(line);
  }
  return lines.filter((line) => chosen.has(line));
}

function compareSeriesPreference(a: SeriesFollowed, b: SeriesFollowed): number {
  return (
    Number(isPoolingOrMixedSeries(a.cohort)) - Number(isPoolingOrMixedSeries(b.cohort)) ||
    compareLargestFirst(a.cohort.n, b.cohort.n) ||
    compareLargestFirst(a.followUpMonths, b.followUpMonths) ||
    (a.cohort.id < b.cohort.id ? -1 : 1)
  );
}

function isPoolingOrMixedSeries(cohort: SeriesInTrial): boolean {
  return isPoolOfCohorts(cohort) || splitSeriesIntoProductSlugs(cohort.product).length > 1;
}

/** Returns whether the cohort pools others, as labels do. */
export function isPoolOfCohorts({ parts }: Pick<ComputeCohort, "parts">): boolean {
  return parts.length > 0;
}

/** Returns whether two series share patients. An overlap may be listed at one of the two cohorts only. */
function areKnownToSharePatients(a: SeriesInTrial, b: SeriesInTrial): boolean {
  const names = ({ parts, overlaps }: SeriesInTrial, { id }: SeriesInTrial) =>
    parts.includes(id) || overlaps.some((edge) => edge.with === id && edge.kind !== "possible");
  return names(a, b) || names(b, a);
}
