/** Words that the element draws around survival, trial by trial. */
import type { SurvivalFamily } from "#data/medians.ts";

const reached = (months: number | null) => (months === null ? "not reached" : `${months}`);

export const survival = {
  /** The choice of what is shown, and its buttons. */
  show: "Show",
  families: {
    pfs: "Progression-free",
    os: "Alive",
    dor: "In response",
  } satisfies Record<SurvivalFamily, string>,
  /** What is counted at each month. */
  title: {
    pfs: "Alive without progression",
    os: "Alive",
    dor: "Still in response, of patients who responded",
  } satisfies Record<SurvivalFamily, string>,
  /** Over the medians. */
  medians: "Median months as printed, and months followed",
  months: reached,
  range: ([lower, upper]: readonly [number | null, number | null]) =>
    `(${reached(lower)} to ${reached(upper)})`,
  trial: "Trial",
  /** Over the months. */
  byMonth: "Of 100 patients, by month",
  opened: "Sources at month",
  nothing: "No trial in this selection has a number in our sources.",
  deaths: "Deaths",
  /** Beside it. */
  of100: "of 100 patients, with 95 % interval",
};
