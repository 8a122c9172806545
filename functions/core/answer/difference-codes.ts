/** Lists the codes of a row: why a difference is not printed, its analyses, and how these may end. */

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

/** Lists the analyses in display order; the first that counts a refit gives it its name. */
export const analysisNames = [
  "trial",
  "product",
  "product-once",
  "apheresed",
  "place",
  "dose",
  "papers",
  "model",
  "equal-age",
] as const;

/** Lists why an analysis cannot be made; those from `few-trials` on are of the analysis at equal age. */
export const analysisObstacles = [
  /** A side keeps fewer than two trials, or has fewer than two drugs. */
  "few-left",
  /** Each drug has one trial, so that without it the same is left as without its trial. */
  "as-trials",
  /** The trials of a published set do not depend on the region. */
  "as-published",
  /** The number of apheresed is not reported, and the share of the infused of fewer than two trials. */
  "not-reported",
  /** With two trials on a side no other model can tell. */
  "two-trials",
  "no-fit",
  "few-trials",
  "few-events",
  "ages-apart",
  "few-ages",
  "close-ages",
  "none-within",
] as const;

/** Lists the codes of a row: what its trials show where it is compared, else why it is not. */
export const rowStatusCodes = [
  /** Every rate of one class lies above every rate of the other (`apart.ts`). */
  "apart",
  "overlap",
  "one-trial",
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
 * Lists how an analysis may end. `scenario`: it rests on assumptions for more than half of the patients. `same`: it
 * changes no figure.
 */
export const analysisStatuses = ["made", "scenario", "same", "cannot-be-made"] as const;

/** Holds the default fields of an analysis, which also stand where the analysis cannot be made. */
export const noResult = {
  variant: null,
  differencePer100: null,
  differenceInterval: null,
  made: null,
  total: null,
  changing: null,
  omissions: null,
  assumedPer100: null,
  obstacle: null,
  repeats: null,
} as const;
