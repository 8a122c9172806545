/** The evidence that was asked for, in a few words. */

import type { Answer } from "#core/answer/answer.ts";
import { isAfterTherapy, kindsIn } from "#core/question/earlier-kinds.ts";
import { studyWordOf } from "../words/arguments.ts";
import type { Catalogue, ScreenWords } from "../words/catalogue.ts";
import { capitalised } from "../words/sentences.ts";

/** The scope without the region. */
export function askedOf(
  { query, set, selection }: Pick<Answer, "query" | "set" | "selection">,
  { scope }: ScreenWords,
): string[] {
  const { lines, regimen, target, evidence, priorBcma } = query;
  const without = leftByHand({ query, selection }).map(({ label }) => label);
  const filters = [
    scope.lines[lines],
    regimen === "any" ? scope.anyRegimen : scope[regimen],
    target.includes("any") ? scope.anyTarget : target.join(", ").toUpperCase(),
    isAfterTherapy(query) && scope.after(kindsIn(priorBcma)),
    scope[evidence],
    without.length > 0 && scope.without(studyWordOf(query), without),
  ].filter((text) => text !== false);
  const published = publishedQuestion({ set }, scope);
  if (published === null) return filters;
  return set?.modified ? [published, ...filters] : [published];
}

/** The name of a published question, and whether the query still matches it. */
export function publishedQuestion(
  { set }: Pick<Answer, "set">,
  words: Pick<ScreenWords["scope"], "likeSet" | "byRulesOf" | "asSet">,
): string | null {
  if (set === null) return null;
  if (set.modified) return words.likeSet(set.name);
  return set.cohorts === null ? words.byRulesOf(set.name) : words.asSet(set.name);
}

/** A label that pools a trial that was left out is left out, too, but not by the reader. */
export function leftByHand({ query, selection }: Pick<Answer, "query" | "selection">) {
  return selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && query.exclude.includes(cohort),
  );
}

/** "≥ 3 lines · monotherapy · BCMA · trials · approved" or "As Roex 2020: …" */
export function scopeOf(
  comparison: Answer,
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
