/** JSON responses that can be cached. */
import type { Context } from "hono";
import { type ClosedParameters, closedParameters, type Words } from "../http/closed-parameters.ts";
import type { HonoEnvironment } from "../http/environment.ts";
import { queryProblemResponse } from "../http/problem.ts";
import type { Answer } from "../http/route.ts";
import { cacheable } from "./cacheable.ts";

const contentType = "application/json; charset=utf-8";

/** An answer that was made by `answers.ts`. */
export function jsonAnswer(
  context: Context<HonoEnvironment>,
  resource: string,
  make: () => string,
  { light = false }: { light?: boolean } = {},
): Promise<Response> {
  return cacheable(context, {
    resource,
    isAnswer: true,
    mediaType: "json",
    contentType,
    make,
    light,
  });
}

/** A list that words of closed lists narrow, and that stays the same for a whole release. */
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
      mediaType: "json",
      contentType,
      make: () => JSON.stringify(make(values)),
      light: true,
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
