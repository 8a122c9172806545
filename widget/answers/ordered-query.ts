/**
 * Writes parameters as a query string: in canonical order and with readable commas. Parameters with
 * default values are kept.
 */
import { parameterNames } from "#core/question/parameter-names.ts";

export function orderedQuery(parameters: URLSearchParams): string {
  return parameterNames
    .flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
    })
    .join("&");
}

/** The same question with one parameter set, or without it if the value is `null`. */
export function withParameter(query: string, name: string, value: string | null): string {
  const parameters = new URLSearchParams(query);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return orderedQuery(parameters);
}

/** The question with what differs between two others, `from` and `to`. */
export function withChanges(query: string, from: string, to: string): string {
  const [before, after] = [new URLSearchParams(from), new URLSearchParams(to)];
  return parameterNames
    .filter((name) => before.get(name) !== after.get(name))
    .reduce((text, name) => withParameter(text, name, after.get(name)), query);
}

/** The same question about other outcomes. */
export function withOutcome(query: string, outcome: string): string {
  return withParameter(query, "outcome", outcome === "summary" ? null : outcome);
}
