/** Logs requests with `LOG_REQUESTS=on`: the route, and nothing of the question, the caller or the headers. */
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { HonoEnvironment } from "../environment.ts";

/** Matches the place that the answer came from (`cache-status`, RFC 9211), which is absent if nothing is cached. */
const whence = /detail=([a-z]+)/;

export const requestLog = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.env.LOG_REQUESTS !== "on") {
    await next();
    return;
  }
  const start = performance.now();
  await next();
  const [, source] = context.res.headers.get("cache-status")?.match(whence) ?? [];
  const line = {
    method: context.req.method,
    // This is the pattern of the route, such as `/v1/cohorts/:id`; `/*` if no route matched.
    route: routePath(context, -1),
    status: context.res.status,
    // The clock of the platform does not advance while a Worker computes, so this is the time spent waiting, not
    // computing.
    milliseconds: Math.round(performance.now() - start),
    ...(source === undefined ? {} : { source }),
  };
  console.log(JSON.stringify(line));
});
