/** Rules over `data/subgroups/`: the patients are those of a cohort we carry, or of none. */
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
  { cohort: link, products: given }: SubgroupStudyFile,
  { cohorts, products }: Evidence,
  list: ProblemList,
): void {
  if (link === null) return;
  const cohort = cohorts.find(({ id }) => id === link.id);
  if (!cohort) {
    list.add("cohort.id", "cohort-exists", `no cohort "${link.id}"`);
    return;
  }
  // A cohort whose product does not exist is reported in its own file.
  const known = products.some(({ slug }) => slug === cohort.product);
  if (known && !given.includes(cohort.product)) {
    list.add(
      "cohort.id",
      "cohort-product-agrees",
      `"${cohort.id}" was given ${cohort.product}, which is not among the products`,
    );
  }
}
