/** For resources without parameters: one that is given is an error, and not ignored. */
import { createMiddleware } from "hono/factory";
import { closedParameters } from "./closed-parameters.ts";
import type { HonoEnvironment } from "./environment.ts";
import { queryProblemResponse } from "./problem.ts";

export const noParameters = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (!context.req.url.includes("?")) return next();
  const { problems } = closedParameters(new URL(context.req.url).searchParams, {});
  if (problems) {
    return queryProblemResponse(problems);
  }
  await next();
});
