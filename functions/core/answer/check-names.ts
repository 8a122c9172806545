/** Codes of a row: why a difference is not printed, its checks in display order, and how a check may end. */

/** Why a difference is not printed; `rules` of `/methods` states each. */
export const contrastStatuses = [
  "ok",
  /** A side has no number, or the two have none of one model. */
  "not-estimable",
  "one-trial",
  /** Products are compared side by side, and one of the two has only two trials. */
  "two-trials",
  /** A side rests on one product of several that were selected. */
  "one-product",
  /** The outcome accumulates, and the median follow-up is known for fewer than half of the patients. */
  "follow-up-unknown",
  /** The outcome accumulates, and the median follow-ups are more than twofold apart. */
  "follow-ups-apart",
] as const;

export const checkNames = [
  "place",
  "product",
  "dose",
  "papers",
  "collected",
  "model",
  "equal-age",
] as const;

/** Why equal age cannot be computed: of the trials that print a median age, or of the ages themselves. */
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
 * Why a check is lost: the difference shrank by a third or more; it kept its size, but the interval grew,
 * with fewer trials or without; another model; or the interval is clear of 0 on the other side.
 */
export const lossReasons = [
  "smaller",
  "fewer-trials",
  "wider",
  "another-model",
  "reversed",
] as const;

/** The codes of a row's difference, and of the reasons why it has none. */
export const rowStatusCodes = [
  /** The interval is clear of 0; of at least four checks all hold, at least three quarters, or fewer. */
  "holds",
  "mostly",
  "unclear-in",
  /** The interval is clear of 0; fewer than four checks could be computed. */
  "few",
  /** 0 lies within the interval. */
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

/** `same`: it changes no figure. `cannot-be-asked`: a side keeps fewer than two trials, or more is missing. */
export const checkStatuses = ["holds", "lost", "same", "cannot-be-asked"] as const;

/** The default fields of a check; they also stand where the check cannot be computed. */
export const noResult = {
  variant: null,
  differencePer100: null,
  differenceInterval: null,
  oddsRatio: null,
  oddsRatioInterval: null,
  computed: null,
  total: null,
  assumedPer100: null,
  obstacle: null,
  trials: null,
  lossReason: null,
} as const;
