/** Serves `GET /v1/dataset` and `/v1/dataset.csv`: the whole evidence, as one document and as a table. */
import { dataStamp } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { described, listOf, namedObject } from "#data/schema/description.ts";
import {
  citedComparisonStudySchema,
  citedPublishedSchema,
  citedSubgroupStudySchema,
  outcomeSchema,
  referenceSchema,
  reviewSchema,
} from "#data/schema.ts";
import { cohortRecords, wholeDataset } from "../answers/compute/whole-dataset.ts";
import { datasetCsv } from "../answers/render/dataset-csv.ts";
import { entityTag } from "../http/conditional.ts";
import { operation } from "./operation.ts";
import { resource } from "./resource.ts";
import { cohortRecordSchema } from "./schemas/cohort.ts";
import { datasetColumns } from "./schemas/columns.ts";
import { productFactsSchema } from "./schemas/product.ts";

export const wholeEvidence = resource({
  path: "/v1/dataset",
  file: "/v1/dataset.json",
  form: "json",
  etag: entityTag(dataset.answerVersion, "dataset", "json"),
});

export const evidenceTable = resource({
  path: "/v1/dataset.csv",
  name: "dataset",
  forms: ["csv"],
  constant: true,
  headers: { "content-disposition": 'inline; filename="myeloma-compare-dataset.csv"' },
});

export function wholeDatasetSchema() {
  return namedObject("Dataset", {
    ...dataStamp,
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

export const operations = () => [
  operation(wholeEvidence, {
    id: "getDataset",
    tag: "Evidence",
    summary: "The whole evidence",
    description:
      "Every cohort with every figure, source and locator, every product, subgroup, comparison and published meta-analysis, in one document.",
    schema: wholeDatasetSchema(),
    example: "/v1/dataset",
    make: wholeDataset,
  }),
  operation(evidenceTable, {
    id: "getDatasetTable",
    tag: "Evidence",
    summary: "Every figure of the evidence as a table",
    description:
      "One line for every count and for survival at a month, also figures that are never pooled (`hold`) or come from unreviewed sources. Percentages and intervals are those printed.",
    columns: datasetColumns,
    example: "/v1/dataset.csv",
    make: () => datasetCsv(cohortRecords()),
  }),
];
