/** Defines values that meta-analyses printed of an outcome, each value with ours for the same question. */
import type { SurvivalFamily } from "#data/medians.ts";
import type { TherapyClass } from "#data/vocabulary.ts";

/** Rates of 100, ratios as they are. */
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
  /** Holds the id of the publication. */
  readonly published: string;
  /** It is `null` where the value is of survival and our data have none. */
  readonly outcome: string | null;
  readonly family: SurvivalFamily | null;
  /** The group as printed. */
  readonly group: string;
  /** The class of a rate; `null` where two groups are compared or both classes are counted. */
  readonly therapyClass: TherapyClass | null;
  readonly measure: "rate" | "events" | "median" | "odds ratio" | "hazard ratio" | "difference";
  readonly theirs: PublishedFigure;
  /** `null` where the question cannot be asked here. */
  readonly ours: PublishedFigure | null;
  /** These facts are printed with the value. */
  readonly n: number | null;
  readonly i2: number | null;
  /** Holds P values of a comparison, as printed and here. */
  readonly p: { readonly theirs: string | null; readonly ours: number | null };
  /** These are the numbers pooled here, and there. */
  readonly cohorts: { readonly found: number | null; readonly used: number | null };
  /** It is `null` where only a P value is printed. */
  readonly status: AgreementStatus | null;
  /** The conclusion of a comparison; `null` for other measures. */
  readonly conclusion: Conclusion | null;
  readonly reason: string | null;
  /** Holds the canonical text of our question. */
  readonly query: string | null;
}

export interface PublishedSource {
  readonly id: string;
  /** Short where its question is repeated here. */
  readonly name: string;
  readonly isSet: boolean;
  /** Holds the number of all studies that it pooled; `null` where not printed. */
  readonly studies: number | null;
  readonly patients: number | null;
}
