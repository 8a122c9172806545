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
  /** At the end of a line. */
  lineOf: (product: string, combined: boolean) => (combined ? `${product} +` : product),
  /** Without what follows a comma or stands in brackets. */
  brief: (trial: string) => trial.replace(/(,| \().*/, ""),
  noMedian: (trials: string) => `No median in our sources: ${trials}.`,
  trial: "Trial",
  median: "Median",
  patients: (n: number | null | undefined) => (n ? `n\u00a0${n}` : ""),
  /** Over the lines. */
  lines: "Of 100 patients, by month",
  month: (count: number) => `${count} months`,
  others: "Trials at month",
  silent: (months: readonly number[]) =>
    `Not reported in our sources at month ${months.join(", ")}.`,
  nothing: "No trial in this selection has a number in our sources.",
  deaths: "Deaths",
};
