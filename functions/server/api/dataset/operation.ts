/** Describes `/v1/dataset` and its parameters. */
import { datasetColumns } from "../../answers/dataset-csv.ts";
import { type Described, usual } from "../../documentation/described.ts";
import { wholeDatasetSchema } from "./schema.ts";

export const operations: readonly Described[] = [
  {
    ...usual,
    id: "getDataset",
    path: "/v1/dataset",
    tag: "Evidence",
    summary: "The whole evidence",
    description:
      "Every cohort with every figure, source and locator, every product, subgroup, comparison and published meta-analysis, in one document.",
    parameters: [],
    json: wholeDatasetSchema,
    example: "/v1/dataset",
  },
  {
    ...usual,
    id: "getDatasetTable",
    path: "/v1/dataset.csv",
    tag: "Evidence",
    summary: "Every figure of the evidence as a table",
    description:
      "One line for every count and for survival at a month, held and unreviewed figures included. Percentages and intervals are those printed.",
    parameters: [],
    csv: datasetColumns,
    example: "/v1/dataset.csv",
  },
];
