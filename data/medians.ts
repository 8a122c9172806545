/** Medians of survival without sources, for answers on a device; no pool needs them. */
import type { Tier } from "./compute-set.ts";
import type { Cohort } from "./schema.ts";

type Median = Cohort["medians"][number];

export type SurvivalFamily = Median["family"];

export interface PrintedMedian
  extends Pick<
    Median,
    "family" | "months" | "interval" | "population" | "cut" | "followUpMonths" | "timeOrigin"
  > {
  tier: Tier;
}

export interface CohortMedians {
  regimen: Cohort["regimen"];
  medians: PrintedMedian[];
}

/** Keyed by cohort id. Cohorts without a median are left out. */
export type Medians = Record<string, CohortMedians>;
