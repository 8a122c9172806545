/** Serves `GET /v1/dataset` and `/v1/dataset.csv`: the whole evidence, as one document and as a table. */
import * as v from "valibot";
import { dataStamp, intervalSchema } from "#core/answer/schema/parts.ts";
import { dataset } from "#core/dataset.ts";
import { designs } from "#data/collection-vocabulary.ts";
import { described, listOf, namedObject, oneOf, orNull } from "#data/schema/description.ts";
import {
  citedComparisonStudySchema,
  citedPublishedSchema,
  citedSubgroupStudySchema,
  cohortSchema,
  outcomeSchema,
  referenceSchema,
  reviewSchema,
} from "#data/schema.ts";
import { gatherWholeDataset, listCohortRecords } from "../answers/compute/whole-dataset.ts";
import { renderDatasetCsv } from "../answers/render/csv.ts";
import { makeVersionedEntityTag } from "../http/conditional.ts";
import { makeOperationDescription, makeResource } from "./resource.ts";
import { cohortRecordSchema } from "./schemas/cohort.ts";
import { datasetColumns } from "./schemas/columns.ts";
import { productFactsSchema } from "./schemas/product.ts";

export const wholeEvidence = makeResource({
  path: "/v1/dataset",
  file: "/v1/dataset.json",
  form: "json",
  etag: makeVersionedEntityTag(dataset.answerVersion, "dataset", "json"),
});

export const evidenceTable = makeResource({
  path: "/v1/dataset.csv",
  name: "dataset",
  forms: ["csv"],
  constant: true,
  headers: { "content-disposition": 'inline; filename="myeloma-compare-dataset.csv"' },
});

function makeOnsetSchema() {
  return namedObject("OnsetRange", {
    outcome: described(v.string(), "Id of the outcome that began."),
    ...v.pick(cohortSchema, ["therapyClass", "product", "regimen", "evidence"]).entries,
    from: orNull(
      v.string(),
      "From when all of them count; `null` where none of their sources says it, so that they may count from different days.",
    ),
    medianDays: described(
      intervalSchema,
      "Lowest and highest of the medians of these cohorts, in days: hours are divided by 24; the same twice of one cohort.",
    ),
    cohorts: listOf(
      v.string(),
      "Ids of the cohorts whose medians these are; `timing` of each has it as printed, with its source.",
    ),
  });
}

export function makeDatasetSchema() {
  return namedObject("Dataset", {
    ...dataStamp,
    review: described(reviewSchema, "What was checked, against what, when, and by which role."),
    outcomes: listOf(outcomeSchema, "What is counted, in records only or compared."),
    otherOutcomes: listOf(
      namedObject("OtherOutcome", {
        id: described(v.string(), "Id, as in `outcome` of a figure of a study."),
        label: described(v.string(), "A few words to show."),
        rows: listOf(
          v.string(),
          "Beside what it is shown: ids of outcomes, or `pfs` and `os` for each month of them.",
        ),
      }),
      "What only figures of `subgroups` and `comparisons` report; it is compared nowhere.",
    ),
    cohorts: listOf(cohortRecordSchema, "Cohorts."),
    onset: listOf(
      makeOnsetSchema(),
      "How soon each outcome began, by product: the range of the medians of its cohorts, only of one kind of source, from one start, and of the product alone or combined. There is none where a median is in months, nor of a series that did not tell its products apart.",
    ),
    products: listOf(productFactsSchema, "All that labels and papers say of each product."),
    subgroups: listOf(
      citedSubgroupStudySchema,
      "Results of single studies by a property of their patients; never pooled.",
    ),
    variables: listOf(
      v.strictObject({
        variable: described(v.string(), "Word, as in `variable` of a figure of `subgroups`."),
        label: described(v.string(), "A few words to show."),
      }),
      "What the patients of `subgroups` were divided by.",
    ),
    comparisons: listOf(
      citedComparisonStudySchema,
      "What others found when they set treatments against each other; never pooled.",
    ),
    kinds: listOf(
      v.strictObject({
        kind: described(v.string(), "Word, as in `kind` of `comparisons`."),
        label: described(v.string(), "A few words to show."),
        design: oneOf(designs, "How patients came to their side."),
      }),
      "How the studies of `comparisons` set treatments against each other.",
    ),
    published: listOf(citedPublishedSchema, "Published meta-analyses."),
    references: listOf(
      referenceSchema,
      "Everything that is cited, as CSL-JSON; the text of a citation begins with its formatted entry.",
    ),
  });
}

export const listOperationDescriptions = () => [
  makeOperationDescription(wholeEvidence, {
    id: "getDataset",
    tag: "Evidence",
    summary: "The whole evidence",
    description:
      "Every cohort with every figure, source and locator, every product, subgroup, comparison and published meta-analysis, in one document. What single studies report is never pooled.",
    schema: makeDatasetSchema(),
    example: "/v1/dataset",
    make: gatherWholeDataset,
  }),
  makeOperationDescription(evidenceTable, {
    id: "getDatasetTable",
    tag: "Evidence",
    summary: "Every figure of the evidence as a table",
    description:
      "One line for every count and for survival at a month, also figures that are never pooled (`hold`) or come from unreviewed sources. Percentages and intervals are those printed.",
    columns: datasetColumns,
    example: "/v1/dataset.csv",
    make: () => renderDatasetCsv(listCohortRecords()),
  }),
];
