/**
 * Rules about ids and indices: what a file names must exist, in another file or in the same one.
 */
import type { Evidence, Problem } from "../evidence.ts";
import type { Cohort } from "../schema.ts";
import { cohortFile, ProblemList } from "./report.ts";

export function referenceProblems(evidence: Evidence): Problem[] {
  return evidence.cohorts.flatMap((cohort) => cohortReferences(cohort, evidence));
}

function cohortReferences(cohort: Cohort, { products, outcomes }: Evidence): Problem[] {
  const list = new ProblemList(cohortFile(cohort));
  const product = products.find(({ slug }) => slug === cohort.product);
  if (!product) {
    list.add("product", "product-exists", `no file data/products/${cohort.product}.json`);
  } else if (product.therapyClass !== cohort.therapyClass) {
    list.add(
      "therapyClass",
      "product-class-agrees",
      `${product.slug} is "${product.therapyClass}" in its product file`,
    );
  }
  cohort.figures.forEach((figure, index) => {
    const outcome = outcomes.find(({ id }) => id === figure.outcome);
    if (outcome?.kind !== "count") {
      list.add(
        `figures[${index}].outcome`,
        "outcome-exists",
        `no counted outcome "${figure.outcome}"`,
      );
    } else if (!outcome.appliesTo.includes(cohort.therapyClass)) {
      list.add(
        `figures[${index}].outcome`,
        "outcome-applies",
        `"${figure.outcome}" does not exist for ${cohort.therapyClass}`,
      );
    }
  });
  for (const field of ["figures", "landmarks", "medians", "timing", "priorBcmaKinds"] as const) {
    cohort[field].forEach(({ source }, index) => {
      if (source >= cohort.sources.length) {
        list.add(
          `${field}[${index}].source`,
          "source-exists",
          `source ${source} of ${cohort.sources.length}; they count from 0`,
        );
      }
    });
  }
  return list.problems;
}
