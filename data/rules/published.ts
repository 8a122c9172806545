/**
 * Rules about the results of published meta-analyses, and about the sets of cohorts they pooled.
 */
import type { Evidence, Problem } from "../evidence.ts";
import type { PublishedResult } from "../schema.ts";
import { ProblemList } from "./report.ts";

export function publishedProblems({ published, cohorts, outcomes }: Evidence): Problem[] {
  const carried = new Set(cohorts.map(({ id }) => id));
  const known = new Set(outcomes.map(({ id }) => id));
  return published.flatMap((entry) => {
    const list = new ProblemList(`data/published/${entry.id}.json`);
    entry.results.forEach((result, index) => {
      const at = `results[${index}]`;
      if (result.outcome !== null && !known.has(result.outcome)) {
        list.add(`${at}.outcome`, "outcome-exists", `no outcome "${result.outcome}"`);
      }
      if (outsideItsInterval(result) && result.oddity === null) {
        list.add(
          `${at}.intervalPercent`,
          "interval-holds-estimate",
          `${result.estimatePercent} outside ${result.intervalPercent}; say so in "oddity" if it is printed like that`,
        );
      }
    });
    const seen = new Set<string>();
    entry.set?.rows?.forEach(({ cohort }, index) => {
      const at = `set.rows[${index}].cohort`;
      if (cohort === null) return;
      if (!carried.has(cohort)) list.add(at, "cohort-exists", `no cohort "${cohort}"`);
      if (seen.has(cohort)) list.add(at, "set-cohort-unique", `"${cohort}" is named twice`);
      seen.add(cohort);
    });
    return list.problems;
  });
}

/**
 * Whether the estimate is outside its interval, or the interval is no valid range of percentages.
 */
function outsideItsInterval({ estimatePercent, intervalPercent }: PublishedResult): boolean {
  if (estimatePercent === null || intervalPercent === null) return false;
  const [lower, upper] = intervalPercent;
  return estimatePercent < lower || estimatePercent > upper || lower < 0 || upper > 100;
}
