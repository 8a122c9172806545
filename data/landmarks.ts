/** Reads the names of survival at a month: the outcome `pfs-12` is the family `pfs` at month 12. */
import type { SurvivalFamily } from "./medians.ts";
import type { Landmark } from "./schema.ts";

export function landmarkOutcome({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${family}-${month}`;
}

/** Returns `pfs` for `pfs-12`; `null` for an outcome that is not survival. */
export function familyOf(outcome: string): SurvivalFamily | null {
  const [family = ""] = outcome.split("-");
  return family === "pfs" || family === "os" || family === "dor" ? family : null;
}

/** Returns 12 for `pfs-12`; `NaN` for an outcome that is not survival at a month. */
export function monthOf(outcome: string): number {
  return Number(outcome.split("-")[1]);
}
