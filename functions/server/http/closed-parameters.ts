/** Each parameter may be given once, with a word of its list; all problems are told at once. */
import { type QueryProblem, sanitise } from "#core/question/parse-query.ts";

export type Words = Readonly<Record<string, readonly string[]>>;

export type ClosedParameters<W extends Words> =
  | { values: { [Name in keyof W]?: W[Name][number] }; canonical: string; problems: null }
  | { values: null; canonical: null; problems: readonly QueryProblem[] };

export function closedParameters<W extends Words>(
  search: Iterable<[string, string]>,
  words: W,
): ClosedParameters<W> {
  const problems: QueryProblem[] = [];
  const given = new Map<string, string>();
  for (const [name, value] of search) {
    const allowed = Object.hasOwn(words, name) ? words[name] : undefined;
    const problem = (message: string, names: readonly string[]) =>
      problems.push({
        parameter: sanitise(name),
        value: sanitise(value),
        message,
        allowed: names,
      });
    if (allowed === undefined) problem("unknown parameter", Object.keys(words));
    else if (given.has(name)) problem("given more than once", allowed);
    else if (value === "") problem("empty value", allowed);
    else if (!allowed.includes(value)) problem("not one of the allowed values", allowed);
    given.set(name, value);
  }
  if (problems.length > 0) return { values: null, canonical: null, problems };
  const inOrder = Object.keys(words).flatMap((name): [string, string][] => {
    const value = given.get(name);
    return value === undefined ? [] : [[name, value]];
  });
  return {
    // Each value was found in the list of its parameter.
    values: Object.fromEntries(inOrder) as { [Name in keyof W]?: W[Name][number] },
    canonical: inOrder.map(([name, value]) => `${name}=${value}`).join("&"),
    problems: null,
  };
}
