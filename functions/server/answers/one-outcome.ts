import type { QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import type { Outcome } from "#data/schema.ts";

/** The single outcome that a question names, of those that the answer can be about. */
export function oneOutcome(
  { outcome: asked }: Pick<Query, "outcome">,
  outcomes: readonly Outcome[],
): { outcome: Outcome; problem?: never } | { outcome?: never; problem: QueryProblem } {
  const outcome = asked.length === 1 ? outcomes.find(({ id }) => id === asked[0]) : undefined;
  if (outcome) return { outcome };
  return {
    problem: {
      parameter: "outcome",
      value: asked.join(","),
      message: "exactly one of these outcomes is needed here",
      allowed: outcomes.map(({ id }) => id),
    },
  };
}
