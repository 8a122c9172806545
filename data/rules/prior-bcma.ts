/** Rules for the kinds of earlier BCMA-directed therapy that a cohort enrolled. */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort } from "../schema.ts";
import { cohortFile, ProblemList } from "./report.ts";

export function priorBcmaProblems({ cohorts }: Evidence): Problem[] {
  return cohorts.flatMap((cohort) => {
    const list = new ProblemList(cohortFile(cohort));
    cohort.priorBcmaKinds.forEach((one, index) => {
      checkKind(one, `priorBcmaKinds[${index}]`, cohort, list);
    });
    return list.problems;
  });
}

type Kind = Cohort["priorBcmaKinds"][number];

function checkKind(one: Kind, at: string, cohort: Cohort, list: ProblemList): void {
  const { kind, directed, n, of, percentPrinted, responders } = one;
  if ((n ?? 0) > of || (responders ?? 0) > (n ?? of)) {
    list.add(`${at}.n`, "events-not-above-n", `${responders} responders of ${n} of ${of}`);
  }
  if (n !== null && percentPrinted !== null && Math.abs((100 * n) / of - percentPrinted) > 0.5) {
    list.add(
      `${at}.percentPrinted`,
      "percent-fits-count",
      `${n} of ${of} is not ${percentPrinted} %`,
    );
  }
  if (cohort.priorBcmaKinds.filter((other) => other.kind === kind).length > 1) {
    list.add(`${at}.kind`, "prior-bcma-agrees", `${kind} is given twice`);
  }
  if (directed && n !== 0 && cohort.priorBcma !== "required" && cohort.priorBcma !== "some") {
    list.add(`${at}.directed`, "prior-bcma-agrees", `priorBcma is "${cohort.priorBcma}"`);
  }
}
