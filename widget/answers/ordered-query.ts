/** As a query string: in canonical order, with readable commas, defaults included. */
import { parameterNames } from "#core/question/parameter-names.ts";

export function orderedQuery(parameters: URLSearchParams): string {
  return parameterNames
    .flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
    })
    .join("&");
}

/** The question that the attributes of an element ask. */
export function queryOfAttributes({ attributes }: Element): string {
  return orderedQuery(new URLSearchParams([...attributes].map(({ name, value }) => [name, value])));
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

/** By product is a view beside the answer for the two classes, which is asked for without it. */
export function ofClasses(query: string): string {
  return /(?:^|&)compare=product(?:&|$)/.test(query)
    ? withParameter(query, "compare", null)
    : query;
}

/** The same question, product by product. */
export const ofProducts = (query: string) => withParameter(query, "compare", "product");

/** With where products are approved, so that a link means the same wherever it is opened. */
export function withRegion(query: string): string {
  // A published question has its own.
  return /availability|set=/.test(query) ? query : withParameter(query, "availability", "approved");
}
