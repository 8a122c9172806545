/**
 * Decides whether a drug has a number of its own. The mean of two trials describes neither of them, and its interval is
 * wider than that of a drug of one trial, so two trials of a drug are shown side by side, each with its exact interval.
 */
import { isAboutCurrentEvidence } from "../question/parameter-values.ts";
import type { Query } from "../question/query.ts";

/** Returns whether the figures of a drug give one number: that of its only trial, or a pool of three or more. */
export function canGiveDrugNumber(trials: number): boolean {
  return trials !== 2;
}

/** Returns whether the groups of a question are drugs. A published set keeps the numbers that it pooled. */
export function isDrugComparison(query: Pick<Query, "compare" | "set">): boolean {
  return query.compare === "product" && isAboutCurrentEvidence(query);
}
