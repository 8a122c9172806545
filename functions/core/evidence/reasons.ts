/**
 * Defines the reasons why a figure is not counted, as codes with values; those why a cohort is left out are in
 * `filters.ts`.
 */
import type { Hold, Population } from "#data/vocabulary.ts";

/** Lists the codes of {@link ReportedRefusal}, because schemas need them as values. */
export const reportedRefusalCodes = [
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
] as const satisfies readonly ReportedRefusal["code"][];

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

/** Tells why the figure that a cohort reports cannot be pooled. */
export type ReportedRefusal = Exclude<Refusal, { code: "not-reported" }>;

/** Makes a type read-only at every depth. */
export type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** Stands for the values of a code that needs no values. */
export type None = unknown;

/** Makes a union with one member for each code, which holds the code and the values of that code. */
export type Coded<Values> = {
  [Code in keyof Values]: Frozen<{ code: Code } & Values[Code]>;
}[keyof Values];
