/**
 * Parses the data files. Rules `json`, `schema`, `known-file`, `file-present` and
 * `id-matches-file-name`.
 */
import * as v from "valibot";
import type { DataFile, Evidence, Problem } from "../evidence.ts";
import {
  type Approvals,
  approvalsSchema,
  type Changes,
  type Cohort,
  type ComparisonStudyFile,
  changesSchema,
  cohortSchema,
  comparisonStudySchema,
  documentSchema,
  knownDiscrepancySchema,
  outcomeSchema,
  type Product,
  type PublishedFile,
  presetSchema,
  productSchema,
  publishedSchema,
  type RecognitionFile,
  type Review,
  recognitionSchema,
  referenceSchema,
  reviewFileSchema,
  type Search,
  type SubgroupStudyFile,
  searchSchema,
  subgroupStudySchema,
} from "../schema.ts";

/**
 * Replaces a review file that does not fit its schema, which is reported already. Its late date
 * keeps rules about dates from reporting more.
 */
const noReview: Review & Pick<Evidence, "reviews"> = {
  status: "not-reviewed",
  statement: "missing",
  dataDate: "9999-12-31",
  checks: [],
  reviews: [],
};

/** Replaces a history that does not fit its schema. */
const noChanges: Changes = { releases: [], minimumDataVersion: "", shown: [] };

/** Replaces a list of regions that does not fit its schema. */
const noApprovals: Approvals = { collected: [], notCollected: [] };

/** Replaces a table of codes that does not fit its schema. */
const noRecognition: RecognitionFile = {
  myeloma: [],
  codeSystems: { rxnorm: [], ndc: [], hcpcs: [], sources: [0] },
  notClassified: { hcpcs: [], sources: [0] },
  carT: { names: [] },
  otherBcma: [],
  lymphodepletion: { names: [], alsoTherapy: [], reason: "missing" },
  sources: [],
};

/** Replaces a record of the search that does not fit its schema. */
const noSearch: Search = { statement: "missing", collections: [] };

export function parseFiles(files: readonly DataFile[]): {
  evidence: Evidence;
  problems: Problem[];
} {
  const problems: Problem[] = [];
  const cohorts: Cohort[] = [];
  const products: Product[] = [];
  const subgroups: SubgroupStudyFile[] = [];
  const comparisons: ComparisonStudyFile[] = [];
  const published: PublishedFile[] = [];

  for (const file of files) {
    if (file.path.startsWith("data/cohorts/")) {
      const cohort = parsed(cohortSchema, file, problems);
      if (cohort && named(file, "id", cohort.id, problems)) cohorts.push(cohort);
    } else if (file.path.startsWith("data/products/")) {
      const product = parsed(productSchema, file, problems);
      if (product && named(file, "slug", product.slug, problems)) products.push(product);
    } else if (file.path.startsWith("data/subgroups/")) {
      const study = parsed(subgroupStudySchema, file, problems);
      if (study && named(file, "id", study.id, problems)) subgroups.push(study);
    } else if (file.path.startsWith("data/comparisons/")) {
      const study = parsed(comparisonStudySchema, file, problems);
      if (study && named(file, "id", study.id, problems)) comparisons.push(study);
    } else if (file.path.startsWith("data/published/")) {
      const entry = parsed(publishedSchema, file, problems);
      if (entry && named(file, "id", entry.id, problems)) published.push(entry);
    } else if (!singleFiles.has(file.path)) {
      problems.push({
        file: file.path,
        field: "",
        rule: "known-file",
        message: "no rule says what this file is; remove it or teach data/rules/parse.ts",
      });
    }
  }

  const single = <S extends Schema>(path: string, schema: S): v.InferOutput<S> | null => {
    const file = files.find((candidate) => candidate.path === path);
    if (file) return parsed(schema, file, problems);
    problems.push({ file: path, field: "", rule: "file-present", message: "the file is missing" });
    return null;
  };
  const { reviews, ...review } = single("data/review.json", reviewFileSchema) ?? noReview;
  return {
    evidence: {
      cohorts,
      products,
      subgroups,
      comparisons,
      outcomes: single("data/outcomes.json", v.array(outcomeSchema)) ?? [],
      published,
      references: single("data/references.json", v.array(referenceSchema)) ?? [],
      presets: single("data/presets.json", v.array(presetSchema)) ?? [],
      review,
      reviews,
      knownDiscrepancies:
        single("data/known-discrepancies.json", v.array(knownDiscrepancySchema)) ?? [],
      changes: single("data/changes.json", changesSchema) ?? noChanges,
      approvals: single("data/approvals.json", approvalsSchema) ?? noApprovals,
      recognition: single("data/recognition.json", recognitionSchema) ?? noRecognition,
      documents: single("data/documents.json", v.array(documentSchema)) ?? [],
      search: single("data/search.json", searchSchema) ?? noSearch,
    },
    problems,
  };
}

type Schema = v.GenericSchema;

const singleFiles = new Set([
  "data/outcomes.json",
  "data/presets.json",
  "data/references.json",
  "data/review.json",
  "data/known-discrepancies.json",
  "data/changes.json",
  "data/recognition.json",
  "data/approvals.json",
  "data/documents.json",
  "data/search.json",
]);

function parsed<S extends Schema>(
  schema: S,
  { path, content, unreadable }: DataFile,
  problems: Problem[],
): v.InferOutput<S> | null {
  if (unreadable !== undefined) {
    problems.push({ file: path, field: "", rule: "json", message: unreadable });
    return null;
  }
  const result = v.safeParse(schema, content);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    problems.push({
      file: path,
      field: fieldOf(issue),
      rule: "schema",
      message: issue.message,
    });
  }
  return null;
}

/** The path of a field as in code: `figures[3].events`. */
function fieldOf(issue: v.BaseIssue<unknown>): string {
  return (issue.path ?? []).reduce((path, { key }) => {
    if (typeof key === "number") return `${path}[${key}]`;
    return path === "" ? String(key) : `${path}.${String(key)}`;
  }, "");
}

function named({ path }: DataFile, field: string, id: string, problems: Problem[]): boolean {
  if (path.endsWith(`/${id}.json`)) return true;
  problems.push({
    file: path,
    field,
    rule: "id-matches-file-name",
    message: `"${id}" must be the file's name`,
  });
  return false;
}
