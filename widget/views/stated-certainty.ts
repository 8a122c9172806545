/** The certainty most rows have, said once under the headline; rows name theirs only where it differs. */
import type { OutcomeComparison } from "../../functions/comparison/answer.ts";

export type StatedCertainty = Exclude<OutcomeComparison["certainty"]["level"], "not-rated">;

export function statedCertainty(outcomes: readonly OutcomeComparison[]): StatedCertainty | null {
  const rated = outcomes
    .map(({ certainty }) => certainty.level)
    .filter((level) => level !== "not-rated");
  if (rated.length === 0) return null;
  const low = rated.filter((level) => level === "low").length;
  return low > rated.length / 2 ? "low" : "very-low";
}
