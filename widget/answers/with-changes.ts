import { parameterNames } from "#core/question/parameter-names.ts";
import { withParameter } from "./ordered-query.ts";

/** The question with what differs between two others, `from` and `to`. */
export function withChanges(query: string, from: string, to: string): string {
  const [before, after] = [new URLSearchParams(from), new URLSearchParams(to)];
  return parameterNames
    .filter((name) => before.get(name) !== after.get(name))
    .reduce((text, name) => withParameter(text, name, after.get(name)), query);
}
