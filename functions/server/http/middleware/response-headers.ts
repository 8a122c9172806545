/** Every answer leaves with the headers of its profile; errors are data. */
import { createMiddleware } from "hono/factory";
import type { HonoEnvironment } from "../environment.ts";
import { headersFor, type Profile } from "../headers.ts";

export const responseHeaders = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { APP_ENV, EMBED_ANCESTORS } = context.env;
  const profile = profileOf(context.req.path, context.res);
  const options = { embedAncestors: EMBED_ANCESTORS, production: APP_ENV === "production" };
  const { headers } = context.res;
  for (const [name, value] of Object.entries(headersFor(profile, options))) {
    headers.set(name, value);
  }
});

const briefs = new Set(["/v1/brief", "/v1/brief.html", "/v1/brief.txt"]);
/** Of one cohort; the list has no page. */
const records = /^\/v1\/cohorts\/[^/]+$/;
const pages = new Set(["/", "/docs", "/gallery"]);

/**
 * A 304 has no content type, and a browser stores its headers with the page it has:
 * so the path decides, unless the answer is data or says what other sites may do.
 */
function profileOf(path: string, { headers, status }: Response): Profile {
  const type = headers.get("content-type");
  // A brief is read, as text or as a page, so both forms and their 304 have the same headers.
  if (briefs.has(path) && (type === null || /^text\//.test(type)) && status !== 204) {
    return "document";
  }
  // A record is data too: which form a 304 is of only its validator says.
  if (records.test(path) && status !== 204) {
    const isPage = type?.startsWith("text/html") ?? headers.get("etag")?.endsWith(';html"');
    return isPage ? "document" : "api";
  }
  if (status === 204 || (type !== null && !type.startsWith("text/html"))) return "api";
  if (path === "/embed") return "embed";
  return pages.has(path) ? "page" : "api";
}
