/** For how long patients were observed for an outcome. */
import type { Figure, Outcome } from "./schema.ts";

/**
 * Deaths, relapses and second malignancies count to the end of follow-up. An adverse event counts
 * while a treatment is given, so only a printed time on treatment tells. The window of a table is
 * neither.
 */
export function exposureOf(
  { exposureMonths, followUpMonths }: Pick<Figure, "exposureMonths" | "followUpMonths">,
  { observed }: Pick<Outcome, "observed">,
): number | null {
  return observed === "follow-up" ? followUpMonths : exposureMonths;
}
