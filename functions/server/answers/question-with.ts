/**
 * Reads a question, about the two classes unless the resource answers about others, together with
 * parameters of the resource itself. Each of these is one word of a closed list.
 */

import type { ParseOptions, QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";
import { readQuestion } from "./read-question.ts";

type Values<W extends Words> = NonNullable<ClosedParameters<W>["values"]>;

export type QuestionWith<W extends Words> =
  | { query: Query; canonical: string; values: Values<W>; problems: null }
  | { query: null; canonical: null; values: null; problems: readonly QueryProblem[] };

/** Returns both, or all problems with either of them. */
export function questionWith<W extends Words>(
  url: string,
  words: W,
  options: ParseOptions = { onlyClasses: true },
): QuestionWith<W> {
  const given = [...new URL(url).searchParams];
  const isOwn = ([name]: [string, string]) => Object.hasOwn(words, name);
  const own = closedParameters(new URLSearchParams(given.filter(isOwn)), words);
  const rest = given.filter((pair) => !isOwn(pair));
  const asked = readQuestion(rest, options);
  if (own.problems || asked.problems) {
    const problems = [...(own.problems ?? []), ...withOwnNames(asked.problems ?? [], words)];
    return { query: null, canonical: null, values: null, problems };
  }
  const { query, canonical } = asked;
  return { query, canonical, values: own.values, problems: null };
}

/** Adds the parameters of the resource to the known names in errors about unknown parameters. */
export function withOwnNames(problems: readonly QueryProblem[], words: Words): QueryProblem[] {
  return problems.map((problem) =>
    problem.message === "unknown parameter"
      ? { ...problem, allowed: [...problem.allowed, ...Object.keys(words)] }
      : problem,
  );
}
