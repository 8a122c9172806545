/** What `/v1/dataset` answers. */
import * as v from "valibot";
import { described, named } from "#data/schema/described.ts";
import { outcomeSchema, referenceSchema, reviewSchema } from "#data/schema.ts";
import { cohortRecordSchema } from "../cohorts/schema.ts";
import { productFactsSchema } from "../products/schema.ts";
import {
  citedComparisonStudySchema,
  citedPublishedSchema,
  citedSubgroupStudySchema,
} from "../schemas/cited.ts";

export const wholeDatasetSchema = named("Dataset", {
  version: described(v.string(), "Version of the data."),
  dataDate: described(v.string(), "Date on which the evidence was last collected."),
  review: described(reviewSchema, "What was checked, against what, when, and by which role."),
  outcomes: described(v.array(outcomeSchema), "What is compared."),
  cohorts: described(v.array(cohortRecordSchema), "Cohorts."),
  products: described(
    v.array(productFactsSchema),
    "All that labels and papers say of each product.",
  ),
  subgroups: described(
    v.array(citedSubgroupStudySchema),
    "Results of single studies by a property of their patients; never pooled.",
  ),
  comparisons: described(
    v.array(citedComparisonStudySchema),
    "What others found when they set treatments against each other; never pooled.",
  ),
  published: described(v.array(citedPublishedSchema), "Published meta-analyses."),
  references: described(
    v.array(referenceSchema),
    "Everything that is cited, as CSL-JSON; the text of a citation begins with its formatted entry.",
  ),
});
