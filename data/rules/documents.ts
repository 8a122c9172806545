/** Rules about the documents to open: they are about cohorts and outcomes that there are. */
import type { Evidence, Problem } from "../evidence.ts";
import { ProblemList } from "./report.ts";

export function documentProblems({ documents, cohorts, outcomes }: Evidence): Problem[] {
  const list = new ProblemList("data/documents.json");
  const carried = new Set(cohorts.map(({ id }) => id));
  const known = new Set(outcomes.map(({ id }) => id));
  documents.forEach((document, index) => {
    document.cohorts.forEach((id, place) => {
      if (carried.has(id)) return;
      list.add(`[${index}].cohorts[${place}]`, "cohort-exists", `no cohort "${id}"`);
    });
    document.outcomes.forEach((id, place) => {
      if (known.has(id)) return;
      list.add(`[${index}].outcomes[${place}]`, "outcome-exists", `no outcome "${id}"`);
    });
  });
  return list.problems;
}
