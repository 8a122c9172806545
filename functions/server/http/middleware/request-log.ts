/**
 * One line of JSON for each request, if `LOG_REQUESTS` is `on`. It contains the route, but not the
 * question or the caller: no query, no value in a path, no IP address, and no request header.
 */
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { HonoEnvironment } from "../environment.ts";

/**
 * Finds in `cache-status` (RFC 9211) where an answer came from: computed, or a cache. Absent on
 * answers that are never cached.
 */
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
    // The pattern, such as `/v1/cohorts/:id`; `/*` if no route matched.
    route: context.var.route ?? routePath(context, -1),
    status: context.res.status,
    // On the platform the clock does not advance while a Worker computes. So this is the time spent
    // waiting, not computing.
    milliseconds: Math.round(performance.now() - start),
    ...(source === undefined ? {} : { source }),
  };
  console.log(JSON.stringify(line));
});
