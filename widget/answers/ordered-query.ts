/** Parameters as the text of a question: in canonical order, commas readable. It is merely ordered; what is at its default stays said. */
import { parameterNames } from "#core/question/parameter-names.ts";

export function orderedQuery(parameters: URLSearchParams): string {
  return parameterNames
    .flatMap((name) => {
      const value = parameters.get(name);
      return value === null ? [] : [`${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`];
    })
    .join("&");
}

/** The same question with one parameter set, or left out where the value is `null`. */
export function withParameter(query: string, name: string, value: string | null): string {
  const parameters = new URLSearchParams(query);
  if (value === null) parameters.delete(name);
  else parameters.set(name, value);
  return orderedQuery(parameters);
}
