/** Holds the only list of the data files, each with its schema. */
import * as v from "valibot";
import {
  approvalsSchema,
  changesSchema,
  cohortSchema,
  comparisonStudySchema,
  documentSchema,
  knownDiscrepancySchema,
  outcomeSchema,
  presetSchema,
  productSchema,
  publishedSchema,
  referenceSchema,
  reviewFileSchema,
  searchesSchema,
  subgroupStudySchema,
} from "./schema.ts";

export const folders = {
  cohorts: cohortSchema,
  products: productSchema,
  published: publishedSchema,
  subgroups: subgroupStudySchema,
  comparisons: comparisonStudySchema,
};

/** Maps each single file of the data to the schema of its content. */
export const singles = {
  outcomes: v.array(outcomeSchema),
  presets: v.array(presetSchema),
  references: v.array(referenceSchema),
  review: reviewFileSchema,
  "known-discrepancies": v.array(knownDiscrepancySchema),
  changes: changesSchema,
  approvals: approvalsSchema,
  documents: v.array(documentSchema),
  searches: searchesSchema,
};

export type Folder = keyof typeof folders;
export type Entry<F extends Folder> = v.InferOutput<(typeof folders)[F]>;
export type Single = keyof typeof singles;
export type Content<S extends Single> = v.InferOutput<(typeof singles)[S]>;
