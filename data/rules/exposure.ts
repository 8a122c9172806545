/** For how long patients were observed for an outcome, and the rule for a typed value. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Figure, Outcome } from "../schema.ts";
import { cohortFile, ProblemList } from "./report.ts";

/**
 * Deaths, relapses and second malignancies count to the end of follow-up. An adverse event counts
 * while a treatment is given, so only a printed time on treatment tells. The window of a table is
 * neither.
 */
export function exposureOf(
  { exposureMonths, followUpMonths }: Pick<Figure, "exposureMonths" | "followUpMonths">,
  { observed }: Pick<Outcome, "observed">,
): number | null {
  return observed === "follow-up" ? followUpMonths : exposureMonths;
}

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
