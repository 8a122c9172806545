import type { QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";

/** The problem with a question about rates, for analyses that have proportions only. */
export function onlyProportions({ measure }: Pick<Query, "measure">): QueryProblem | null {
  return measure === "proportion"
    ? null
    : {
        parameter: "measure",
        value: measure,
        message: "this analysis is of proportions",
        allowed: ["proportion"],
      };
}
