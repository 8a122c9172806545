/** Adds the headers of its profile to every response. Errors have the profile of data. */
import { createMiddleware } from "hono/factory";
import { hasOnlyKnownParameters } from "../address-parameters.ts";
import { type HonoEnvironment, readRecordSystemOrigins } from "../environment.ts";
import { makeProfileHeaders, type Profile } from "../headers.ts";

/**
 * Makes the handler that sets the header profile of the responses of a route, which are data without one.
 */
export function setHeaderProfile(profile: Profile) {
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
