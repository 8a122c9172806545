/** Defines the reasons why something is left out, as codes with values. */
import type { Hold, Population, TherapyClass } from "#data/vocabulary.ts";
import type { DimensionName } from "../question/dimensions.ts";
import type { EarlierKind } from "../question/patient.ts";
import type { FilterName, PredicateFilterName, Query } from "../question/query.ts";
import type { Range } from "../question/range.ts";
import type { PrintedKind } from "./earlier-therapy.ts";
import type { LabelRegion, RegionLabel } from "./regimen-labels.ts";

/** Names the filters that test a field of the cohort, without a predicate of their own. */
export type FieldFilter = Exclude<FilterName, PredicateFilterName>;

/** Facts that a cohort may report, each named after the filter or the dimension for it. */
export type Field = FieldFilter | DimensionName;

export type Exclusion = Coded<{
  "not-in-set": { set: string };
  "by-hand": None;
  "other-class": { therapyClass: TherapyClass };
  "other-product": None;
  "other-evidence": { evidence: "trial" | "real-world" };
  "other-setting": { setting: "late" | "early" | "mixed" };
  /** The lines of the question are outside the range of the patients' prior lines. */
  "other-lines": { of: "enrolled" | "admitted"; range: Range };
  combination: None;
  "not-combined": None;
  "other-target": { targets: string[] };
  "after-bcma": { required: boolean };
  /** The cohort was recruited for earlier therapy, and prints of these kinds that nobody had them. */
  "other-kinds": { kinds: EarlierKind[] };
  /**
   * The cohort was recruited for earlier therapy, and of none of these kinds is printed that half of its
   * patients had it.
   */
  "few-of-kinds": { printed: PrintedKind[] };
  "no-kind-printed": None;
  /** The product has no approval in force in any of these regions. */
  "not-sold": { regions: LabelRegion[]; date: string };
  /** The label of the regimen after these lines in each region; it is labelled in none of them. */
  "not-on-label": {
    lines: Query["lines"];
    labels: RegionLabel[];
    date: string;
  };
  "dose-escalation": None;
  /** The whole cohort received a dose that was not taken forward. */
  "other-dose": None;
  "field-not-reported": { field: Field };
  "outside-range": { field: Field; value: number; range: Range };
}>;

/** Lists the codes of {@link Refusal}, because schemas need them as values. */
export const refusalCodes = [
  "not-reported",
  "not-counted",
  "held",
  "unreviewed",
  "no-paper",
  "no-count",
  "no-interval",
  "follow-up-short",
  "not-over",
  "only-over",
  "not-primary",
  "parts-report",
  "shares-patients",
  "small-trial",
] as const satisfies readonly Refusal["code"][];

/** Tells why no figure of a cohort can be pooled. */
export type Refusal = Coded<{
  "not-reported": None;
  "not-counted": { cut: string };
  held: { hold: Hold };
  unreviewed: None;
  /** The source is reviewed, but neither a paper nor a document of a regulator, and only these count. */
  "no-paper": None;
  "no-count": None;
  "no-interval": None;
  /** Follow-up must reach the month of the landmark if no confidence interval is reported. */
  "follow-up-short": { isFollowUpKnown: boolean };
  "not-over": { over: "responders" | "leukapheresed" | "enrolled" };
  "only-over": { population: Exclude<Population, "treated" | "safety" | "randomised"> };
  /** The question requests only the cut of the primary publication. */
  "not-primary": None;
  /** The cohort is a label pool, of which a part is counted instead. */
  "parts-report": None;
  /**
   * `cohort` is the label of the other cohort, `note` that of the data; `possibly` means that the overlap is not
   * certain.
   */
  "shares-patients": { possibly: boolean; cohort: string; note: string };
  /** The trial has fewer than 30 patients, and the only larger trial of the group is counted alone. */
  "small-trial": None;
}>;

/** Codes with values, of which `presentation/words` makes texts. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** Stands for the values of a code that needs no values. */
export type None = unknown;

/** Makes a union with one member for each code, which holds the code and the values of that code. */
export type Coded<Values> = {
  [Code in keyof Values]: Frozen<{ code: Code } & Values[Code]>;
}[keyof Values];
