import type { Content, Entry, Folder, Single } from "./files.ts";

type OfFolders = { [F in Folder]: Entry<F>[] };
type OfSingles = { [S in Exclude<Single, "review" | "known-discrepancies">]: Content<S> };

/** Holds the content of all data files. */
export interface Evidence extends OfFolders, OfSingles {
  review: Omit<Content<"review">, "reviews">;
  reviews: Content<"review">["reviews"];
  knownDiscrepancies: Content<"known-discrepancies">;
}

/** Describes a data file of the repository: its path, e.g. `data/cohorts/karmma.json`, and its JSON. */
export interface DataFile {
  path: string;
  content: unknown;
  /** `unreadable` explains why the file is not JSON; `content` is then `undefined`. */
  unreadable?: string;
}

/** Lists all rules of `build/validate.ts`; `test/unit/data/rules.test.ts` has a violation of each. */
export const ruleNames = [
  "schema",
  "json",
  "known-file",
  "file-present",
  "id-matches-file-name",
  "outcome-unique",
  "outcome-exists",
  "outcome-applies",
  "landmark-id",
  "not-for-reason",
  "summary-position-unique",
  "harm-group",
  "observed-agrees",
  "product-exists",
  "product-class-agrees",
  "source-exists",
  "review-is-second-hand",
  "figure-says-something",
  "figure-unique",
  "events-not-above-n",
  "percent-fits-count",
  "known-discrepancy-applies",
  "derived-range-holds-events",
  "n-matches-population",
  "exposure-is-time-on-treatment",
  "counted-by",
  "grades-of-severe",
  "severe-without-scale",
  "prior-bcma-agrees",
  "follow-up-within-trial",
  "part-not-above-whole",
  "newest-part-not-above-whole",
  "primary-of-publication",
  "landmark-within-interval",
  "landmark-unique",
  "survival-never-rises",
  "median-within-interval",
  "median-fits-landmarks",
  "timing-holds-median",
  "timing-belongs",
  "timing-unique",
  "publication-identified",
  "overlap-exists",
  "overlap-unique",
  "overlap-symmetric",
  "label-pool-has-parts",
  "pool-part-counted",
  "preset-unique",
  "cohort-exists",
  "cohort-product-agrees",
  "cohort-evidence-agrees",
  "side-exists",
  "reported-says-something",
  "level-of-variable",
  "kinds-of-level",
  "enrolled-said-once",
  "reported-unique",
  "interval-holds-estimate",
  "contradicted-together",
  "ratio-of-first-side",
  "said-to-readers",
  "template-replaced",
  "reference-exists",
  "reference-unique",
  "reference-used",
  "reference-identifies",
  "fact-sourced",
  "approval-not-in-future",
  "pending-dated",
  "superseded-has-successor",
  "first-label-held",
  "one-approval-in-force",
  "region-collected-or-not",
  "region-decisions-complete",
  "kind-is-of-approval",
  "drug-exists",
  "regimen-has-partners",
  "prior-lines-ascending",
  "setting-agrees",
  "missing-is-missing",
  "step-up-ascending",
  "hours-after-dose-once",
  "no-driving-has-time",
  "course-has-end",
  "stay-holds-median",
  "response-to-bridging",
  "in-short-is-short",
  "contained-product-exists",
  "slug-joins-contained",
  "set-cohort-unique",
  "scope-agrees",
  "scope-class-unique",
  "search-before-publication",
  "pinned-to-search",
  "release-unique",
  "release-order",
  "recall",
  "rob-2-is-randomised",
  "search-address-agrees",
  "review-unique",
] as const;

export type RuleName = (typeof ruleNames)[number];

export interface Problem {
  file: string;
  field: string;
  rule: RuleName;
  message: string;
  /** Holds a name that has no entry, to which `check` adds the names that have one. */
  unknown?: string;
}

/** Describes something that the data lack but can do without: the ids of entries of one kind. */
export interface Warning {
  message: string;
  ids: string[];
}
