/** `GET /v1/dataset` and `/v1/dataset.csv`: the whole evidence, as one document and as a table. */
import * as v from "valibot";
import { dataset } from "#core/dataset.ts";
import { described, listOf, named } from "#data/schema/described.ts";
import { outcomeSchema, referenceSchema, reviewSchema } from "#data/schema.ts";
import { type Constants, constantRoute } from "../answers/constant-answer.ts";
import { datasetColumns, datasetCsv } from "../answers/dataset-csv.ts";
import { cohortRecords } from "../answers/whole-dataset.ts";
import type { Described } from "../documentation/described.ts";
import { sentFile } from "../http/built-file.ts";
import { entityTag } from "../http/conditional.ts";
import { noParameters } from "../http/no-parameters.ts";
import type { Routes } from "../http/route.ts";
import {
  citedComparisonStudySchema,
  citedPublishedSchema,
  citedSubgroupStudySchema,
} from "./schemas/cited.ts";
import { cohortRecordSchema } from "./schemas/cohort.ts";
import { productFactsSchema } from "./schemas/product.ts";

const table = { resource: "dataset", form: "csv" } as const;

export const routes: Routes = {
  "/v1/dataset": [
    noParameters,
    sentFile({
      file: "/v1/dataset.json",
      contentType: "application/json; charset=utf-8",
      etag: entityTag(dataset.answerVersion, "dataset", "json"),
    }),
  ],
  "/v1/dataset.csv": constantRoute(table, {
    headers: { "content-disposition": 'inline; filename="myeloma-compare-dataset.csv"' },
  }),
};

export const constants = (): Constants => [[table, datasetCsv(cohortRecords())]];

export function wholeDatasetSchema() {
  return named("Dataset", {
    version: described(v.string(), "Version of the data."),
    dataDate: described(v.string(), "Date of the data version. Approvals count as of it."),
    review: described(reviewSchema, "What was checked, against what, when, and by which role."),
    outcomes: listOf(outcomeSchema, "What is counted, in records only or compared."),
    cohorts: listOf(cohortRecordSchema, "Cohorts."),
    products: listOf(productFactsSchema, "All that labels and papers say of each product."),
    subgroups: listOf(
      citedSubgroupStudySchema,
      "Results of single studies by a property of their patients; never pooled.",
    ),
    comparisons: listOf(
      citedComparisonStudySchema,
      "What others found when they set treatments against each other; never pooled.",
    ),
    published: listOf(citedPublishedSchema, "Published meta-analyses."),
    references: listOf(
      referenceSchema,
      "Everything that is cited, as CSL-JSON; the text of a citation begins with its formatted entry.",
    ),
  });
}

export const operations = (): readonly Described[] => [
  {
    id: "getDataset",
    path: "/v1/dataset",
    tag: "Evidence",
    summary: "The whole evidence",
    description:
      "Every cohort with every figure, source and locator, every product, subgroup, comparison and published meta-analysis, in one document.",
    json: wholeDatasetSchema(),
  },
  {
    id: "getDatasetTable",
    path: "/v1/dataset.csv",
    tag: "Evidence",
    summary: "Every figure of the evidence as a table",
    description:
      "One line for every count and for survival at a month, held and unreviewed figures included. Percentages and intervals are those printed.",
    csv: datasetColumns,
  },
];
