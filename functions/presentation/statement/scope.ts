/** The evidence that was asked for, in one line. */
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { Catalogue } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";
import { askedOf } from "./evidence-asked.ts";

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf(
  comparison: ApiComparison,
  { screen, table }: Pick<Catalogue, "screen" | "table">,
): string {
  const { query, set } = comparison;
  const asked = askedOf(comparison, screen);
  // The filters of a published question need no description.
  if (set === null || set.modified) {
    asked.push(table.approvedIn(screen.scope.where(query.availability)));
  }
  return capitalised(asked.join(" · "));
}
