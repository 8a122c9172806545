/** Types of the table that compares values printed by meta-analyses with our values for the same questions. */
import type { SurvivalFamily } from "#data/medians.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

/** Holds a rate per 100 patients, or a ratio. */
export interface PublishedFigure {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
}

/**
 * `reproduced`: our estimate and limits are the printed ones when rounded to the same digits. `within
 * their interval`: our estimate lies within the interval they print. `needs individual data`: cannot be
 * computed from counts, as a pooled median, a share of deaths, a test in regression. `cohorts missing`:
 * some of their cohorts are not in our data, or we do not know which cohorts they pooled.
 */
export type AgreementStatus =
  | "reproduced"
  | "within their interval"
  | "differs"
  | "needs individual data"
  | "cohorts missing";

/** `direction only`: the same side, but only one of the two is beyond chance. */
export type Conclusion = "yes" | "no" | "direction only";

export interface Agreement {
  /** `published` is the id of the publication. */
  readonly published: string;
  /** `outcome` is `null` where the value is of survival and none of our outcomes counts it. */
  readonly outcome: string | null;
  readonly family: SurvivalFamily | null;
  /** `group` names the group of patients as printed. */
  readonly group: string;
  /** The class of a rate; `null` where two groups are compared or both classes are counted. */
  readonly therapyClass: TherapyClass | null;
  readonly measure: "rate" | "events" | "median" | "odds ratio" | "hazard ratio" | "difference";
  readonly theirs: PublishedFigure;
  /** `ours` is `null` where the question cannot be asked here. */
  readonly ours: PublishedFigure | null;
  /** `n` (patients) and `i2` are those printed with the value. */
  readonly n: number | null;
  readonly i2: number | null;
  /** `p` holds the P value of a comparison as printed, and the one computed here. */
  readonly p: { readonly theirs: string | null; readonly ours: number | null };
  /** `ours` counts the cohorts pooled here, `theirs` those that the publication pooled. */
  readonly cohorts: { readonly ours: number | null; readonly theirs: number | null };
  /** `status` is `null` where only a P value is printed. */
  readonly status: AgreementStatus | null;
  /** The conclusion of a comparison; `null` for other measures. */
  readonly conclusion: Conclusion | null;
  readonly reason: string | null;
  /** `query` is the canonical text of our question; `null` where no question asks the same. */
  readonly query: string | null;
}

export interface PublishedSource {
  readonly id: string;
  /** `name` is the short name if the question of the publication is repeated here. */
  readonly name: string;
  readonly isSet: boolean;
  /** `studies` is the number of all studies that the publication pooled; `null` where it is not printed. */
  readonly studies: number | null;
  readonly patients: number | null;
}
