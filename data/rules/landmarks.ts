/** Rules about survival at a given month. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort, Landmark } from "../schema.ts";
import { populationProblem } from "./population.ts";
import { ofEachCohort, type ProblemList } from "./report.ts";

export function landmarkProblems({ cohorts }: Evidence): Problem[] {
  return ofEachCohort(cohorts, (cohort, list) => {
    cohort.landmarks.forEach((landmark, index) => {
      const at = `landmarks[${index}]`;
      singleLandmark(landmark, at, cohort, list);
      againstEarlier(landmark, at, cohort.landmarks.slice(0, index), list);
    });
  });
}

function singleLandmark(landmark: Landmark, at: string, cohort: Cohort, list: ProblemList): void {
  const { survival, interval } = landmark;
  if (interval && (survival < interval[0] || survival > interval[1])) {
    list.add(`${at}.interval`, "landmark-within-interval", `${survival} outside ${interval}`);
  }
  const wrongN = populationProblem(landmark, cohort);
  if (wrongN !== null) list.add(`${at}.n`, "n-matches-population", wrongN);
}

function againstEarlier(
  landmark: Landmark,
  at: string,
  earlier: readonly Landmark[],
  list: ProblemList,
): void {
  for (const other of earlier) {
    if (other.family !== landmark.family || other.cut !== landmark.cut) continue;
    if (other.month === landmark.month) {
      list.add(
        at,
        "landmark-unique",
        `${landmark.family} at month ${landmark.month} is given twice`,
      );
      continue;
    }
    const [first, later] = other.month < landmark.month ? [other, landmark] : [landmark, other];
    if (later.survival > first.survival) {
      list.add(
        `${at}.survival`,
        "survival-never-rises",
        `${later.survival} at month ${later.month} after ${first.survival} at month ${first.month}`,
      );
    }
  }
}
