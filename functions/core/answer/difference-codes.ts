/**
 * Lists the codes of a row: why a difference is not printed, its analyses in display order, and how an analysis may
 * end.
 */

/** Lists `ok` and the reasons why a difference is not printed; “Rules of an answer” on `/methods` explains them. */
export const contrastStatuses = [
  "ok",
  /** A side has no number, or the two have none of one model. */
  "not-estimable",
  "one-trial",
  /** A side rests on two trials of one product, which have no common number. */
  "two-trials",
  /** A side rests on one product of several that were selected. */
  "one-product",
  /** The outcome accumulates, and the median follow-up is known for fewer than half of the patients. */
  "follow-up-unknown",
  /** The outcome accumulates, and the median follow-ups are more than twofold apart. */
  "follow-ups-apart",
] as const;

export const analysisNames = [
  "place",
  "product",
  "trial",
  "dose",
  "papers",
  "apheresed",
  "model",
  "equal-age",
] as const;

/**
 * Lists why the analysis at equal age cannot be made: because of the trials that print a median age, or of the ages
 * themselves.
 */
export const equalAgeObstacles = [
  "few-trials",
  "few-events",
  "ages-apart",
  "few-ages",
  "close-ages",
  "none-within",
  "no-fit",
] as const;

/**
 * Lists why an analysis loses the difference: the difference shrank by a third or more; it kept its size, but the
 * interval grew, with fewer trials or without; another model; or the interval is clear of 0 on the other side.
 */
export const lossReasons = [
  "smaller",
  "fewer-trials",
  "wider",
  "another-model",
  "reversed",
] as const;

/** Lists the codes of a row's difference, and of the reasons why it has none. */
export const rowStatusCodes = [
  /** The interval is clear of 0, and every analysis that a difference must pass keeps it. */
  "consistent",
  /** The interval is clear of 0; the row names the analysis that loses it, or what is missing to call it consistent. */
  "depends",
  "unclear",
  "not-compared",
  /** No class has a number, but single trials or products have. */
  "by-drug",
  /** Neither class has a figure in any form. */
  "not-reported",
  /** The outcome cannot be of a class that was asked for, such as an infusion of bispecifics. */
  "not-for",
  /** A single class was asked for, or a single class has a trial. */
  "one-class",
] as const;

/**
 * Lists how an analysis may end. `same`: it changes no figure. `cannot-be-made`: a side keeps fewer than two trials,
 * or more is missing.
 */
export const analysisStatuses = ["keeps", "loses", "same", "cannot-be-made"] as const;

/** Lists why a difference that every analysis keeps is not called consistent; the first that applies is given. */
export const limits = [
  "few-analyses",
  "two-trials",
  "apheresed-not-found",
  "not-each-drug",
] as const;

/** Holds the default fields of an analysis, which also stand where the analysis cannot be computed. */
export const noResult = {
  variant: null,
  differencePer100: null,
  differenceInterval: null,
  oddsRatio: null,
  oddsRatioInterval: null,
  made: null,
  total: null,
  lost: null,
  omissions: null,
  assumedPer100: null,
  obstacle: null,
  trials: null,
  lossReason: null,
} as const;
