import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Answer } from "../http/route.ts";
import { cacheable } from "./cacheable.ts";

/** A list as JSON, which stays the same for a whole release. */
export function listRoute<W extends Words>(
  name: string,
  words: W,
  make: (query: NonNullable<ClosedParameters<W>["values"]>) => object,
): Answer {
  return (context) => {
    const { searchParams } = new URL(context.req.url);
    const { values, canonical, problems } = closedParameters(searchParams, words);
    if (problems) return queryProblemResponse(problems);
    return cacheable(context, {
      resource: `${name}?${canonical}`,
      form: "json",
      make: () => JSON.stringify(make(values)),
    });
  };
}

/** The same words as a filter of the evidence. */
export function filterOf<C extends string, Rest extends object>({
  "therapy-class": therapyClass,
  ...rest
}: { "therapy-class"?: C } & Rest) {
  return therapyClass === undefined ? rest : { ...rest, therapyClass };
}
