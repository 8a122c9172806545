/** Names the kinds of survival. */
import type { SurvivalFamily } from "#data/medians.ts";

type Names = Readonly<Record<SurvivalFamily, string>>;

export const survivalNames: Names = { pfs: "progression-free", os: "alive", dor: "in response" };

export const medianNames: Names = {
  pfs: "Progression-free survival",
  os: "Overall survival",
  dor: "Response duration",
};

export const survivalSegments: Names = {
  pfs: "Progression-free",
  os: "Overall",
  dor: "Response",
};

/** Names what is counted at a month. */
export const survivalTitles: Names = {
  pfs: "Alive without progression",
  os: "Alive",
  dor: "Still in response, of patients who responded",
};

/** Names a median on a phone. */
export const survivalMonths: Names = {
  pfs: "PFS, months",
  os: "OS, months",
  dor: "DOR, months",
};
