/** The evidence that was asked for, in one line. */

import type { Comparison } from "#core/comparison/answer.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf(
  comparison: Comparison,
  { screen, table }: Pick<Catalogue, "screen" | "table">,
): string {
  const { query, set } = comparison;
  const asked = askedOf(comparison, screen);
  // The filters of a published question need no description.
  if (set === null || set.modified) {
    const { availability } = query;
    asked.push(
      availability === "approved"
        ? table.approved
        : table.approvedIn(screen.scope.where(availability)),
    );
  }
  return capitalised(asked.join(" · "));
}

/** The scope without the region. */
export function askedOf(
  { query, set, selection }: Pick<Comparison, "query" | "set" | "selection">,
  { scope }: ScreenWords,
): string[] {
  const { setting, regimen, target, evidence, priorBcma } = query;
  const filters = [
    setting === "any" ? scope.anySetting : scope[setting],
    regimen === "any" ? scope.anyRegimen : scope[regimen],
    target.includes("any") ? scope.anyTarget : target.join(", ").toUpperCase(),
    priorBcma === "selected" && scope.selected,
    scope[evidence],
    ...selection.excluded.map(
      ({ parameter, label }) => parameter === "exclude" && scope.without(label),
    ),
  ].filter((text) => text !== false);
  if (set === null) return filters;
  if (set.modified) return [scope.likeSet(set.name), ...filters];
  return [set.cohorts === null ? scope.byRulesOf(set.name) : scope.asSet(set.name)];
}
