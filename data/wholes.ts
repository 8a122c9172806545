/** Finds the outcomes of which another one counts a part, as complete response counts a part of response. */
import type { Outcome } from "./schema.ts";

/** Returns the outcomes of which `part` counts a part, directly or not, nearest first. */
export function listContainingOutcomes<O extends Pick<Outcome, "id" | "partOf">>(
  part: string,
  outcomes: readonly O[],
): O[] {
  const outcomeOf = (id: string | null | undefined) =>
    outcomes.find((outcome) => outcome.id === id);
  const wholes = new Set<O>();
  let whole = outcomeOf(outcomeOf(part)?.partOf);
  // Outcomes that are parts of each other are a mistake in the data, which must not make this loop endless.
  while (whole !== undefined && !wholes.has(whole)) {
    wholes.add(whole);
    whole = outcomeOf(whole.partOf);
  }
  return [...wholes];
}
