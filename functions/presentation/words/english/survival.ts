/** The words of survival as a grid of months in English. */
import type { SurvivalWords } from "../contract/survival.ts";

export const enSurvival: SurvivalWords = {
  title: {
    pfs: "Alive without progression",
    os: "Alive",
    dor: "Still in response, of patients who responded",
  },
  month: "Month",
  months: (count) => `${count} months`,
  noCurve: "Each month rests on its own trials: this is no curve.",
  rule: "A number opens its trials.",
  none: "no number",
  empty: "No number at",
};
