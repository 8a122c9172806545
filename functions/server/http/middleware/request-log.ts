/**
 * One line of JSON for each request, where `LOG_REQUESTS` is `on`. It says what was asked of the
 * service, never what was asked about or by whom: no query, no value in a path, no address of the
 * caller, no header the caller sent.
 */
import { createMiddleware } from "hono/factory";
import { routePath } from "hono/route";
import type { HonoEnvironment } from "../environment.ts";

/** Of RFC 9211: where an answer came from, made now or kept. Absent on answers that are never kept. */
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
    // The pattern, `/v1/cohorts/:id`; `/*` for what no route answers.
    route: routePath(context, -1),
    status: context.res.status,
    // On the platform the clock stands still while a Worker computes: time waited, not time spent.
    milliseconds: Math.round(performance.now() - start),
    ...(source === undefined ? {} : { source }),
  };
  console.log(JSON.stringify(line));
});
