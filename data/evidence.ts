/** The content of all data files after reading. */
import type {
  Cohort,
  ComparisonStudyFile,
  KnownDiscrepancy,
  Outcome,
  Preset,
  Product,
  PublishedFile,
  Reference,
  Review,
  SubgroupStudyFile,
} from "./schema.ts";

export interface Evidence {
  cohorts: Cohort[];
  products: Product[];
  outcomes: Outcome[];
  presets: Preset[];
  published: PublishedFile[];
  references: Reference[];
  review: Review;
  knownDiscrepancies: KnownDiscrepancy[];
  subgroups: SubgroupStudyFile[];
  comparisons: ComparisonStudyFile[];
}

/** A data file of the repository: its path, e.g. `data/cohorts/karmma.json`, and its JSON. */
export interface DataFile {
  path: string;
  content: unknown;
}

/**
 * Every rule that `data/build/validate.ts` applies; `test/unit/data/rules.test.ts` has a violation
 * of each.
 */
export const ruleNames = [
  "schema",
  "known-file",
  "file-present",
  "id-matches-file-name",
  "outcome-unique",
  "outcome-exists",
  "outcome-applies",
  "landmark-id",
  "summary-position-unique",
  "product-exists",
  "product-class-agrees",
  "source-exists",
  "figure-says-something",
  "figure-unique",
  "events-not-above-n",
  "percent-fits-count",
  "known-discrepancy-applies",
  "derived-range-holds-events",
  "n-matches-population",
  "part-not-above-whole",
  "landmark-within-interval",
  "landmark-unique",
  "survival-never-rises",
  "overlap-exists",
  "overlap-unique",
  "overlap-symmetric",
  "preset-unique",
  "cohort-exists",
  "cohort-product-agrees",
  "side-exists",
  "reported-says-something",
  "reported-unique",
  "interval-holds-estimate",
  "reference-exists",
  "reference-unique",
  "reference-used",
  "reference-identifies",
  "fact-sourced",
  "approval-not-in-future",
  "superseded-has-successor",
  "required-class-known",
  "step-up-ascending",
  "contained-product-exists",
  "set-cohort-unique",
  "rob-2-is-randomised",
] as const;

export type RuleName = (typeof ruleNames)[number];

/** What is wrong, where, and which rule was violated. */
export interface Problem {
  file: string;
  field: string;
  rule: RuleName;
  message: string;
}
