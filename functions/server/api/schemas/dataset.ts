/** What `/v1/dataset`, `/v1/outcomes` and `/healthz` return. */
import * as v from "valibot";
import { outcomeSchema, referenceSchema, reviewSchema } from "#data/schema.ts";
import {
  citedComparisonStudySchema,
  citedPublishedSchema,
  citedSubgroupStudySchema,
} from "./cited.ts";
import { cohortRecordSchema } from "./cohort.ts";
import { answerStamp } from "./parts.ts";
import { productFactsSchema } from "./product.ts";

export const wholeDatasetSchema = v.strictObject({
  version: v.string(),
  dataDate: v.string(),
  review: reviewSchema,
  outcomes: v.array(outcomeSchema),
  cohorts: v.array(cohortRecordSchema),
  products: v.array(productFactsSchema),
  subgroups: v.array(citedSubgroupStudySchema),
  comparisons: v.array(citedComparisonStudySchema),
  published: v.array(citedPublishedSchema),
  references: v.array(referenceSchema),
});

export const outcomeListSchema = v.strictObject({
  dataVersion: v.string(),
  outcomes: v.array(outcomeSchema),
});

export const healthSchema = v.strictObject({ status: v.literal("ok"), ...answerStamp });
