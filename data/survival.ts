/** Defines survival at a month and medians: the outcome `pfs-12` is the family `pfs` at month 12. */
import type { Tier } from "./compute-set.ts";
import type { Cohort, Landmark, Outcome } from "./schema.ts";

type CohortMedian = Cohort["medians"][number];

export type SurvivalFamily = CohortMedian["family"];

/** Lists the fields of a median that answers read. */
export const medianFields = [
  "family",
  "months",
  "interval",
  "population",
  "cut",
  "followUpMonths",
  "timeOrigin",
] as const satisfies readonly (keyof CohortMedian)[];

export interface PrintedMedian extends Pick<CohortMedian, (typeof medianFields)[number]> {
  tier: Tier;
}

/** The key is the id of the cohort. Cohorts without a median are left out. */
export type Medians = Readonly<Record<string, readonly PrintedMedian[]>>;

/** Returns the id of survival at a month: `pfs-12` for the family `pfs` and month 12. */
export function makeLandmarkId({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${family}-${month}`;
}

/** Lists the kinds of survival in the order in which they are shown. */
export const survivalFamilies = ["pfs", "os", "dor"] as const satisfies readonly SurvivalFamily[];

/** Returns `pfs` for `pfs-12`; `null` for an outcome that is not survival. */
export function parseSurvivalFamily(outcome: string): SurvivalFamily | null {
  const [name] = outcome.split("-");
  return survivalFamilies.find((family) => family === name) ?? null;
}

/**
 * Returns the kind of survival to which an outcome of the group `survival` belongs, because a question may ask for one
 * kind alone. Deaths by cause belong to overall survival. `null` for any other outcome.
 */
export function findFamilyOfSurvivalOutcome({
  id,
  group,
  direction,
}: Pick<Outcome, "id" | "group" | "direction">): SurvivalFamily | null {
  if (group !== "survival") return null;
  return parseSurvivalFamily(id) ?? (direction === "harm" ? "os" : null);
}

/** Returns 12 for `pfs-12`; `NaN` for an outcome that is not survival at a month. */
export function parseLandmarkMonth(outcome: string): number {
  return Number(outcome.split("-")[1]);
}
