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

/** The same question about other outcomes. */
export function withOutcome(query: string, outcome: string): string {
  return withParameter(query, "outcome", outcome === "summary" ? null : outcome);
}
