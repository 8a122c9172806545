/** Defines medians of survival without sources, for answers on a device; no pool needs them. */
import type { Tier } from "./compute-set.ts";
import type { Cohort } from "./schema.ts";

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
