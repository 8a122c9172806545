/** Chooses the lines of single trials, so that patients whom several cohorts hold stand in one line only. */
import type { ComputeCohort } from "#data/compute-set.ts";
import { compareLargestFirst, listProductSlugs } from "./products.ts";

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
  for (const line of [...lines].sort(compareLinePreference)) {
    if (![...chosen].some((chosenLine) => hasSharedPatients(line.cohort, chosenLine.cohort)))
      chosen.add(line);
  }
  return lines.filter((line) => chosen.has(line));
}

function compareLinePreference(a: SeriesFollowed, b: SeriesFollowed): number {
  return (
    Number(isPoolingOrMixedSeries(a.cohort)) - Number(isPoolingOrMixedSeries(b.cohort)) ||
    compareLargestFirst(a.cohort.n, b.cohort.n) ||
    compareLargestFirst(a.followUpMonths, b.followUpMonths) ||
    (a.cohort.id < b.cohort.id ? -1 : 1)
  );
}

function isPoolingOrMixedSeries(cohort: SeriesInTrial): boolean {
  return isPoolOfCohorts(cohort) || listProductSlugs(cohort.product).length > 1;
}

/** Returns whether the cohort pools others, as labels do. */
export function isPoolOfCohorts({ parts }: Pick<ComputeCohort, "parts">): boolean {
  return parts.length > 0;
}

/** Returns whether two series share patients. An overlap may be listed at one of the two cohorts only. */
function hasSharedPatients(a: SeriesInTrial, b: SeriesInTrial): boolean {
  const names = ({ parts, overlaps }: SeriesInTrial, { id }: SeriesInTrial) =>
    parts.includes(id) || overlaps.some((edge) => edge.with === id && edge.kind !== "possible");
  return names(a, b) || names(b, a);
}
