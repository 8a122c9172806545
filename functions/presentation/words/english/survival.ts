/** The words of survival as a grid of months in English. */
import type { SurvivalFamily } from "#data/medians.ts";

export const survival = {
  /** What is counted at each month. */
  title: {
    pfs: "Alive without progression",
    os: "Alive",
    dor: "Still in response, of patients who responded",
  } satisfies Record<SurvivalFamily, string>,
  month: "Month",
  months: (count: number) => `${count} months`,
  noCurve: "Each month rests on its own trials: this is no curve.",
  rule: "A number opens its trials.",
  /** For screen readers, in an empty cell. */
  none: "no number",
  /** Before the months that have no number. */
  empty: "No number at",
};
