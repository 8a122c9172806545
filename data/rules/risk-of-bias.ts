/** Rules about ratings of the risk of bias. */
import type { Evidence, Problem } from "../evidence.ts";
import { cohortFile, ProblemList } from "./report.ts";

/** RoB 2 asks about randomisation, so a rating with it belongs to an arm of a randomised trial. */
export function riskOfBiasProblems({ cohorts }: Evidence): Problem[] {
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    cohort.riskOfBias?.ratings.forEach(({ tool }, index) => {
      if (tool !== "RoB 2" || cohort.design === "randomised-arm") return;
      const message = `RoB 2 rates randomised trials; the design is "${cohort.design}"`;
      list.add(`riskOfBias.ratings[${index}].tool`, "rob-2-is-randomised", message);
    });
    return list.problems;
  });
}
