/** Reads the names of survival at a month: the outcome `pfs-12` is the family `pfs` at month 12. */
import type { SurvivalFamily } from "./medians.ts";
import type { Landmark, Outcome } from "./schema.ts";

export function makeLandmarkId({ family, month }: Pick<Landmark, "family" | "month">): string {
  return `${family}-${month}`;
}

/** Lists the kinds of survival in the order in which they are shown. */
export const survivalFamilies = ["pfs", "os", "dor"] as const satisfies readonly SurvivalFamily[];

/** Returns `pfs` for `pfs-12`; `null` for an outcome that is not survival. */
export function parseSurvivalFamily(outcome: string): SurvivalFamily | null {
  const [name] = outcome.split("-");
  return survivalFamilies.find((family) => family === name) ?? null;
}

/**
 * Returns the kind of survival to which an outcome of the group `survival` belongs, because a question may ask for one
 * kind alone. Deaths by cause belong to overall survival. `null` for any other outcome.
 */
export function findSurvivalFamily({
  id,
  group,
  direction,
}: Pick<Outcome, "id" | "group" | "direction">): SurvivalFamily | null {
  if (group !== "survival") return null;
  return parseSurvivalFamily(id) ?? (direction === "harm" ? "os" : null);
}

/** Returns 12 for `pfs-12`; `NaN` for an outcome that is not survival at a month. */
export function parseLandmarkMonth(outcome: string): number {
  return Number(outcome.split("-")[1]);
}
