/** Turns a URL, or its parameters, into a question, with parameters of the resource itself. */
import { dataset } from "#core/dataset.ts";
import type { ParseOptions, QueryProblem } from "#core/question/parse-query.ts";
import type { Query } from "#core/question/query.ts";
import { type Question, questionOf } from "#core/question/read-question.ts";
import type { Outcome } from "#data/schema.ts";
import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";

interface ReadOptions<W extends Words> extends ParseOptions {
  /** The resource's own parameters: each is one word of a closed list. */
  own?: W;
}

type Values<W extends Words> = NonNullable<ClosedParameters<W>["values"]>;
type Read = Extract<Question, { problems: null }>;
type Refused = Extract<Question, { query: null }>;
type Asked<W extends Words> = (Read & { values: Values<W> }) | (Refused & { values: null });

/** Refuses what is not understood; all problems are told at once. */
export function readQuestion<W extends Words = Record<never, never>>(
  asked: string | Iterable<[string, string]>,
  { own, ...options }: ReadOptions<W> = {},
): Asked<W> {
  const words = own ?? ({} as W);
  const given = [...(typeof asked === "string" ? new URL(asked).searchParams : asked)];
  const isOwn = ([name]: [string, string]) => Object.hasOwn(words, name);
  const mine = closedParameters(new URLSearchParams(given.filter(isOwn)), words);
  const rest = given.filter((pair) => !isOwn(pair));
  const question = questionOf(rest, dataset, options);
  if (!mine.problems && !question.problems) return { ...question, values: mine.values };
  const problems = [...(mine.problems ?? []), ...withOwnNames(question.problems ?? [], words)];
  return { ...question, query: null, canonical: null, values: null, problems };
}

/** Adds the parameters of the resource to the known names in errors about unknown parameters. */
function withOwnNames(problems: readonly QueryProblem[], words: Words): QueryProblem[] {
  return problems.map((problem) =>
    problem.message === "unknown parameter"
      ? { ...problem, allowed: [...problem.allowed, ...Object.keys(words)] }
      : problem,
  );
}

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
