/** Writes parameters and their values as the text of a question. */
import { type ParameterName, parameterNames } from "./parameters.ts";

export function joinParameterPairs(pairs: readonly (readonly [ParameterName, string])[]): string {
  // A plus would be read as a space; no other character of a value needs to be escaped.
  return pairs.map(([name, text]) => `${name}=${text.replaceAll("+", "%2B")}`).join("&");
}

/**
 * Returns the query text in canonical order, with readable commas; what is no parameter of a question is left
 * out.
 */
export function formatKnownParametersInOrder(parameters: URLSearchParams): string {
  return parameterNames
    .flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
    })
    .join("&");
}
