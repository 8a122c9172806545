/** The rule for a typed time on treatment. */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortFile, ProblemList } from "./report.ts";

export function exposureProblems({ cohorts, outcomes }: Evidence): Problem[] {
  const byId = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    cohort.figures.forEach(({ outcome, exposureMonths }, index) => {
      if (exposureMonths === null || byId.get(outcome)?.observed === "treatment") return;
      list.add(
        `figures[${index}].exposureMonths`,
        "exposure-is-time-on-treatment",
        `"${outcome}" is not observed while treated only; remove it`,
      );
    });
    return list.problems;
  });
}
