/** Tells by which names of groups a question asks for an outcome. */
import type { Outcome } from "#data/schema.ts";

/**
 * Tells whether one of the names is a group of the outcome. A death that is not from the disease is a harm of treatment
 * as well as a part of survival.
 */
export function isOutcomeInGroups(
  { group, harmGroup }: Pick<Outcome, "group" | "harmGroup">,
  names: readonly string[],
): boolean {
  return names.includes(group) || (harmGroup !== undefined && names.includes("toxicity"));
}
