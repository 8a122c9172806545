/** Words that the element draws around survival, trial by trial. */
import type { SurvivalFamily } from "#data/medians.ts";

const reached = (months: number | null) => (months === null ? "not reached" : `${months}`);

export const survival = {
  /** What is counted at each month. */
  title: {
    pfs: "Alive without progression",
    os: "Alive",
    dor: "Still in response, of patients who responded",
  } satisfies Record<SurvivalFamily, string>,
  /** Over the medians. */
  medians: "Median months as printed, and months followed",
  months: reached,
  /** Follow-up of a median, on a line of its own number. */
  followed: (months: number | null) => (months === null ? "" : ` followed ${months}`),
  range: (interval: readonly [number | null, number | null] | null) =>
    interval === null ? "(no interval)" : `(${reached(interval[0])} to ${reached(interval[1])})`,
  trial: "Trial",
  median: "Median",
  /** Over the months. */
  byMonth: "Of 100 patients, by month",
  month: (count: number) => `${count}`,
  opened: "Trials at month",
  nothing: "No trial in this selection has a number in our sources.",
  deaths: "Deaths",
};
