/** The whole evidence as one document: the data behind every answer, with all sources. */
import * as v from "valibot";
import { dataset } from "#core/dataset.ts";
import { collections } from "#data/generated/collections.ts";
import { details } from "#data/generated/details.ts";
import { products } from "#data/generated/products.ts";
import references from "#data/references.json" with { type: "json" };
import { referenceSchema } from "#data/schema/reference.ts";
import { type CohortRecord, cohortRecord } from "./cohort-record.ts";

export function cohortRecords(): CohortRecord[] {
  return dataset.cohorts.map((cohort) => {
    const known = details[cohort.id];
    if (!known) throw new Error(`${cohort.id} has lost its sources`);
    return cohortRecord(cohort, known);
  });
}

export function wholeDataset() {
  const { dataVersion, review, outcomes } = dataset;
  return {
    version: dataVersion,
    dataDate: review.dataDate,
    review,
    outcomes,
    cohorts: cohortRecords(),
    products: Object.values(products),
    subgroups: collections.subgroups,
    comparisons: collections.comparisons,
    published: collections.published,
    references: v.parse(v.array(referenceSchema), references),
  };
}
