/** For resources without parameters: one that is given is an error, and not ignored. */
import { createMiddleware } from "hono/factory";
import { sanitise } from "#core/question/parse-query.ts";
import type { HonoEnvironment } from "./environment.ts";
import { queryProblemResponse } from "./problem.ts";

export const noParameters = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (!context.req.url.includes("?")) return next();
  const errors = [...new URL(context.req.url).searchParams].map(([name, value]) => ({
    parameter: sanitise(name),
    value: sanitise(value),
    message: "this resource takes no parameters",
    allowed: [],
  }));
  if (errors.length > 0) {
    return queryProblemResponse(errors);
  }
  await next();
});
