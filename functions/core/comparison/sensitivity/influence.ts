/** How much each cohort of a class moves its pool: diagnostics of the pooled logits. */
import type { Entry } from "../../evidence/gather.ts";
import { influence, type StudyInfluence } from "../../statistics/sensitivity/influence.ts";
import { countsOf } from "./figures.ts";

export interface CohortInfluence
  extends Pick<
    { -readonly [Name in keyof StudyInfluence]: StudyInfluence[Name] },
    "rstudent" | "dffits" | "cookDistance" | "covRatio" | "hat" | "dfbetas" | "weight"
  > {
  cohort: string;
  label: string;
}

/** Empty with fewer than two cohorts, and for survival at a month. */
export function influenceOf(entries: readonly Entry[]): CohortInfluence[] {
  const counts = countsOf(entries) ?? [];
  const result = influence(
    counts.map(({ figure }) => figure),
    { method: "REML" },
  );
  if (result.status !== "ok") return [];
  return result.studies.flatMap((study, index): CohortInfluence[] => {
    const cohort = counts[index]?.cohort;
    if (cohort === undefined) return [];
    const { rstudent, dffits, cookDistance, covRatio, hat, dfbetas, weight } = study;
    return [
      {
        ...{ cohort: cohort.id, label: cohort.label },
        ...{ rstudent, dffits, cookDistance, covRatio, hat, dfbetas, weight },
      },
    ];
  });
}
