/** Reads parameters with closed lists of words: each may occur once. All problems are reported at once. */
import { createMiddleware } from "hono/factory";
import { dataset } from "#core/dataset.ts";
import { parameterNames } from "#core/question/parameters.ts";
import { formatRefusalWithSuggestion } from "#core/question/parse-query.ts";
import {
  findNearAllowedValue,
  makeUnknownParameterProblem,
  type QueryProblem,
  sanitiseErrorText,
} from "#core/question/query-problem.ts";
import type { HonoEnvironment } from "./environment.ts";
import { respondWithQueryProblems } from "./problem.ts";

export type Words = Readonly<Record<string, readonly string[]>>;

export type ClosedParameters<W extends Words> =
  | { values: { [Name in keyof W]?: W[Name][number] }; canonical: string; problems: null }
  | { values: null; canonical: null; problems: readonly QueryProblem[] };

export function parseClosedParameters<W extends Words>(
  search: Iterable<[string, string]>,
  words: W,
): ClosedParameters<W> {
  const problems: QueryProblem[] = [];
  const chosen = new Map<string, string>();
  for (const [index, [name, value]] of [...search].entries()) {
    const allowed = Object.hasOwn(words, name) ? words[name] : undefined;
    if (allowed === undefined) {
      problems.push(makeUnknownParameterProblem(name, index, Object.keys(words)));
      continue;
    }
    const problem = (message: string) =>
      problems.push({ parameter: name, value: sanitiseErrorText(value), message, allowed });
    if (chosen.has(name)) problem("given more than once");
    else if (value === "") problem("empty value");
    else if (!allowed.includes(value))
      problem(formatRefusalWithSuggestion(findNearAllowedValue(value, allowed, dataset)));
    chosen.set(name, value);
  }
  if (problems.length > 0) return { values: null, canonical: null, problems };
  const inOrder = Object.keys(words).flatMap((name): [string, string][] => {
    const value = chosen.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    // Each value was found in the list of its parameter.
    values: Object.fromEntries(inOrder) as { [Name in keyof W]?: W[Name][number] },
    canonical: inOrder.map(([name, value]) => `${name}=${value}`).join("&"),
    problems: null,
  };
}

/** Refuses every parameter of a resource without parameters, instead of ignoring it. */
export const noParameters = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (!context.req.url.includes("?")) return next();
  const { problems } = parseClosedParameters(new URL(context.req.url).searchParams, {});
  if (problems) return respondWithQueryProblems(problems);
  await next();
});

// Names all parameters of the service. An unknown parameter may be about a patient, so the response to it is not
// stored.

/** Lists parameters of single resources and pages, which no question has. */
export const pageParameterNames = [
  ...["data", "format", "hand-over", "moderator", "question", "region", "theme"],
] as const;

/**
 * Lists parameters that content systems, letters and advertisements append to any address. They reveal nothing about a
 * patient.
 */
const appendedNames = [
  ...["utm_campaign", "utm_content", "utm_id", "utm_medium", "utm_source", "utm_term"],
  ...["dclid", "fbclid", "gbraid", "gclid", "msclkid", "ttclid", "twclid", "wbraid"],
  ...["v", "ver"],
] as const;

/** Tells whether a parameter is one that content systems append, which the reader of a page need not know of. */
export function isTrackingParameter(name: string): boolean {
  return appendedNames.some((appended) => appended === name);
}

const names: ReadonlySet<string> = new Set([
  ...parameterNames,
  ...pageParameterNames,
  ...appendedNames,
]);

export function isKnownParameterName(name: string): boolean {
  return names.has(name);
}

/** Tells whether every parameter of the address is known. */
export function hasOnlyKnownParameters(url: string): boolean {
  const start = url.indexOf("?");
  return start < 0 || [...new URLSearchParams(url.slice(start)).keys()].every(isKnownParameterName);
}
