/** Names the kinds of survival. */
import type { SurvivalFamily } from "#data/medians.ts";

type Names = Readonly<Record<SurvivalFamily, string>>;

export const survivalNames: Names = { pfs: "progression-free", os: "alive", dor: "in response" };

/** Names what is counted at a month. */
export const survivalTitles: Names = {
  pfs: "Alive without progression",
  os: "Alive",
  dor: "Still in response, of patients who responded",
};
