/** What the kinds of survival are called. */
import type { SurvivalFamily } from "#data/medians.ts";

export const survival = {
  /** On the buttons that choose one. */
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
};
