/** Keeps the service read-only: it allows GET and HEAD, and OPTIONS for CORS preflight requests. */
import { createMiddleware } from "hono/factory";
import { formatProblemParameter } from "#core/question/query-problem.ts";
import { isKnownParameterName } from "../address-parameters.ts";
import type { HonoEnvironment } from "../environment.ts";
import { respondWithProblem } from "../problem.ts";

/** The longest address that is read, in characters, is enough to exclude every cohort. */
export const longestAddress = 8192;

const allow = "GET, HEAD, OPTIONS";

export const allowedMethods = createMiddleware<HonoEnvironment>(async (context, next) => {
  const { method } = context.req;
  if (method === "OPTIONS") {
    return new Response(null, {
      status: 204,
      headers: {
        allow,
        "access-control-allow-methods": allow,
        "access-control-allow-headers": "accept, if-none-match",
        "access-control-max-age": "86400",
      },
    });
  }
  if (method !== "GET" && method !== "HEAD") {
    const detail = "This service is read-only: use GET, HEAD or OPTIONS.";
    return respondWithProblem({ status: 405, detail, headers: { allow } });
  }
  await next();
});

export const urlLimit = createMiddleware<HonoEnvironment>(async (context, next) => {
  if (context.req.url.length > longestAddress) {
    const detail = `The address is longer than ${longestAddress} characters; shorten ${describeLongestAddressPart(context.req.url)}.`;
    return respondWithProblem({ status: 414, detail });
  }
  await next();
});

/**
 * Says which parameter takes most of an address, an unknown one by its place; if the path is longer, "the path".
 */
function describeLongestAddressPart(url: string): string {
  const [path = "", ...pairs] = url.split(/[?&]/);
  const longest = pairs.reduce((most, pair) => (pair.length > most.length ? pair : most), "");
  if (longest.length <= path.length) return "the path";
  const [name = ""] = longest.split("=", 1);
  return isKnownParameterName(name)
    ? name
    : formatProblemParameter({ parameter: null, position: pairs.indexOf(longest) + 1 });
}
