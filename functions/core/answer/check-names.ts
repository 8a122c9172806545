/** The checks of a difference and how one may end, in the order in which they are shown. */

export const checkNames = [
  "place",
  "product",
  "dose",
  "papers",
  "collected",
  "model",
  "equal-age",
] as const;

/** Why equal age cannot be asked: of the trials that print a median age, or of the ages themselves. */
export const equalAgeObstacles = [
  "few-trials",
  "few-events",
  "ages-apart",
  "few-ages",
  "none-within",
  "no-fit",
] as const;

/** `same`: it changes no figure. `cannot-be-asked`: a side keeps fewer than two trials, or more is missing. */
export const checkStatuses = ["holds", "lost", "same", "cannot-be-asked"] as const;

/** What a check has in place of numbers where it cannot be asked, or changes nothing. */
export const noResult = {
  of: null,
  differencePer100: null,
  differenceInterval: null,
  oddsRatio: null,
  oddsRatioInterval: null,
  asked: null,
  total: null,
  assumedPer100: null,
  because: null,
} as const;
