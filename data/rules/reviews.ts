/**
 * Rules about the reviews: each cohort is reviewed once, and the data count as reviewed only as long
 * as every cohort and the rules are, as they are now.
 */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortContent } from "../review-content.ts";
import { ProblemList } from "./report.ts";

export function reviewProblems({ review, reviews, cohorts }: Evidence): Problem[] {
  const list = new ProblemList("data/review.json");
  const reviewed = new Set<string | null>();
  reviews.forEach(({ cohort }, index) => {
    const at = `reviews[${index}].cohort`;
    if (reviewed.has(cohort)) list.add(at, "review-unique", `${cohort ?? "the rules"}: twice`);
    reviewed.add(cohort);
    if (cohort !== null && !cohorts.some(({ id }) => id === cohort)) {
      list.add(at, "cohort-exists", `no cohort "${cohort}"`);
    }
  });
  if (review.status === "not-reviewed") return list.problems;
  const lacking = cohorts.filter(
    (cohort) =>
      !reviews.some((one) => one.cohort === cohort.id && one.content === cohortContent(cohort)),
  );
  const names = [...lacking.map(({ id }) => id), ...(reviewed.has(null) ? [] : ["the rules"])];
  if (names.length > 0) {
    list.add("status", "review-complete", `not reviewed as they are now: ${names.join(", ")}`);
  }
  return list.problems;
}
