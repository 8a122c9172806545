/** Adds the headers of its profile to every response, and codes its text. Errors have the profile of data. */
import { createMiddleware } from "hono/factory";
import { hasOnlyKnownParameters } from "../closed-parameters.ts";
import { type HonoEnvironment, readRecordSystemOrigins } from "../environment.ts";
import { makeProfileHeaders, type Profile } from "../headers.ts";
import { gzip, isGzipAcceptedByCaller } from "../negotiation.ts";

/**
 * Makes the handler that sets the header profile of the responses of a route, which are data without one.
 */
export function makeHeaderProfileMiddleware(profile: Profile) {
  return createMiddleware<HonoEnvironment>(async (context, next) => {
    context.set("profile", profile);
    await next();
  });
}

export const responseHeaders = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { APP_ENV, EMBED_ANCESTORS } = context.env;
  const profile = chooseHeaderProfile(context.var, context.res);
  const options = {
    embedAncestors: EMBED_ANCESTORS,
    recordSystems: readRecordSystemOrigins(context.env),
    production: APP_ENV === "production",
  };
  const { headers } = context.res;
  for (const [name, value] of Object.entries(makeProfileHeaders(profile, options))) {
    headers.set(name, value);
  }
});

/**
 * Returns the profile of a response. A 304 has no media type; browsers combine its headers with the cached page of the
 * route.
 */
function chooseHeaderProfile(
  { profile }: HonoEnvironment["Variables"],
  { headers, status }: Response,
): Profile {
  const type = headers.get("content-type");
  const isData = status === 204 || (type !== null && !type.startsWith("text/"));
  return isData ? "api" : (profile ?? "api");
}

/**
 * Prevents storage of responses to unknown parameters, which may be about a patient. Neither the answer nor the
 * permission (CORS) may be stored then, because a cache would keep the address.
 */
export const noStore = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  if (hasOnlyKnownParameters(context.req.url)) return;
  const { headers } = context.res;
  headers.set("cache-control", "no-store");
  headers.delete("etag");
  if (headers.has("access-control-max-age")) headers.set("access-control-max-age", "0");
});

// Varies texts by content coding, and gzips texts that the platform does not compress.

const text = /^text\/|^application\/|\+xml/;
const leftByPlatform = /^(?:text\/csv|application\/x-research-info-systems)/;
const problem = "application/problem+json";

export const textCoding = createMiddleware<HonoEnvironment>(async (context, next) => {
  await next();
  const { res: response, req: request } = context;
  const { headers, body, status } = response;
  const type = headers.get("content-type");
  // A 304 has no media type, and varies as the answer does.
  if (type === null ? status !== 304 : !text.test(type)) return;
  if (!headers.get("vary")?.includes("accept-encoding")) {
    headers.append("vary", "accept-encoding");
  }
  if (type === null || body === null || headers.has("content-encoding")) return;
  // Any other error is one sentence, which compression does not shorten.
  const isLeft = type.startsWith(problem) ? status === 400 : leftByPlatform.test(type);
  if (!isLeft || !isGzipAcceptedByCaller(request.raw)) return;
  headers.set("content-encoding", "gzip");
  const coded = new Response(gzip(body), { status, headers, encodeBody: "manual" });
  // Otherwise Hono copies the response, and the copy would be encoded again.
  context.res = undefined;
  context.res = coded;
});
