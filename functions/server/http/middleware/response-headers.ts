/** Every answer leaves with the headers of its profile; errors are data. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { headersFor, type Profile } from "../headers.ts";

export const responseHeaders = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { APP_ENV, EMBED_ANCESTORS } = context.env;
  const profile = profileOf(context.var, context.res);
  const options = { embedAncestors: EMBED_ANCESTORS, production: APP_ENV === "production" };
  const { headers } = context.res;
  for (const [name, value] of Object.entries(headersFor(profile, options))) {
    headers.set(name, value);
  }
});

/**
 * That of the route, unless the answer is data or says what other sites may do. A 304 has no content
 * type, and a browser stores its headers with the page it has: so it has those of the route.
 */
function profileOf(
  { profile }: HonoEnvironment["Variables"],
  { headers, status }: Response,
): Profile {
  const type = headers.get("content-type");
  const isData = status === 204 || (type !== null && !type.startsWith("text/"));
  return isData ? "api" : (profile ?? "api");
}
