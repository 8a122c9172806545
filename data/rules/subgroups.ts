/** Rules for `data/subgroups/`: a study names a cohort of our data, or none. */
import type { Evidence, Problem } from "../evidence.ts";
import type { SubgroupStudyFile } from "../schema.ts";
import { ProblemList } from "./report.ts";
import { productsProblems, reportedProblems } from "./reported.ts";

export function subgroupProblems(evidence: Evidence): Problem[] {
  return evidence.subgroups.flatMap((study) => {
    const list = new ProblemList(`data/subgroups/${study.id}.json`);
    productsProblems(study.products, study.therapyClass, "products", evidence, list);
    linkedCohort(study, evidence, list);
    reportedProblems(
      study,
      ({ variable, level, outcome, definition }) => [variable, level, outcome, definition],
      evidence,
      list,
    );
    return list.problems;
  });
}

function linkedCohort(
  { cohort: link, products: given, evidence: kind }: SubgroupStudyFile,
  { cohorts, products }: Evidence,
  list: ProblemList,
): void {
  if (link === null) return;
  const cohort = cohorts.find(({ id }) => id === link.id);
  if (!cohort) {
    list.add("cohort.id", "cohort-exists", `no cohort "${link.id}"`);
    return;
  }
  if (cohort.evidence !== kind) {
    list.add("evidence", "cohort-evidence-agrees", `"${cohort.id}" is ${cohort.evidence}`);
  }
  // An unknown product of a cohort is reported for the file of that cohort.
  const known = products.some(({ slug }) => slug === cohort.product);
  if (known && !given.includes(cohort.product)) {
    list.add(
      "cohort.id",
      "cohort-product-agrees",
      `"${cohort.id}" was given ${cohort.product}, which is not among the products`,
    );
  }
}
