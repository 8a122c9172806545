/** Turns a URL, or its parameters, into a question and its canonical form. */

import { type Dear, tooDear } from "#core/comparison/cost.ts";
import { dataset } from "#core/dataset.ts";
import type { ParseOptions, QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";

interface ReadOptions extends ParseOptions {
  /** Whether nothing is pooled for the answer. */
  light?: boolean;
}

/** Refuses what is not understood, and what would cost too much. */
export function readQuestion(
  asked: string | Iterable<readonly [string, string]>,
  { light = false, ...options }: ReadOptions = {},
): Question {
  const pairs = typeof asked === "string" ? new URL(asked).searchParams : asked;
  const question = questionOf(pairs, dataset, options);
  const dear = question.problems || light ? null : tooDear(question.query, dataset);
  return dear && !question.problems
    ? { ...question, query: null, canonical: null, problems: [asProblem(question.query, dear)] }
    : question;
}

function asProblem({ outcome }: Query, { outcomes, cohorts, groups }: Dear): QueryProblem {
  return {
    parameter: "outcome",
    value: outcome.join(),
    message: `${outcomes} outcomes of ${cohorts} cohorts in ${groups} groups are too much for one answer: ask for fewer outcomes at a time, fewer groups (compare), fewer cohorts, or with model=bayes and tau=separate`,
    allowed: ["summary", ...new Set(dataset.outcomes.map(({ group }) => group))],
  };
}
