/** Words that the element draws around survival, trial by trial. */
import type { SurvivalFamily } from "#data/medians.ts";

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
  medians: "Median months, trial by trial",
  /** Of their axis. */
  axis: "months",
  trial: "Trial",
  /** Over the months. */
  byMonth: "of 100, by month",
  /** Heard for a dash. */
  unknown: "not known",
  opened: "Sources at month",
  nothing: "No trial in this selection has a number in our sources.",
  deaths: "Deaths by cause",
  /** Beside it. */
  deathsApart: "causes overlap, trials differ",
};
