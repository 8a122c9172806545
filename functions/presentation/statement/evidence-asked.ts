/** The evidence that was asked for, without the region. */

import { isAfterTherapy, kindsIn } from "#core/question/earlier-kinds.ts";
import type { ApiComparison } from "#presentation/words/api-answer.ts";
import type { ScreenWords } from "../words/catalogue.ts";
import { studyWordOf } from "./headline-outcome.ts";

/** The scope without the region. */
export function askedOf(
  { query, set, selection }: Pick<ApiComparison, "query" | "set" | "selection">,
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
  { set }: Pick<ApiComparison, "set">,
  words: Pick<ScreenWords["scope"], "likeSet" | "byRulesOf" | "asSet">,
): string | null {
  if (set === null) return null;
  if (set.modified) return words.likeSet(set.name);
  return set.cohorts === null ? words.byRulesOf(set.name) : words.asSet(set.name);
}

/** A label that pools a trial that was left out is left out, too, but not by the reader. */
export function leftByHand({ query, selection }: Pick<ApiComparison, "query" | "selection">) {
  return selection.excluded.filter(
    ({ cohort, parameter }) => parameter === "exclude" && query.exclude.includes(cohort),
  );
}
