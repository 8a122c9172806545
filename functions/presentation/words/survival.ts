/** What the kinds of survival are called. */
import type { SurvivalFamily } from "#data/medians.ts";

type Names = Readonly<Record<SurvivalFamily, string>>;

export const survivalNames: Names = { pfs: "progression-free", os: "alive", dor: "in response" };

/** What is counted at each month. */
export const survivalTitles: Names = {
  pfs: "Alive without progression",
  os: "Alive",
  dor: "Still in response, of patients who responded",
};
