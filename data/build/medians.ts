/** Collects the medians of survival from the full cohorts. */
import type { Medians } from "../medians.ts";
import type { Cohort } from "../schema.ts";

export function mediansOf(cohorts: readonly Cohort[]): Medians {
  return Object.fromEntries(
    cohorts
      .filter(({ medians }) => medians.length > 0)
      .map(({ id, followUpMonths, regimen, medians, sources }) => [
        id,
        {
          followUpMonths,
          regimen,
          medians: medians.map((median) => ({
            family: median.family,
            months: median.months,
            interval: median.interval,
            population: median.population,
            cut: median.cut,
            followUpMonths: median.followUpMonths,
            // The checks of the data refuse an index without a source.
            tier: sources[median.source]?.tier ?? 4,
          })),
        },
      ]),
  );
}
